// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "annotationlist.h"

#include "keptannotations.h"
#include "tables.h"

#include <domain/coder.h>

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace galley {

namespace {

constexpr qint64 asked = 4096; ///< rows between two questions whether it is still wanted

template<typename T>
bool isAmong(const std::vector<T> &wanted, T id)
{
    return wanted.empty() || std::ranges::contains(wanted, id);
}

auto readingPlace(const ListedAnnotation &one)
{
    return std::tuple(one.article, one.start, -one.end, one.id);
}

/// Takes what a query wants from the rows it is shown.
class Picking
{
public:
    static constexpr auto columns = "id, article, layer, coder, code, start, end, status, memo <> '', modified, quote, memo";

    Picking(sql::Connection &connection, const AnnotationQuery &query)
        : m_query(query)
        , m_values(connection)
    {
    }

    bool takes(const ListedArticle &article) const { return !m_query.article || m_query.article(article); }

    /// The row, which is of the article at that place; nullopt: it is not wanted.
    std::optional<ListedAnnotation> picked(const sql::Statement &row, ArticleId article, qint32 place)
    {
        const auto coder = row.id<CoderId>(3);
        const bool isByWanted = m_query.coders.empty() ? coder != m_consensus : isAmong(m_query.coders, coder);
        if (!isByWanted || !m_query.sight.sees(coder, article) || !isAmong(m_query.layers, row.id<LayerId>(2)))
            return std::nullopt;
        ListedAnnotation listed{row.id<AnnotationId>(0), row.id<LayerId>(2), coder, row.id<CodeId>(4), row.integer(9), place};
        if (!row.isNull(5)) {
            listed.start = qint32(row.integer(5));
            listed.end = qint32(row.integer(6));
        }
        listed.flagged = row.utf8(7) == "flagged";
        listed.hasMemo = row.integer(8) != 0;
        if ((m_query.flagged && !listed.flagged) || (m_query.withMemo && !listed.hasMemo))
            return std::nullopt;
        const bool codeIsThere = isAmong(m_query.codes, listed.code);
        if (!codeIsThere || m_query.values)
            m_values.read(listed.id, m_read);
        if ((!codeIsThere && !hasValueWanted()) || (m_query.values && !m_query.values(m_read)))
            return std::nullopt;
        if (m_query.texts && !m_query.texts(row.utf8(10), row.utf8(11)))
            return std::nullopt;
        return listed;
    }

private:
    bool hasValueWanted() const
    {
        return std::ranges::any_of(m_read, [this](const VariableValue &value) {
            const auto *code = std::get_if<CodeId>(&value.value);
            return code && std::ranges::contains(m_query.codes, *code);
        });
    }

    const AnnotationQuery &m_query;
    ValueCursor m_values;
    std::vector<VariableValue> m_read;
    CoderId m_consensus = consensusCoder().id;
};

/// Article by article, until so many rows were looked at: what a list begins with.
std::vector<ListedAnnotation> firstOf(sql::Connection &connection, const std::vector<ListedArticle> &articles, const AnnotationQuery &query, qint64 lookAtMost)
{
    Picking picking(connection, query);
    sql::Statement rows = connection.prepare(std::string("SELECT ") + Picking::columns + " FROM annotation WHERE article = ?1 AND deleted = 0 ORDER BY start, end DESC, id");
    std::vector<ListedAnnotation> found;
    for (qint32 place = 0; place < qint32(articles.size()) && lookAtMost > 0; ++place) {
        if (!picking.takes(articles[size_t(place)]))
            continue;
        rows.with(articles[size_t(place)].id);
        while (rows.step()) {
            --lookAtMost;
            if (const auto listed = picking.picked(rows, articles[size_t(place)].id, place))
                found.push_back(*listed);
        }
    }
    return found;
}

} // namespace

/// All of them are read as they lie in the file, and sorted here: in reading order each would be looked up by itself.
std::vector<ListedAnnotation> annotationList(sql::Connection &connection, const std::vector<ListedArticle> &articles, const AnnotationQuery &query, qint64 lookAtMost,
                                             const std::function<bool()> &goOn)
{
    if (lookAtMost > 0)
        return firstOf(connection, articles, query, lookAtMost);
    Picking picking(connection, query);
    std::unordered_map<ArticleId, qint32> places;
    for (qint32 place = 0; place < qint32(articles.size()); ++place) {
        if (picking.takes(articles[size_t(place)]))
            places.emplace(articles[size_t(place)].id, place);
    }
    sql::Statement rows = connection.prepare(std::string("SELECT ") + Picking::columns + " FROM annotation NOT INDEXED WHERE deleted = 0 ORDER BY id");
    std::vector<ListedAnnotation> found;
    ArticleId last;
    auto place = places.end();
    for (qint64 looked = 0; rows.step(); ++looked) {
        if (looked % asked == 0 && goOn && !goOn())
            break;
        if (const auto article = rows.id<ArticleId>(1); article != last)
            place = places.find(last = article); // mostly the one before
        if (place == places.end())
            continue;
        if (const auto listed = picking.picked(rows, last, place->second))
            found.push_back(*listed);
    }
    if (!std::ranges::is_sorted(found, {}, readingPlace))
        std::ranges::sort(found, {}, readingPlace);
    return found;
}

std::vector<ListedArticle> listedArticles(sql::Connection &connection)
{
    struct Positioned
    {
        qint64 position = 0;
        ListedArticle article;
    };
    std::vector<Positioned> read;
    sql::Statement rows = connection.prepare("SELECT id, title, outlet, published, position, uuid FROM article NOT INDEXED WHERE deleted = 0");
    while (rows.step())
        read.push_back({rows.integer(4), {rows.id<ArticleId>(0), rows.text(1), rows.text(2), rows.text(3), rows.uuid(5)}});
    std::ranges::sort(read, {}, [](const Positioned &one) { return std::pair(one.position, one.article.id); });
    std::vector<ListedArticle> articles;
    articles.reserve(read.size());
    for (Positioned &one : read)
        articles.push_back(std::move(one.article));
    return articles;
}

std::vector<AnnotationInContext> annotationsInContext(sql::Connection &connection, const std::vector<AnnotationId> &ids, int width)
{
    std::vector<AnnotationInContext> found;
    sql::Statement around = connection.prepare("SELECT substr(body, max(0, ?2 - ?4) + 1, min(?2, ?4)), substr(body, ?3 + 1, ?4) FROM article_text WHERE article = ?1");
    for (const AnnotationId id : ids) {
        auto annotation = stored<Annotation>(connection, id);
        if (!annotation)
            continue;
        AnnotationInContext &one = found.emplace_back(std::move(*annotation));
        const Range extent = one.annotation.extent();
        if (one.annotation.ranges.empty() || !around.with(one.annotation.article, extent.begin, extent.end, width).step())
            continue;
        one.left = around.text(0);
        one.right = around.text(1);
    }
    return found;
}

} // namespace galley
