// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "historypanel.h"

#include "historydelegate.h"

#include <items/historylistmodel.h>
#include <widgets/emptystate.h>

#include <QListView>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace galley {

using namespace Qt::StringLiterals;

HistoryPanel::HistoryPanel(QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget(this))
    , m_list(new QListView(this))
{
    setAccessibleName(tr("History"));
    auto *empty = new EmptyState(u"history"_s, this);
    empty->setTexts(tr("Nothing done yet"), tr("Every action is recorded here, with who and when. Undo takes back the newest."));
    m_list->setAccessibleName(tr("History"));
    m_list->setItemDelegate(new HistoryDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setTabKeyNavigation(false);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
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
    showRight();
}

void HistoryPanel::showRight()
{
    m_stack->setCurrentIndex(m_model && m_model->rowCount() > 0 ? 1 : 0);
}

} // namespace galley
