// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "figuretable.h"

#include "figuretablemodel.h"

#include <widgets/metrics.h>
#include <widgets/pieces.h>
#include <widgets/theme.h>

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>

#include <algorithm>

namespace galley {

namespace {

QColor colorOf(Verdict verdict, const QPalette &palette)
{
    switch (verdict) {
    case Verdict::Reliable:
        return toneColor(Tone::Good, palette);
    case Verdict::Tentative:
        return toneColor(Tone::Warning, palette);
    case Verdict::NotReliable:
        return toneColor(Tone::Bad, palette);
    case Verdict::Undefined:
        break;
    }
    return secondaryText(palette);
}

/// A verdict has its colour beside its symbol and word; under a coefficient is where it and its interval lie between 0 and 1.
class FigureDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const QVariant scale = index.data(FigureTableModel::ScaleRole);
        if (scale.isNull())
            return;
        const bool chosen = option.state & QStyle::State_Selected;
        const QColor ink = option.palette.color(chosen ? QPalette::HighlightedText : QPalette::Text);
        const QRectF line(option.rect.left() + metrics::tight, option.rect.bottom() - 3, option.rect.width() - 2 * metrics::tight, 0);
        const auto at = [&](double value) { return line.left() + std::clamp(value, 0.0, 1.0) * line.width(); };
        const auto stroke = [&](double from, double to, int width, const QColor &color) {
            painter->setPen(QPen(color, width, Qt::SolidLine, Qt::FlatCap));
            painter->drawLine(QPointF(at(from), line.top()), QPointF(at(to), line.top()));
        };
        painter->save();
        QColor faint = ink;
        faint.setAlphaF(0.35F);
        stroke(0, 1, 1, chosen ? faint : hairline(option.palette));
        stroke(scale.toPointF().x(), scale.toPointF().y(), 2, chosen ? ink : secondaryText(option.palette));
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(ink);
        painter->drawEllipse(QPointF(at(index.data(FigureTableModel::OrderRole).toDouble()), line.top()), 2.5, 2.5);
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        constexpr int leastScale = 84;
        const QSize size = QStyledItemDelegate::sizeHint(option, index);
        return index.data(FigureTableModel::ScaleRole).isNull() ? size : QSize(std::max(size.width(), leastScale), size.height());
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.column() > 0 && !(option->displayAlignment & Qt::AlignRight))
            option->text.prepend(FigureTableModel::gap); // from the figures before it
        if (const QVariant verdict = index.data(FigureTableModel::VerdictRole); !verdict.isNull())
            option->palette.setColor(QPalette::Text, colorOf(Verdict(verdict.toInt()), option->palette));
    }
};

} // namespace

FigureTable::FigureTable(const QString &name, QWidget *parent)
    : QTableView(parent)
    , m_model(new FigureTableModel(this))
    , m_sorted(new QSortFilterProxyModel(this))
{
    setAccessibleName(name);
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(FigureTableModel::OrderRole);
    m_sorted->setSortLocaleAware(true);
    m_sorted->setSortCaseSensitivity(Qt::CaseInsensitive);
    setModel(m_sorted);
    setItemDelegate(new FigureDelegate(this));
    readByRows(*this);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setFrameShape(QFrame::NoFrame);
    setAlternatingRowColors(true);
    setCornerButtonEnabled(false);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + metrics::margin);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setAccessibleName(name);
    horizontalHeader()->setStretchLastSection(true);
    setSortingEnabled(true);
    sortByColumn(-1, Qt::AscendingOrder);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
        if (current.isValid())
            emit rowChosen(m_sorted->mapToSource(current).row());
    });
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex &index) { emit rowActivated(m_sorted->mapToSource(index).row()); });
}

void FigureTable::setTable(const TextTable &table, bool keepRow)
{
    const int before = keepRow ? currentRow() : -1;
    const QString name = before < 0 ? QString() : m_model->table().rows[size_t(before)].front().text;
    const auto titlesOf = [](const TextTable &of) {
        QStringList titles;
        for (const TextTable::Column &column : of.columns)
            titles += column.title;
        return titles;
    };
    const bool sameColumns = titlesOf(m_model->table()) == titlesOf(table);
    m_model->setTable(table);
    if (!sameColumns)
        sortByColumn(-1, Qt::AscendingOrder);
    fitColumns();
    const auto kept = std::ranges::find_if(table.rows, [&](const auto &row) { return row.front().text == name; });
    if (!table.rows.empty())
        chooseRow(kept == table.rows.end() ? 0 : int(kept - table.rows.begin()));
}

const TextTable &FigureTable::table() const
{
    return m_model->table();
}

int FigureTable::currentRow() const
{
    return currentIndex().isValid() ? m_sorted->mapToSource(currentIndex()).row() : -1;
}

void FigureTable::chooseRow(int row)
{
    setCurrentIndex(m_sorted->mapFromSource(m_model->index(row, 0)));
}

void FigureTable::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentRow() >= 0) {
        emit rowActivated(currentRow());
        return;
    }
    QTableView::keyPressEvent(event);
}

void FigureTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

/// Columns are as wide as their contents; a long name gives way to the figures.
void FigureTable::fitColumns()
{
    if (m_model->columnCount() == 0)
        return;
    const int widest = std::max(160, viewport()->width() * 35 / 100);
    for (int column = 0; column < m_model->columnCount() - 1; ++column) { // the last one has what is left
        resizeColumnToContents(column);
        setColumnWidth(column, std::min(columnWidth(column) + metrics::near, widest));
    }
}

} // namespace galley
