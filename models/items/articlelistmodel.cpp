// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "articlelistmodel.h"

#include "dates.h"

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

int progressOf(const ArticleSummary &article)
{
    if (!article.progress)
        return article.annotations > 0 ? ArticleListModel::InProgress : ArticleListModel::NotBegun;
    return *article.progress == ProgressState::Done ? ArticleListModel::Done : ArticleListModel::InProgress;
}

QString progressText(int progress)
{
    switch (progress) {
    case ArticleListModel::Done:
        return ArticleListModel::tr("Done");
    case ArticleListModel::InProgress:
        return ArticleListModel::tr("In progress");
    default:
        return ArticleListModel::tr("Not begun");
    }
}

template<typename Row>
const Row &rowOf(const Edit<Row> &edit)
{
    return edit.after ? *edit.after : *edit.before;
}

} // namespace

ArticleListModel::ArticleListModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void ArticleListModel::reset(std::vector<ArticleSummary> articles, CoderId coder, std::map<ArticleId, CoderId> selves)
{
    beginResetModel();
    m_articles = std::move(articles);
    m_coder = coder;
    m_selves = std::move(selves);
    renumber();
    endResetModel();
}

void ArticleListModel::renumber()
{
    m_rows.clear();
    m_rows.reserve(qsizetype(m_articles.size()));
    for (size_t row = 0; row < m_articles.size(); ++row)
        m_rows.insert(m_articles[row].id, int(row));
}

void ArticleListModel::follow(const Change &change)
{
    for (const AnyEdit &edit : change.edits) {
        if (const auto *bulk = std::get_if<BulkEdit>(&edit)) {
            if (bulk->isOf<Article>() || bulk->isOf<Annotation>() || bulk->isOf<Progress>()) {
                emit needsReload();
                return;
            }
        }
    }
    for (const AnyEdit &edit : change.edits) {
        if (const auto *article = std::get_if<Edit<Article>>(&edit))
            follow(*article);
        else if (const auto *annotation = std::get_if<Edit<Annotation>>(&edit))
            follow(*annotation);
        else if (const auto *progress = std::get_if<Edit<galley::Progress>>(&edit))
            follow(*progress);
    }
    // One that came by itself, as when it was taken out and that was undone: its place among the others is the store's to say.
    const bool came = std::ranges::any_of(change.edits, [](const AnyEdit &edit) {
        const auto *article = std::get_if<Edit<Article>>(&edit);
        return article && !article->before;
    });
    if (came)
        emit needsReload();
}

void ArticleListModel::follow(const Edit<Article> &edit)
{
    if (!edit.after) {
        remove(edit.before->id);
    } else if (const int at = row(edit.after->id); at < 0) {
        insert(*edit.after);
    } else {
        ArticleSummary &summary = m_articles[size_t(at)];
        summary.title = edit.after->title;
        summary.outlet = edit.after->outlet;
        summary.published = edit.after->published;
        told(at);
    }
}

template<typename Row>
bool ArticleListModel::isCounted(const Row &row) const
{
    const auto self = m_selves.find(row.article);
    return row.coder == (self == m_selves.end() ? m_coder : self->second);
}

void ArticleListModel::follow(const Edit<Annotation> &edit)
{
    if (!isCounted(rowOf(edit)) || (edit.before && edit.after))
        return;
    const int at = row(rowOf(edit).article);
    if (at < 0)
        return;
    m_articles[size_t(at)].annotations += edit.after ? 1 : -1;
    told(at);
}

void ArticleListModel::follow(const Edit<galley::Progress> &edit)
{
    const int at = row(rowOf(edit).article);
    if (!isCounted(rowOf(edit)) || at < 0)
        return;
    m_articles[size_t(at)].progress = edit.after ? std::optional(edit.after->state) : std::nullopt;
    told(at);
}

void ArticleListModel::insert(const Article &article)
{
    const auto place = std::ranges::upper_bound(m_articles, article.id, {}, &ArticleSummary::id);
    const int row = int(place - m_articles.begin());
    beginInsertRows({}, row, row);
    m_articles.insert(place, {article.id, article.title, article.outlet, article.published, article.length, 0, std::nullopt});
    renumber();
    endInsertRows();
}

void ArticleListModel::remove(ArticleId id)
{
    const int at = row(id);
    if (at < 0)
        return;
    beginRemoveRows({}, at, at);
    m_articles.erase(m_articles.begin() + at);
    renumber();
    endRemoveRows();
}

void ArticleListModel::told(int row)
{
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

int ArticleListModel::row(ArticleId id) const
{
    return m_rows.value(id, -1);
}

const ArticleSummary *ArticleListModel::summary(ArticleId id) const
{
    const int at = row(id);
    return at < 0 ? nullptr : &m_articles[size_t(at)];
}

int ArticleListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_articles.size());
}

int ArticleListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ArticleListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case HeadlineColumn:
        return tr("Headline");
    case OutletColumn:
        return tr("Outlet");
    case DateColumn:
        return tr("Date");
    case ProgressColumn:
        return tr("Progress");
    }
    return {};
}

QVariant ArticleListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ArticleSummary &article = m_articles[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return display(article, index.column());
    case Qt::ToolTipRole:
        return article.title;
    case Qt::AccessibleTextRole:
        return tr("%1. %2, %3, %4. %5")
            .arg(article.title, article.outlet, dateForPeople(article.published),
                 article.annotations == 1 ? tr("1 annotation") : tr("%n annotations", nullptr, article.annotations),
                 progressText(progressOf(article)));
    case ArticleIdRole:
        return article.id.value;
    case HeadlineRole:
        return article.title;
    case RevisedRole:
        return article.revised;
    case OutletRole:
        return article.outlet;
    case PublishedRole:
        return article.published;
    case DateRole:
        return dateForPeople(article.published);
    case AnnotationCountRole:
        return article.annotations;
    case ProgressRole:
        return progressOf(article);
    case LengthRole:
        return article.length;
    }
    return {};
}

QVariant ArticleListModel::display(const ArticleSummary &article, int column) const
{
    switch (column) {
    case HeadlineColumn:
        return article.title;
    case OutletColumn:
        return article.outlet;
    case DateColumn:
        return dateForPeople(article.published);
    case ProgressColumn:
        return progressText(progressOf(article));
    }
    return {};
}

} // namespace galley
