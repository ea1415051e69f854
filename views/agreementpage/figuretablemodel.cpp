// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "figuretablemodel.h"

#include <QPointF>

#include <utility>

namespace galley {

using namespace Qt::StringLiterals;

void FigureTableModel::setTable(TextTable table)
{
    beginResetModel();
    m_table = std::move(table);
    endResetModel();
}

int FigureTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_table.rows.size());
}

int FigureTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_table.columns.size());
}

QVariant FigureTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const TextTable::Column &column = m_table.columns[size_t(section)];
    if (role == Qt::DisplayRole)
        return section > 0 && !column.isFigure ? gap + column.title : column.title;
    if (role == Qt::AccessibleTextRole)
        return column.title;
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (column.isFigure ? Qt::AlignRight : Qt::AlignLeft));
    if (role == Qt::ToolTipRole)
        return column.note.isEmpty() ? QVariant() : QVariant(column.note);
    return {};
}

QVariant FigureTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TextTable::Cell &cell = m_table.rows[size_t(index.row())][size_t(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return cell.verdict ? symbolOf(*cell.verdict) + u"  "_s + cell.text : cell.text;
    case Qt::AccessibleTextRole:
        return cell.text;
    case Qt::ToolTipRole:
        return cell.note.isEmpty() ? cell.text : cell.note;
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, role);
    case OrderRole:
        return std::isnan(cell.order) ? QVariant(cell.text) : QVariant(cell.order);
    case VerdictRole:
        return cell.verdict ? QVariant(std::to_underlying(*cell.verdict)) : QVariant();
    case ScaleRole:
        return cell.scale ? QVariant(QPointF(cell.scale->low, cell.scale->high)) : QVariant();
    default:
        return {};
    }
}

} // namespace galley
