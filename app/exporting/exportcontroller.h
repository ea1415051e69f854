// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/id.h>

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <atomic>
#include <memory>
#include <vector>

class QAction;

namespace galley {

class Desk;
class ProgressLine;
class Workspace;

/// Datasets leave the project: written on a thread of their own from a connection of their own, so the window stays alive.
class ExportController : public QObject
{
    Q_OBJECT

public:
    explicit ExportController(Desk &desk);
    ~ExportController() override;

    QList<QAction *> actions() const { return m_actions; }

private:
    void ask(const QString &format, const std::vector<CoderId> &coders = {}); ///< of these; none: of all who code
    void write(const QString &path, const QString &format, const std::vector<CoderId> &coders);
    std::vector<CoderId> everybody() const;
    void showProgress();
    void stop();

    /// An export that goes on, as both threads know it.
    struct Work
    {
        std::atomic<bool> stopped = false;
        std::atomic<qint64> done = 0, inAll = 0; ///< rows
        QStringList leftOut; ///< what has no place in the format; to be read when the work is done
    };

    Desk &m_desk;
    Workspace &m_workspace;
    QList<QAction *> m_actions;
    std::shared_ptr<Work> m_work;       ///< null: none goes on
    ProgressLine *m_progress = nullptr; ///< made when it is first needed
    QTimer m_look;                      ///< how far it is
};

} // namespace galley
