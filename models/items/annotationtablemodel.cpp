// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "annotationtablemodel.h"

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

AnnotationTableModel::AnnotationTableModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void AnnotationTableModel::reset(ArticleId article, std::vector<Annotation> annotations)
{
    beginResetModel();
    m_article = article;
    m_rows = std::move(annotations);
    std::ranges::sort(m_rows, readsBefore);
    endResetModel();
}

void AnnotationTableModel::setCodebook(const Codebook &codebook)
{
    m_codebook = codebook;
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void AnnotationTableModel::setCoders(std::vector<Coder> coders)
{
    m_coders = std::move(coders);
    if (!m_rows.empty())
        emit dataChanged(index(0, CoderColumn), index(rowCount() - 1, CoderColumn));
}

void AnnotationTableModel::follow(const Change &change)
{
    for (const AnyEdit &edit : change.edits) {
        const auto *bulk = std::get_if<BulkEdit>(&edit);
        if (bulk && bulk->isOf<Annotation>()) {
            emit needsReload();
            return;
        }
    }
    for (const AnyEdit &edit : change.edits) {
        if (const auto *ours = std::get_if<Edit<Annotation>>(&edit))
            follow(*ours);
    }
}

void AnnotationTableModel::follow(const Edit<Annotation> &edit)
{
    const bool was = edit.before && edit.before->article == m_article;
    const bool is = edit.after && edit.after->article == m_article;
    if (was && is)
        replace(*edit.after);
    else if (was)
        remove(*edit.before);
    else if (is)
        insert(*edit.after);
}

void AnnotationTableModel::insert(const Annotation &annotation)
{
    const auto place = std::ranges::upper_bound(m_rows, annotation, readsBefore);
    const int at = int(place - m_rows.begin());
    beginInsertRows({}, at, at);
    m_rows.insert(place, annotation);
    endInsertRows();
}

void AnnotationTableModel::remove(const Annotation &annotation)
{
    const int at = row(annotation.id);
    if (at < 0)
        return;
    beginRemoveRows({}, at, at);
    m_rows.erase(m_rows.begin() + at);
    endRemoveRows();
}

/// A changed extent may change the place in reading order: then the row moves, so that a selection stays on it.
void AnnotationTableModel::replace(const Annotation &after)
{
    const int from = row(after.id);
    if (from < 0)
        return insert(after);
    const auto precedes = [&](const Annotation &other) { return other.id != after.id && readsBefore(other, after); };
    const int to = int(std::ranges::count_if(m_rows, precedes));
    if (to != from) {
        beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
        const auto begin = m_rows.begin();
        if (to > from)
            std::rotate(begin + from, begin + from + 1, begin + to + 1);
        else
            std::rotate(begin + to, begin + from, begin + from + 1);
        m_rows[size_t(to)] = after;
        endMoveRows();
    }
    m_rows[size_t(to)] = after;
    emit dataChanged(index(to, 0), index(to, ColumnCount - 1));
}

const Annotation *AnnotationTableModel::annotation(AnnotationId id) const
{
    const int at = row(id);
    return at < 0 ? nullptr : &m_rows[size_t(at)];
}

int AnnotationTableModel::row(AnnotationId id) const
{
    const auto found = std::ranges::find(m_rows, id, &Annotation::id);
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int AnnotationTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int AnnotationTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AnnotationTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case CodeColumn:
        return tr("Code");
    case QuoteColumn:
        return tr("Quote");
    case LayerColumn:
        return tr("Layer");
    case CoderColumn:
        return tr("Coder");
    case MemoColumn:
        return tr("Memo");
    }
    return {};
}

QVariant AnnotationTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Annotation &annotation = m_rows[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return display(annotation, index.column());
    case Qt::ToolTipRole:
        return annotation.quote;
    case AnnotationRole:
        return QVariant::fromValue(annotation);
    case AnnotationIdRole:
        return annotation.id.value;
    case CodeIdRole:
        return annotation.code.value;
    case FlaggedRole:
        return annotation.status == AnnotationStatus::Flagged;
    case SortRole:
        return index.row();
    }
    return {};
}

QString AnnotationTableModel::display(const Annotation &annotation, int column) const
{
    switch (column) {
    case CodeColumn:
        return labelOf(annotation, m_codebook);
    case QuoteColumn:
        return annotation.ranges.empty() ? tr("(whole article)") : annotation.quote;
    case LayerColumn: {
        const Layer *layer = m_codebook.layer(annotation.layer);
        return layer ? layer->name : QString();
    }
    case CoderColumn:
        return nameOf(annotation.coder, m_coders);
    case MemoColumn:
        return annotation.memo;
    }
    return {};
}

QString labelOf(const Annotation &annotation, const Codebook &codebook)
{
    if (codebook.code(annotation.code))
        return codebook.path(annotation.code);
    const Layer *layer = codebook.layer(annotation.layer);
    return layer ? layer->name : QString();
}

QString nameOf(CoderId id, const std::vector<Coder> &coders)
{
    const auto found = std::ranges::find(coders, id, &Coder::id);
    return found == coders.end() ? QString() : found->name;
}

} // namespace galley
