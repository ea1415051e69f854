// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "articlefilterproxy.h"

#include "folding.h"

#include <QtConcurrentRun>

#include <algorithm>
#include <compare>
#include <iterator>
#include <utility>

namespace galley {

ArticleFilterProxy::ArticleFilterProxy(QObject *parent)
    : QAbstractProxyModel(parent)
{
}

void ArticleFilterProxy::setArticles(ArticleListModel *model)
{
    beginResetModel();
    if (m_model)
        m_model->disconnect(this);
    m_model = model;
    setSourceModel(model);
    forgetKeys();
    m_rows = filtered();
    mapBack();
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &ArticleFilterProxy::beginResetModel);
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        forgetKeys();
        m_rows = filtered();
        mapBack();
        endResetModel();
        prepareKeys();
    });
    connect(model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) { follow(first.row(), last.row()); });
    connect(model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { followInserted(first, last); });
    connect(model, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this](const QModelIndex &, int first, int last) {
        for (int row = first; row <= last; ++row)
            hide(row);
    });
    connect(model, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) { followRemoved(first, last); });
    endResetModel();
    prepareKeys();
}

void ArticleFilterProxy::setText(const QString &text)
{
    m_text = text;
    const QList<QByteArray> words = foldedUtf8(text).split(' ');
    QList<QByteArray> wanted;
    std::ranges::copy_if(words, std::back_inserter(wanted), [](const QByteArray &word) { return !word.isEmpty(); });
    if (wanted == m_words)
        return;
    m_words = wanted;
    refilter();
}

void ArticleFilterProxy::setFound(std::optional<QSet<ArticleId>> articles)
{
    if (articles == m_found)
        return;
    m_found = std::move(articles);
    refilter();
}

void ArticleFilterProxy::setProgress(ProgressFilter filter)
{
    if (filter == m_progress)
        return;
    m_progress = filter;
    refilter();
}

void ArticleFilterProxy::setSet(std::optional<QSet<ArticleId>> articles)
{
    m_set = std::move(articles);
    refilter();
}

void ArticleFilterProxy::setQueue(const std::optional<std::vector<ArticleId>> &articles)
{
    std::optional<QHash<ArticleId, int>> queue;
    if (articles) {
        queue.emplace();
        for (const ArticleId article : *articles)
            queue->insert(article, int(queue->size()));
    }
    if (queue == m_queue)
        return;
    m_queue = std::move(queue);
    refilter();
}

void ArticleFilterProxy::setPinned(ArticleId article)
{
    const ArticleId before = std::exchange(m_pinned, article);
    for (const ArticleId id : {before, article}) {
        if (const int row = m_model ? m_model->row(id) : -1; row >= 0)
            accepts(row) ? show(row) : hide(row);
    }
}

void ArticleFilterProxy::sort(int column, Qt::SortOrder order)
{
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    m_column = column;
    m_order = order;
    const QModelIndexList before = persistentIndexList();
    QModelIndexList sources;
    for (const QModelIndex &index : before)
        sources << mapToSource(index);
    this->order(m_rows);
    mapBack();
    QModelIndexList after;
    for (const QModelIndex &source : sources)
        after << mapFromSource(source);
    changePersistentIndexList(before, after);
    emit layoutChanged({}, VerticalSortHint);
}

/// The same rows stay as they are: another letter often changes nothing.
void ArticleFilterProxy::refilter()
{
    std::vector<int> rows = filtered();
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    mapBack();
    endResetModel();
}

std::vector<int> ArticleFilterProxy::filtered() const
{
    std::vector<int> rows;
    const int count = m_model ? m_model->rowCount() : 0;
    for (int row = 0; row < count; ++row) {
        if (accepts(row))
            rows.push_back(row);
    }
    order(rows);
    return rows;
}

void ArticleFilterProxy::order(std::vector<int> &rows) const
{
    if (m_column == ArticleListModel::HeadlineColumn || m_column == ArticleListModel::OutletColumn)
        buildKeys();
    const auto inOrder = [this](int a, int b) { return before(a, b); };
    if (!std::ranges::is_sorted(rows, inOrder)) // as they are in the order of import, at each letter
        std::ranges::sort(rows, inOrder);
}

void ArticleFilterProxy::buildKeys() const
{
    if (m_keys.isEmpty() && m_model)
        m_keys = FilterKeys(m_model->articles());
}

void ArticleFilterProxy::forgetKeys()
{
    m_keys = {};
    ++m_keysAsked;
}

/// On another thread, so that the first letter finds them made.
void ArticleFilterProxy::prepareKeys()
{
    if (!m_keys.isEmpty() || m_model->articles().empty())
        return;
    QtConcurrent::run([articles = m_model->articles()] { return FilterKeys(articles); }).then(this, [this, asked = m_keysAsked](FilterKeys keys) {
        if (asked == m_keysAsked && m_keys.isEmpty())
            m_keys = std::move(keys);
    });
}

bool ArticleFilterProxy::accepts(int sourceRow) const
{
    const ArticleId article = m_model->articles()[size_t(sourceRow)].id;
    return isInSet(article) && ((m_pinned && article == m_pinned) || fits(sourceRow));
}

bool ArticleFilterProxy::isInSet(ArticleId article) const
{
    return (!m_set || m_set->contains(article)) && (!m_queue || m_queue->contains(article));
}

std::vector<ArticleId> ArticleFilterProxy::fitting() const
{
    std::vector<ArticleId> articles;
    for (const int row : m_rows) {
        if (fits(row))
            articles.push_back(m_model->articles()[size_t(row)].id);
    }
    return articles;
}

/// Text and progress.
bool ArticleFilterProxy::fits(int sourceRow) const
{
    if (m_found && !m_found->contains(m_model->articles()[size_t(sourceRow)].id))
        return false;
    if (m_progress != ProgressFilter::All) {
        const int progress = m_model->index(sourceRow, 0).data(ArticleListModel::ProgressRole).toInt();
        if (progress != std::to_underlying(m_progress) - std::to_underlying(ProgressFilter::NotBegun))
            return false;
    }
    if (m_words.isEmpty())
        return true;
    buildKeys();
    const std::string_view key = m_keys.whole(size_t(sourceRow));
    return std::ranges::all_of(m_words, [&](const QByteArray &word) { return key.contains(std::string_view(word)); });
}

bool ArticleFilterProxy::before(int a, int b) const
{
    const ArticleSummary &left = m_model->articles()[size_t(a)];
    const ArticleSummary &right = m_model->articles()[size_t(b)];
    std::strong_ordering order = std::strong_ordering::equal;
    switch (m_column) {
    case ImportOrder:
        order = inQueue(left, right);
        break;
    case ArticleListModel::HeadlineColumn:
        order = m_keys.whole(size_t(a)) <=> m_keys.whole(size_t(b));
        break;
    case ArticleListModel::OutletColumn:
        order = m_keys.outlet(size_t(a)) <=> m_keys.outlet(size_t(b));
        break;
    case ArticleListModel::DateColumn:
        order = left.published.compare(right.published) <=> 0;
        break;
    case ArticleListModel::ProgressColumn:
        order = m_model->index(a, 0).data(ArticleListModel::ProgressRole).toInt()
            <=> m_model->index(b, 0).data(ArticleListModel::ProgressRole).toInt();
        break;
    }
    if (order == 0)
        return a < b;
    return m_order == Qt::AscendingOrder ? order < 0 : order > 0;
}

std::strong_ordering ArticleFilterProxy::inQueue(const ArticleSummary &left, const ArticleSummary &right) const
{
    if (!m_queue)
        return std::strong_ordering::equal;
    const auto place = [this](const ArticleSummary &article) { return std::pair(article.progress == ProgressState::Done, m_queue->value(article.id)); };
    return place(left) <=> place(right);
}

/// An article that was marked done goes behind those that are not, in a queue.
bool ArticleFilterProxy::isMisplaced(int row) const
{
    if (!m_queue || m_column != ImportOrder)
        return false;
    const size_t at = size_t(row);
    return (at > 0 && before(m_rows[at], m_rows[at - 1])) || (at + 1 < m_rows.size() && before(m_rows[at + 1], m_rows[at]));
}

int ArticleFilterProxy::place(int sourceRow) const
{
    if (m_column == ArticleListModel::HeadlineColumn || m_column == ArticleListModel::OutletColumn)
        buildKeys();
    return int(std::ranges::upper_bound(m_rows, sourceRow, [this](int a, int b) { return before(a, b); }) - m_rows.begin());
}

void ArticleFilterProxy::follow(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        if (m_keys.isEmpty())
            ++m_keysAsked;
        else
            m_keys.replace(size_t(row), m_model->articles()[size_t(row)]);
        if (!accepts(row)) {
            hide(row);
        } else if (const int at = m_places[size_t(row)]; at < 0) {
            show(row);
        } else if (isMisplaced(at)) {
            hide(row);
            show(row);
        } else {
            emit dataChanged(index(at, 0), index(at, columnCount() - 1));
        }
    }
}

void ArticleFilterProxy::followInserted(int first, int last)
{
    const int count = last - first + 1;
    for (int &row : m_rows)
        row += row >= first ? count : 0;
    forgetKeys();
    mapBack();
    for (int row = first; row <= last; ++row) {
        if (accepts(row))
            show(row);
    }
}

void ArticleFilterProxy::followRemoved(int first, int last)
{
    const int count = last - first + 1;
    for (int &row : m_rows)
        row -= row > last ? count : 0;
    forgetKeys();
    mapBack();
}

void ArticleFilterProxy::mapBack()
{
    m_places.assign(size_t(m_model ? m_model->rowCount() : 0), -1);
    for (size_t row = 0; row < m_rows.size(); ++row)
        m_places[size_t(m_rows[row])] = int(row);
}

void ArticleFilterProxy::show(int sourceRow)
{
    if (m_places[size_t(sourceRow)] >= 0)
        return;
    const int at = place(sourceRow);
    beginInsertRows({}, at, at);
    m_rows.insert(m_rows.begin() + at, sourceRow);
    mapBack();
    endInsertRows();
}

void ArticleFilterProxy::hide(int sourceRow)
{
    const int at = m_places[size_t(sourceRow)];
    if (at < 0)
        return;
    beginRemoveRows({}, at, at);
    m_rows.erase(m_rows.begin() + at);
    for (size_t row = size_t(at); row < m_rows.size(); ++row)
        m_places[size_t(m_rows[row])] = int(row);
    m_places[size_t(sourceRow)] = -1;
    endRemoveRows();
}

QModelIndex ArticleFilterProxy::indexOf(ArticleId id) const
{
    const int row = m_model ? m_model->row(id) : -1;
    return row < 0 || m_places[size_t(row)] < 0 ? QModelIndex() : index(m_places[size_t(row)], 0);
}

QModelIndex ArticleFilterProxy::mapToSource(const QModelIndex &proxyIndex) const
{
    if (!proxyIndex.isValid() || !m_model)
        return {};
    return m_model->index(m_rows[size_t(proxyIndex.row())], proxyIndex.column());
}

QModelIndex ArticleFilterProxy::mapFromSource(const QModelIndex &sourceIndex) const
{
    if (!sourceIndex.isValid() || size_t(sourceIndex.row()) >= m_places.size())
        return {};
    const int at = m_places[size_t(sourceIndex.row())];
    return at < 0 ? QModelIndex() : index(at, sourceIndex.column());
}

QModelIndex ArticleFilterProxy::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

QModelIndex ArticleFilterProxy::parent(const QModelIndex &) const
{
    return {};
}

int ArticleFilterProxy::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ArticleFilterProxy::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ArticleListModel::ColumnCount);
}

bool ArticleFilterProxy::hasChildren(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_rows.empty();
}

} // namespace galley
