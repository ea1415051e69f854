// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>
#include <domain/error.h>

#include <QObject>

class QAction;

namespace galley {

class Desk;
class HistoryListModel;
class HistoryPanel;
class Workspace;

/// Undo and redo along the project's history, and the panel that shows it.
class HistoryController : public QObject
{
    Q_OBJECT

public:
    explicit HistoryController(Desk &desk);

    HistoryPanel *panel(); ///< made when it is first asked for
    QAction *undoAction() const { return m_undo; }
    QAction *redoAction() const { return m_redo; }

private:
    void readAnew();
    void reload();
    void takeBack(const QModelIndex &operation);
    void name(QAction *action, const QString &verb, const Result<std::optional<Operation>> &next);

    Desk &m_desk;
    Workspace &m_workspace;
    HistoryListModel *m_model;
    HistoryPanel *m_panel = nullptr;
    QAction *m_undo;
    QAction *m_redo;
};

} // namespace galley
