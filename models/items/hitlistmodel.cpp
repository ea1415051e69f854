// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hitlistmodel.h"

#include "dates.h"
#include "folding.h"

#include <QLocale>

#include <algorithm>
#include <numeric>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

QString withoutBreaks(const QString &text)
{
    QString line = text;
    for (QChar &c : line) {
        if (c.isSpace())
            c = u' ';
    }
    return line;
}

/// The words before a hit, the nearest first.
QString backwards(const QString &left)
{
    QStringList words = folded(left).split(u' ', Qt::SkipEmptyParts);
    std::ranges::reverse(words);
    return words.join(u' ');
}

QString titleIn(const ArticleNames &names, ArticleId id)
{
    const ListedArticle *article = names.article(id);
    return article ? article->title : QString();
}

} // namespace

ArticleNames::ArticleNames(std::vector<ListedArticle> articles)
    : m_articles(std::move(articles))
{
    m_places.reserve(qsizetype(m_articles.size()));
    for (size_t place = 0; place < m_articles.size(); ++place)
        m_places.insert(m_articles[place].id, int(place));
}

const ListedArticle *ArticleNames::article(ArticleId id) const
{
    const int place = placeOf(id);
    return place < 0 ? nullptr : &m_articles[size_t(place)];
}

std::vector<qint32> inOrder(const std::vector<SearchHit> &hits, const ArticleNames &names, HitOrder order)
{
    std::vector<qint32> places(hits.size());
    std::iota(places.begin(), places.end(), 0);
    if (order == HitOrder::Found)
        return places;
    std::vector<QString> keys(hits.size());
    for (size_t at = 0; at < hits.size(); ++at) {
        const SearchHit &hit = hits[at];
        const ListedArticle *article = names.article(hit.article);
        switch (order) {
        case HitOrder::Left:
            keys[at] = backwards(hit.left);
            break;
        case HitOrder::Right:
            keys[at] = folded(QString(hit.hit + hit.right));
            break;
        case HitOrder::Article:
            keys[at] = article ? folded(article->title) : QString();
            break;
        case HitOrder::Published:
            keys[at] = article ? article->published : QString();
            break;
        case HitOrder::Found:
            break;
        }
    }
    std::ranges::stable_sort(places, {}, [&](qint32 place) { return QStringView(keys[size_t(place)]); });
    return places;
}

HitListModel::HitListModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void HitListModel::clear()
{
    beginResetModel();
    m_hits = std::make_shared<std::vector<SearchHit>>();
    m_order.clear();
    endResetModel();
}

void HitListModel::add(std::vector<SearchHit> hits)
{
    if (hits.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + int(hits.size()) - 1);
    for (SearchHit &hit : hits) {
        m_order.push_back(qint32(m_hits->size()));
        m_hits->push_back(std::move(hit));
    }
    endInsertRows();
}

void HitListModel::setOrder(std::vector<qint32> order)
{
    if (order.size() != m_order.size() || order == m_order)
        return;
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<qint32> rows(order.size());
    for (size_t row = 0; row < order.size(); ++row)
        rows[size_t(order[row])] = qint32(row);
    QModelIndexList after;
    for (const QModelIndex &index : before)
        after << createIndex(rows[size_t(m_order[size_t(index.row())])], index.column());
    m_order = std::move(order);
    changePersistentIndexList(before, after);
    emit layoutChanged({}, VerticalSortHint);
}

int HitListModel::rowOf(ArticleId article) const
{
    const auto found = std::ranges::find_if(m_order, [&](qint32 place) { return (*m_hits)[size_t(place)].article == article; });
    return found == m_order.end() ? -1 : int(found - m_order.begin());
}

int HitListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_order.size());
}

int HitListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant HitListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole))
        return {};
    const SearchHit &hit = hitAt(index.row());
    if (role == Qt::AccessibleTextRole && index.column() == HitColumn) // what is behind it is painted with it
        return withoutBreaks(hit.hit + hit.right);
    switch (index.column()) {
    case LeftColumn:
        return withoutBreaks(hit.left);
    case HitColumn:
        return withoutBreaks(hit.hit);
    case RightColumn:
        return withoutBreaks(hit.right);
    case WhereColumn:
        switch (hit.in) {
        case FoundIn::Text:
            return tr("Text");
        case FoundIn::Title:
            return tr("Headline");
        case FoundIn::Outlet:
            return tr("Outlet");
        case FoundIn::Memo:
            return tr("Memo");
        case FoundIn::Comment:
            return tr("Comment");
        }
        return {};
    case ArticleColumn:
        return hit.article ? titleIn(*m_names, hit.article) : tr("The study");
    case DateColumn:
        return m_names->article(hit.article) ? dateForPeople(m_names->article(hit.article)->published) : QString();
    default:
        return {};
    }
}

QVariant HitListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section == LeftColumn)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QStringList titles{tr("Before"), tr("Found"), tr("Behind"), tr("In"), tr("Article"), tr("Date")};
    return titles.value(section);
}

void DispersionModel::clear()
{
    beginResetModel();
    m_articles.clear();
    endResetModel();
}

void DispersionModel::add(const std::vector<SearchedArticle> &articles)
{
    if (articles.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + int(articles.size()) - 1);
    m_articles.insert(m_articles.end(), articles.begin(), articles.end());
    endInsertRows();
}

void DispersionModel::sort(int column, Qt::SortOrder order)
{
    beginResetModel();
    const auto sortBy = [&](auto key) {
        if (order == Qt::AscendingOrder)
            std::ranges::stable_sort(m_articles, std::ranges::less(), key);
        else
            std::ranges::stable_sort(m_articles, std::ranges::greater(), key);
    };
    const auto named = [this](auto part) {
        return [this, part](const SearchedArticle &one) {
            const ListedArticle *article = m_names->article(one.article);
            return article ? QStringView(article->*part) : QStringView();
        };
    };
    switch (column) {
    case ArticleColumn:
        sortBy(named(&ListedArticle::title));
        break;
    case OutletColumn:
        sortBy(named(&ListedArticle::outlet));
        break;
    case DateColumn:
        sortBy(named(&ListedArticle::published));
        break;
    case HitsColumn:
        sortBy(&SearchedArticle::hits);
        break;
    case WordsColumn:
        sortBy(&SearchedArticle::words);
        break;
    case PerThousandColumn:
        sortBy(&SearchedArticle::perThousand);
        break;
    default:
        sortBy([this](const SearchedArticle &one) { return m_names->placeOf(one.article); });
    }
    endResetModel();
}

int DispersionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_articles.size());
}

int DispersionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant DispersionModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((index.column() >= HitsColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const SearchedArticle &one = articleAt(index.row());
    const ListedArticle *article = m_names->article(one.article);
    switch (index.column()) {
    case ArticleColumn:
        return article ? article->title : QString();
    case OutletColumn:
        return article ? article->outlet : QString();
    case DateColumn:
        return article ? dateForPeople(article->published) : QString();
    case HitsColumn:
        return QLocale().toString(one.hits);
    case WordsColumn:
        return QLocale().toString(one.words);
    case PerThousandColumn:
        return QLocale().toString(one.perThousand(), 'f', 1);
    default:
        return {};
    }
}

QVariant DispersionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section >= HitsColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QStringList titles{tr("Article"), tr("Outlet"), tr("Date"), tr("Hits"), tr("Words"), tr("In 1,000 words")};
    return titles.value(section);
}

} // namespace galley
