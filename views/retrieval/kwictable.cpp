// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kwictable.h"

#include <widgets/metrics.h>
#include <widgets/pieces.h>

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>
#include <numeric>

namespace galley {

KwicTable::KwicTable(QWidget *parent)
    : QTableView(parent)
{
    readByRows(*this);
    setSelectionMode(ExtendedSelection);
    setFrameShape(NoFrame);
    setMouseTracking(true);
    setHorizontalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setCornerButtonEnabled(false);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setMinimumSectionSize(metrics::far);
    horizontalHeader()->setSectionsClickable(false);
    measure();
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex &index) { emit rowActivated(index.row()); });
}

void KwicTable::setShares(std::vector<int> shares)
{
    m_shares = std::move(shares);
    share();
}

void KwicTable::chooseRow(int row)
{
    if (!model() || row < 0 || row >= model()->rowCount()) {
        setCurrentIndex({});
        clearSelection();
        return;
    }
    selectionModel()->setCurrentIndex(model()->index(row, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(model()->index(row, 0));
}

/// By ranges: to ask row by row takes minutes where a million are chosen.
std::vector<int> KwicTable::chosenRows() const
{
    std::vector<int> rows;
    if (!selectionModel())
        return rows;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        if (range.left() > 0)
            continue;
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.push_back(row);
    }
    std::ranges::sort(rows);
    const auto rest = std::ranges::unique(rows);
    rows.erase(rest.begin(), rest.end());
    return rows;
}

void KwicTable::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !(event->modifiers() & ~Qt::KeypadModifier) && currentIndex().isValid()) {
        emit rowActivated(currentRow());
        return;
    }
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (plain && !event->text().isEmpty() && event->text().front().isPrint() && event->key() != Qt::Key_Space) {
        emit typed(event->text());
        return;
    }
    QTableView::keyPressEvent(event);
}

void KwicTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    share();
}

void KwicTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        measure();
}

void KwicTable::measure()
{
    verticalHeader()->setDefaultSectionSize(fontMetrics().lineSpacing() + metrics::near);
}

void KwicTable::share()
{
    if (!model() || m_shares.empty())
        return;
    const int columns = std::min(int(m_shares.size()), model()->columnCount());
    int room = viewport()->width();
    for (int column = 0; column < columns; ++column) {
        if (m_shares[size_t(column)] == 0 && !isColumnHidden(column)) {
            const int width = fontMetrics().horizontalAdvance(model()->headerData(column, Qt::Horizontal).toString()) + 2 * metrics::margin;
            setColumnWidth(column, width);
            room -= width;
        }
    }
    const int all = std::max(1, std::accumulate(m_shares.begin(), m_shares.end(), 0));
    for (int column = 0; column < columns; ++column) {
        if (m_shares[size_t(column)] > 0)
            setColumnWidth(column, std::max(int(metrics::far), room * m_shares[size_t(column)] / all));
    }
}

} // namespace galley
