// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/id.h>

#include <QWidget>

class QAbstractItemModel;
class QAction;
class QListView;
class QModelIndex;
class QStackedWidget;

namespace galley {

class HistoryListModel;

/// What was done, by whom and when; newest first, what was taken back greyed and struck through.
class HistoryPanel : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryPanel(QWidget *parent = nullptr);

    void setModel(HistoryListModel *model); ///< not owned

signals:
    void takeBackRequested(const QModelIndex &operation); ///< from its menu, or with Delete
    void operationActivated(galley::OperationId operation); ///< double click or Enter: show what it was about

private:
    void showRight();
    void enableTakeBack();

    QStackedWidget *m_stack;
    QListView *m_list;
    QAction *m_takeBack;
    HistoryListModel *m_model = nullptr;
};

} // namespace galley
