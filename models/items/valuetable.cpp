// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "valuetable.h"

#include <QLocale>

#include <algorithm>

namespace galley {

ValueCell numberCell(int number, const QString &toolTip)
{
    return {QLocale().toString(number), number, toolTip, true};
}

ValueTable::ValueTable(const QStringList &columns, QObject *parent)
    : QAbstractTableModel(parent)
    , m_columns(columns)
{
}

void ValueTable::setRows(std::vector<ValueRow> rows)
{
    if (!std::ranges::equal(rows, m_rows, {}, &ValueRow::id, &ValueRow::id)) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    for (size_t row = 0; row < rows.size(); ++row) {
        if (rows[row] == m_rows[row])
            continue;
        m_rows[row] = std::move(rows[row]);
        emit dataChanged(index(int(row), 0), index(int(row), columnCount() - 1));
    }
}

int ValueTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ValueTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant ValueTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole) { // over its numbers
        const bool number = !m_rows.empty() && size_t(section) < m_rows.front().cells.size() && m_rows.front().cells[size_t(section)].isNumber;
        return int((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    return role == Qt::DisplayRole ? m_columns.value(section) : QVariant();
}

QVariant ValueTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ValueRow &row = m_rows[size_t(index.row())];
    if (size_t(index.column()) >= row.cells.size())
        return {};
    const ValueCell &cell = row.cells[size_t(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case Qt::ToolTipRole:
        return cell.toolTip.isEmpty() ? QVariant() : cell.toolTip;
    case Qt::TextAlignmentRole:
        return int((cell.isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(m_columns.value(index.column()), cell.text);
    case IdRole:
        return row.id;
    case KeyRole:
        return cell.key.isValid() ? cell.key : cell.text;
    }
    return {};
}

} // namespace galley
