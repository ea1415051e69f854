// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "historypanel.h"

#include "historydelegate.h"

#include <items/historylistmodel.h>
#include <widgets/emptystate.h>

#include <QAction>
#include <QListView>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace galley {

using namespace Qt::StringLiterals;

HistoryPanel::HistoryPanel(QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget(this))
    , m_list(new QListView(this))
    , m_takeBack(new QAction(tr("&Take Back This Entry"), this))
{
    setAccessibleName(tr("History"));
    auto *empty = new EmptyState(u"history"_s, this);
    empty->setTexts(tr("Nothing done yet"), tr("Every action is recorded here, with who and when. Undo takes back your own newest."));
    m_list->setAccessibleName(tr("History"));
    m_list->setItemDelegate(new HistoryDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setTabKeyNavigation(false);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_takeBack->setObjectName(u"takeBack"_s);
    m_takeBack->setShortcut(Qt::Key_Delete);
    m_takeBack->setShortcutContext(Qt::WidgetShortcut);
    m_list->addAction(m_takeBack);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_takeBack, &QAction::triggered, this, [this] { emit takeBackRequested(m_list->currentIndex()); });
    m_stack->addWidget(empty);
    m_stack->addWidget(m_list);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_stack);
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) {
        emit operationActivated(OperationId{index.data(HistoryListModel::OperationIdRole).toLongLong()});
    });
}

void HistoryPanel::setModel(HistoryListModel *model)
{
    if (m_model)
        m_model->disconnect(this);
    m_model = model;
    m_list->setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, &HistoryPanel::showRight);
    connect(model, &QAbstractItemModel::rowsInserted, this, &HistoryPanel::showRight);
    connect(model, &QAbstractItemModel::modelReset, this, &HistoryPanel::enableTakeBack);
    connect(model, &QAbstractItemModel::dataChanged, this, &HistoryPanel::enableTakeBack);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &HistoryPanel::enableTakeBack);
    enableTakeBack();
    showRight();
}

void HistoryPanel::enableTakeBack()
{
    const QModelIndex current = m_list->currentIndex();
    const auto kind = OperationKind(current.data(HistoryListModel::KindRole).toInt());
    m_takeBack->setEnabled(current.isValid() && !current.data(HistoryListModel::UndoneRole).toBool()
        && (kind == OperationKind::Do || kind == OperationKind::Merge));
}

void HistoryPanel::showRight()
{
    m_stack->setCurrentIndex(m_model && m_model->rowCount() > 0 ? 1 : 0);
}

} // namespace galley
