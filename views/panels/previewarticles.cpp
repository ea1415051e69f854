// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "previewarticles.h"

#include <QFont>

#include <algorithm>

namespace galley {

namespace {

QString readIn(const PreviewRow &row, int column)
{
    switch (column) {
    case PreviewArticles::TitleColumn:
        return row.title;
    case PreviewArticles::OutletColumn:
        return row.outlet;
    case PreviewArticles::DateColumn:
        return row.published;
    case PreviewArticles::LanguageColumn:
        return row.language;
    default:
        return row.revision ? PreviewArticles::tr("%1 (corrected text)").arg(row.file) : row.file;
    }
}

/// What is said of the column in the place of what was read; null of one that can't be corrected.
std::optional<QString> *correctionIn(PreviewDecision &decision, int column)
{
    switch (column) {
    case PreviewArticles::TitleColumn:
        return &decision.title;
    case PreviewArticles::OutletColumn:
        return &decision.outlet;
    case PreviewArticles::DateColumn:
        return &decision.published;
    default:
        return nullptr;
    }
}

} // namespace

void PreviewArticles::setRows(const PreviewRows &rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

void PreviewArticles::decide(int row, const PreviewDecision &decision)
{
    keep(this->row(row).key, decision);
    changed(row, row);
}

void PreviewArticles::want(const std::vector<int> &rows, bool wanted)
{
    if (rows.empty())
        return;
    for (const int row : rows) {
        const QByteArray key = this->row(row).key;
        PreviewDecision decision = m_decisions.value(key);
        decision.wanted = wanted;
        keep(key, decision);
    }
    const auto [first, last] = std::ranges::minmax(rows);
    changed(first, last);
}

void PreviewArticles::keep(const QByteArray &key, const PreviewDecision &decision)
{
    if (decision == PreviewDecision())
        m_decisions.remove(key);
    else
        m_decisions.insert(key, decision);
}

void PreviewArticles::changed(int first, int last)
{
    emit dataChanged(index(first, 0), index(last, ColumnCount - 1));
    emit decided();
}

int PreviewArticles::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.count);
}

int PreviewArticles::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PreviewArticles::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("Headline"), tr("Outlet"), tr("Date"), tr("Language"), tr("File")};
    return section >= 0 && section < ColumnCount ? titles[section] : QString();
}

QVariant PreviewArticles::fontOf(const PreviewDecision &decision, int column)
{
    PreviewDecision said = decision;
    const std::optional<QString> *correction = correctionIn(said, column);
    QFont font;
    font.setStrikeOut(!decision.wanted);
    font.setItalic(correction && *correction);
    return font;
}

QVariant PreviewArticles::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool shows = role == Qt::DisplayRole || role == Qt::EditRole || role == Qt::ToolTipRole;
    if (!shows && role != Qt::CheckStateRole && role != Qt::FontRole)
        return {};
    const PreviewRow row = this->row(index.row());
    PreviewDecision decision = m_decisions.value(row.key);
    if (role == Qt::CheckStateRole)
        return index.column() == TitleColumn ? QVariant(decision.wanted ? Qt::Checked : Qt::Unchecked) : QVariant();
    if (role == Qt::FontRole)
        return fontOf(decision, index.column());
    const std::optional<QString> *correction = correctionIn(decision, index.column());
    const QString text = correction ? correction->value_or(readIn(row, index.column())) : readIn(row, index.column());
    return role == Qt::ToolTipRole && correction ? tr("%1\nF2 or a double click corrects it; the space bar leaves out all that are chosen").arg(text) : text;
}

bool PreviewArticles::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const PreviewRow row = this->row(index.row());
    PreviewDecision decision = m_decisions.value(row.key);
    if (role == Qt::CheckStateRole && index.column() == TitleColumn) {
        decision.wanted = value.toInt() == Qt::Checked;
    } else if (std::optional<QString> *correction = correctionIn(decision, index.column()); role == Qt::EditRole && correction) {
        const QString typed = value.toString().simplified();
        *correction = typed == readIn(row, index.column()) ? std::nullopt : std::optional(typed);
    } else {
        return false;
    }
    decide(index.row(), decision);
    return true;
}

Qt::ItemFlags PreviewArticles::flags(const QModelIndex &index) const
{
    PreviewDecision none;
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (correctionIn(none, index.column()))
        flags |= Qt::ItemIsEditable;
    if (index.column() == TitleColumn)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

} // namespace galley
