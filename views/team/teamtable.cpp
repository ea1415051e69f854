// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "teamtable.h"

#include <widgets/emptystate.h>
#include <widgets/metrics.h>
#include <widgets/pieces.h>

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace galley {

TeamTable::TeamTable(const QString &title, const QString &emptyIcon, const QStringList &columns, QWidget *parent)
    : QWidget(parent)
    , m_values(columns)
    , m_buttons(new QHBoxLayout)
    , m_stack(new QStackedWidget(this))
    , m_view(new QTableView(this))
    , m_empty(new EmptyState(emptyIcon, this))
{
    m_sorted.setSourceModel(&m_values);
    m_sorted.setSortRole(ValueTable::KeyRole);
    m_sorted.setSortCaseSensitivity(Qt::CaseInsensitive);
    m_sorted.setSortLocaleAware(true);
    m_view->setModel(&m_sorted);
    m_view->setAccessibleName(title);
    readByRows(*m_view);
    m_view->setAlternatingRowColors(true);
    m_view->verticalHeader()->setDefaultSectionSize(metrics::far + metrics::hair);
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_view->horizontalHeader()->setStretchLastSection(true); // a name is never cut
    m_view->horizontalHeader()->setMinimumSectionSize(metrics::far + metrics::apart);
    m_view->setSortingEnabled(true);
    m_sorted.sort(-1); // as they come, until somebody wants another order
    m_view->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_view);
    m_buttons->setSpacing(metrics::near);
    m_buttons->addWidget(headingLabel(title, this));
    m_buttons->addStretch();
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(metrics::near);
    rows->addLayout(m_buttons);
    rows->addWidget(m_stack, 1);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TeamTable::chosenChanged);
    connect(&m_sorted, &QAbstractItemModel::modelReset, this, &TeamTable::chosenChanged);
}

QPushButton *TeamTable::addButton(const QString &name, const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setAutoDefault(false);
    m_buttons->addWidget(button);
    return button;
}

std::vector<qint64> TeamTable::chosen() const
{
    QModelIndexList rows = m_view->selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    std::vector<qint64> ids;
    for (const QModelIndex &row : rows)
        ids.push_back(row.data(ValueTable::IdRole).toLongLong());
    return ids;
}

void TeamTable::choose(qint64 id)
{
    for (int row = 0; row < m_sorted.rowCount(); ++row) {
        if (m_sorted.index(row, 0).data(ValueTable::IdRole).toLongLong() == id)
            m_view->setCurrentIndex(m_sorted.index(row, 0));
    }
}

/// What was chosen stays chosen where it is still there.
void TeamTable::setRows(std::vector<ValueRow> rows)
{
    const std::vector<qint64> before = chosen();
    m_values.setRows(std::move(rows));
    if (chosen() != before) {
        for (const qint64 id : before) {
            for (int row = 0; row < m_sorted.rowCount(); ++row) {
                if (m_sorted.index(row, 0).data(ValueTable::IdRole).toLongLong() == id)
                    m_view->selectionModel()->select(m_sorted.index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
            }
        }
    }
    m_stack->setCurrentWidget(m_values.rows().empty() ? static_cast<QWidget *>(m_empty) : m_view);
}

} // namespace galley
