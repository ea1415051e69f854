// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "annotationlistmodel.h"

#include "dates.h"

#include <domain/shortened.h>

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

constexpr int readAhead = 40;         ///< rows, each way
constexpr qsizetype mostKept = 20000; ///< details; then it begins anew
constexpr int tipWidth = 600;         ///< characters

QString oneLine(const QString &text)
{
    QString line = text; // as it stands, so that what is left of the quote ends where the quote begins
    for (QChar &c : line) {
        if (c.isSpace())
            c = u' ';
    }
    return line;
}

} // namespace

void AnnotationListModel::show(ArrangedAnnotations list, AnnotationNames names)
{
    beginResetModel();
    m_list = std::move(list);
    m_names = std::move(names);
    m_details.clear(); // the texts around them are the same, their values may be others
    m_wanted.clear();
    m_asked.clear();
    endResetModel();
}

void AnnotationListModel::setNames(AnnotationNames names)
{
    m_names = std::move(names);
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void AnnotationListModel::follow(const Change &change)
{
    QHash<qint64, const Annotation *> altered;
    QSet<qint64> gone;
    for (const AnyEdit &any : change.edits) {
        const auto *edit = std::get_if<Edit<Annotation>>(&any);
        if (edit && edit->before && edit->after)
            altered.insert(edit->after->id.value, &*edit->after);
        else if (edit && edit->before)
            gone.insert(edit->before->id.value);
    }
    for (int row = 0; row < rowCount() && !altered.isEmpty(); ++row) {
        const qint32 place = m_list.rows[size_t(row)];
        if (place < 0)
            continue;
        ListedAnnotation &listed = m_list.annotations[size_t(place)];
        const auto found = altered.constFind(listed.id.value);
        if (found == altered.cend())
            continue;
        const Annotation &now = **found;
        listed.code = now.code;
        listed.flagged = now.status == AnnotationStatus::Flagged;
        listed.hasMemo = !now.memo.isEmpty();
        listed.start = now.ranges.empty() ? -1 : qint32(now.extent().begin);
        listed.end = now.ranges.empty() ? -1 : qint32(now.extent().end);
        m_details.remove(now.id.value);
        m_asked.remove(now.id.value);
        emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
    if (!gone.isEmpty())
        remove(gone);
}

/// A heading stays with the count of what is left below it, until the list is read anew.
void AnnotationListModel::remove(const QSet<qint64> &gone)
{
    const auto isGone = [&](qint32 place) { return place >= 0 && gone.contains(m_list.annotations[size_t(place)].id.value); };
    if (std::ranges::none_of(m_list.rows, isGone))
        return;
    beginResetModel();
    ArrangedAnnotations::Group *group = nullptr;
    for (const qint32 place : m_list.rows) {
        if (place < 0)
            group = &m_list.groups[size_t(-1 - place)];
        else if (group && isGone(place))
            --group->count;
    }
    std::erase_if(m_list.rows, isGone);
    std::erase_if(m_list.rows, [this](qint32 place) { return place < 0 && m_list.groups[size_t(-1 - place)].count == 0; });
    // The annotations keep their places, as rows say them; a gone one is of no row any more.
    endResetModel();
}

std::vector<AnnotationId> AnnotationListModel::takeWanted()
{
    m_isAsking = false;
    std::vector<int> rows(m_wanted.cbegin(), m_wanted.cend());
    std::ranges::sort(rows);
    std::vector<AnnotationId> ids;
    int next = 0;
    for (const int row : rows) {
        for (int near = std::max(next, row - readAhead); near <= std::min(row + readAhead, rowCount() - 1); ++near) {
            next = near + 1;
            const ListedAnnotation *one = annotationAt(near);
            if (one && !m_details.contains(one->id.value) && !m_asked.contains(one->id.value)) {
                m_asked.insert(one->id.value);
                ids.push_back(one->id);
            }
        }
    }
    return ids;
}

void AnnotationListModel::addDetails(const std::vector<AnnotationInContext> &details)
{
    if (m_details.size() > mostKept) {
        m_details.clear();
        m_asked.clear();
    }
    int first = rowCount(), last = -1;
    for (const AnnotationInContext &one : details) {
        const qint64 id = one.annotation.id.value;
        m_details.insert(id, one);
        if (const auto row = m_wanted.constFind(id); row != m_wanted.cend()) {
            first = std::min(first, *row);
            last = std::max(last, *row);
            m_wanted.erase(row);
        }
    }
    last = std::min(last, rowCount() - 1);
    if (first <= last)
        emit dataChanged(index(first, 0), index(last, ColumnCount - 1));
}

const ListedAnnotation *AnnotationListModel::annotationAt(int row) const
{
    if (row < 0 || row >= rowCount() || m_list.rows[size_t(row)] < 0)
        return nullptr;
    return &m_list.annotations[size_t(m_list.rows[size_t(row)])];
}

int AnnotationListModel::rowOf(AnnotationId id) const
{
    const auto found = std::ranges::find_if(m_list.rows, [&](qint32 place) { return place >= 0 && m_list.annotations[size_t(place)].id == id; });
    return found == m_list.rows.end() ? -1 : int(found - m_list.rows.begin());
}

int AnnotationListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_list.rows.size());
}

int AnnotationListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

Qt::ItemFlags AnnotationListModel::flags(const QModelIndex &index) const
{
    if (!annotationAt(index.row()))
        return Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

/// Null while they have not been read; they are asked for then.
const AnnotationInContext *AnnotationListModel::details(int row) const
{
    const qint64 id = annotationAt(row)->id.value;
    if (const auto found = m_details.constFind(id); found != m_details.cend())
        return &*found;
    m_wanted.insert(id, row);
    if (!std::exchange(m_isAsking, true)) // once for all that are painted
        QMetaObject::invokeMethod(const_cast<AnnotationListModel *>(this), &AnnotationListModel::detailsWanted, Qt::QueuedConnection);
    return nullptr;
}

QString AnnotationListModel::text(int row, int column) const
{
    const ListedAnnotation &one = *annotationAt(row);
    switch (column) {
    case CodeColumn:
        return m_names.code(one.layer, one.code);
    case ArticleColumn:
        return articleOf(one).title;
    case DateColumn:
        return dateForPeople(articleOf(one).published);
    case CoderColumn:
        return m_names.coder(one.coder);
    case MarkColumn: {
        QStringList marks;
        if (one.flagged)
            marks << tr("flagged");
        if (one.hasMemo)
            marks << tr("memo");
        return marks.join(u", "_s);
    }
    default:
        break;
    }
    const AnnotationInContext *known = details(row);
    if (!known)
        return column == QuoteColumn ? u"…"_s : QString();
    if (column == LeftColumn)
        return oneLine(known->left);
    if (column == RightColumn)
        return oneLine(known->right);
    return known->annotation.ranges.empty() ? tr("(the whole article)") : known->annotation.quote.simplified();
}

QString AnnotationListModel::toolTip(int row, int column) const
{
    if (column != LeftColumn && column != QuoteColumn && column != RightColumn && column != MarkColumn)
        return text(row, column);
    const AnnotationInContext *known = details(row);
    if (!known)
        return {};
    const QString memo = shortened(known->annotation.memo, tipWidth);
    const QString quote = shortened(known->annotation.quote, tipWidth);
    return memo.isEmpty() || column != MarkColumn ? quote : tr("Memo: %1").arg(memo);
}

QVariant AnnotationListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ListedAnnotation *one = annotationAt(index.row());
    if (!one) {
        const ArrangedAnnotations::Group &group = m_list.groups[size_t(-1 - m_list.rows[size_t(index.row())])];
        if (role == HeadingRole)
            return group.title.isEmpty() ? tr("(without a name)") : group.title;
        if (role == CountRole)
            return group.count;
        if ((role == Qt::DisplayRole || role == Qt::AccessibleTextRole) && index.column() == 0)
            return tr("%1, %n annotations", nullptr, group.count).arg(group.title);
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), index.column());
    case Qt::ToolTipRole:
        return toolTip(index.row(), index.column());
    case Qt::AccessibleTextRole: // what is behind the quote is painted with it
        return index.column() == QuoteColumn ? text(index.row(), QuoteColumn) + text(index.row(), RightColumn) : text(index.row(), index.column());
    case CodeRole:
        return one->code.value;
    case FlaggedRole:
        return one->flagged;
    case MemoRole:
        return one->hasMemo;
    default:
        return {};
    }
}

QVariant AnnotationListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section == LeftColumn)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case CodeColumn:
        return tr("Code");
    case LeftColumn:
        return tr("Before");
    case QuoteColumn:
        return tr("Quote");
    case RightColumn:
        return tr("Behind");
    case ArticleColumn:
        return tr("Article");
    case DateColumn:
        return tr("Date");
    case CoderColumn:
        return tr("Coder");
    case MarkColumn:
        return tr("Marks");
    default:
        return {};
    }
}

} // namespace galley
