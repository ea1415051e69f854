// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "historylistmodel.h"

#include "codernames.h"
#include "dates.h"

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

constexpr int pageSize = 100;
constexpr size_t mostReread = 1000; ///< rows compared on refresh; above it the list begins anew

QString fullText(const Operation &operation)
{
    switch (operation.kind) {
    case OperationKind::Undo:
        return HistoryListModel::tr("Undo: %1").arg(operation.text);
    case OperationKind::Redo:
        return HistoryListModel::tr("Redo: %1").arg(operation.text);
    case OperationKind::Do:
    case OperationKind::Merge:
        break;
    }
    return operation.text;
}

bool isUndone(const Operation &operation)
{
    return (operation.kind == OperationKind::Do || operation.kind == OperationKind::Merge) && operation.state != OperationState::Applied;
}

} // namespace

HistoryListModel::HistoryListModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void HistoryListModel::setFetch(Fetch fetch)
{
    beginResetModel();
    m_fetch = std::move(fetch);
    m_rows = m_fetch ? m_fetch(pageSize, {}) : std::vector<Operation>();
    m_complete = m_rows.size() < size_t(pageSize);
    endResetModel();
}

void HistoryListModel::clear()
{
    setFetch({});
}

void HistoryListModel::setCoders(std::vector<Coder> coders)
{
    m_coders = std::move(coders);
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void HistoryListModel::refresh()
{
    if (!m_fetch)
        return;
    if (m_rows.empty() || m_rows.size() > mostReread)
        return setFetch(m_fetch);
    const std::vector<Operation> now = m_fetch(int(m_rows.size()) + pageSize, {});
    const auto known = std::ranges::find(now, m_rows.front().id, &Operation::id);
    if (known == now.end())
        return setFetch(m_fetch);
    if (const int fresh = int(known - now.begin()); fresh > 0) {
        beginInsertRows({}, 0, fresh - 1);
        m_rows.insert(m_rows.begin(), now.begin(), known);
        endInsertRows();
    }
    for (size_t row = 0; row < std::min(m_rows.size(), now.size()); ++row) {
        if (m_rows[row] != now[row]) {
            m_rows[row] = now[row];
            emit dataChanged(index(int(row), 0), index(int(row), ColumnCount - 1));
        }
    }
}

int HistoryListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int HistoryListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HistoryListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TextColumn:
        return tr("What");
    case CoderColumn:
        return tr("Who");
    case TimeColumn:
        return tr("When");
    }
    return {};
}

QVariant HistoryListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Operation &operation = m_rows[size_t(index.row())];
    const QString coder = nameOf(operation.coder, m_coders);
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == TextColumn ? fullText(operation) : index.column() == CoderColumn ? coder : momentForPeople(operation.at);
    case Qt::ToolTipRole:
        return isUndone(operation) ? tr("%1\nTaken back.").arg(fullText(operation)) : fullText(operation);
    case Qt::AccessibleTextRole:
        return (isUndone(operation) ? tr("%1, by %2, %3, taken back") : tr("%1, by %2, %3"))
            .arg(fullText(operation), coder, momentForPeople(operation.at));
    case OperationIdRole:
        return operation.id.value;
    case ByRole:
        return operation.coder.value;
    case KindRole:
        return std::to_underlying(operation.kind);
    case UndoneRole:
        return isUndone(operation);
    case TextRole:
        return operation.text;
    case CoderRole:
        return coder;
    case AtRole:
        return operation.at;
    case WhenRole:
        return momentForPeople(operation.at);
    }
    return {};
}

bool HistoryListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_complete;
}

void HistoryListModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    const std::vector<Operation> page = m_fetch(pageSize, m_rows.back().id);
    m_complete = page.size() < size_t(pageSize);
    if (page.empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + int(page.size()) - 1);
    m_rows.insert(m_rows.end(), page.begin(), page.end());
    endInsertRows();
}

} // namespace galley
