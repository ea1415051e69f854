// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codedarticles.h"

#include "codedprivate.h"

#include <domain/givenunit.h>
#include <domain/rangetext.h>

#include <algorithm>
#include <set>
#include <unordered_map>

namespace galley {

std::vector<CoderId> idsOf(const std::vector<Coder> &coders)
{
    std::vector<CoderId> ids;
    for (const Coder &coder : coders)
        ids.push_back(coder.id);
    return ids;
}

Result<Remainder> remainderOf(const ProjectStore &store, const CodedArticle &article, const Layer &layer,
                              const std::vector<ZoneKind> &excluded)
{
    if (layer.leaveOut.isEmpty() && excluded.empty())
        return Remainder(article.length, {});
    const auto zones = store.zones(article.id);
    return zones ? Result<Remainder>(Remainder(article.length, leftOut(*zones, layer, excluded))) : std::unexpected(zones.error());
}

Result<std::vector<CodedArticle>> articlesCodedByTwo(const ProjectStore &store, const std::vector<Coder> &coders)
{
    std::vector<CodedArticle> articles;
    for (qint32 coder = 0; coder < qint32(coders.size()); ++coder) {
        const auto summaries = store.articleSummaries(coders[size_t(coder)].id);
        if (!summaries)
            return std::unexpected(summaries.error());
        articles.resize(summaries->size());
        for (size_t i = 0; i < summaries->size(); ++i) {
            const ArticleSummary &summary = (*summaries)[i];
            articles[i].id = summary.id;
            articles[i].title = summary.title;
            articles[i].length = summary.length;
            if (summary.annotations > 0 || summary.progress == ProgressState::Done)
                articles[i].coders.push_back(coder);
        }
    }
    std::erase_if(articles, [](const CodedArticle &article) { return article.coders.size() < 2; });
    return articles;
}

Result<std::vector<CodedArticle>> comparedArticles(const ProjectStore &store, const ComparedParts &parts)
{
    auto coded = articlesCodedByTwo(store, parts.coders);
    if (coded)
        std::erase_if(*coded, [&](const CodedArticle &article) { return parts.sight.isBlind(article.id); });
    if (!coded || parts.sets.empty())
        return coded;
    const auto articles = store.articles();
    if (!articles)
        return std::unexpected(articles.error());
    std::set<QUuid> wanted;
    for (const CodingSet &set : parts.sets) {
        for (const QUuid &article : articlesOf(set))
            wanted.insert(article);
    }
    std::unordered_map<ArticleId, bool> isCompared;
    for (const Article &article : *articles)
        isCompared[article.id] = wanted.contains(article.uuid);
    std::erase_if(*coded, [&](const CodedArticle &article) { return !isCompared[article.id]; });
    return coded;
}

bool isGivenUnit(const AnnotationRow &row)
{
    return row.id == givenUnitId(row.article, row.layer, rangesIn(row.ranges), row.coder);
}

Result<std::vector<QString>> codingTimes(const ProjectStore &store, const std::vector<Coder> &coders, const std::vector<CodedArticle> &articles)
{
    std::unordered_map<ArticleId, std::string> latest;
    const auto read = store.forEachAnnotation({false, idsOf(coders), {}}, [&](const AnnotationRow &row) -> Result<> {
        std::string &known = latest[row.article];
        if (known < row.modified)
            known = row.modified;
        return {};
    });
    if (!read)
        return std::unexpected(read.error());
    std::vector<QString> times;
    for (const CodedArticle &article : articles) {
        const auto found = latest.find(article.id);
        times.push_back(found == latest.end() ? QString() : QString::fromStdString(found->second));
    }
    return times;
}

Result<SpanCodings> spanCodings(const ProjectStore &store, const Layer &layer, const std::vector<Coder> &coders,
                                const std::vector<CodedArticle> &articles, const std::vector<ZoneKind> &excluded)
{
    const auto codebook = store.codebook();
    if (!codebook)
        return std::unexpected(codebook.error());
    SpanCodings codings;
    std::unordered_map<CodeId, qint32> categories;
    if (const Variable *principal = codebook->principalVariable(layer.id)) {
        for (const Code *code : codebook->codes(principal->id)) {
            categories.emplace(code->id, qint32(codings.categories.size()));
            codings.categories += codebook->path(code->id);
        }
    } else {
        codings.categories += layer.name;
    }
    std::unordered_map<CoderId, qint32> places;
    for (const Coder &coder : coders) {
        places.emplace(coder.id, qint32(codings.coders.size()));
        codings.coders += coder.name;
    }
    std::unordered_map<ArticleId, std::pair<size_t, Remainder>> documents;
    for (const CodedArticle &article : articles) {
        auto remainder = remainderOf(store, article, layer, excluded);
        if (!remainder)
            return std::unexpected(remainder.error());
        codings.documents.push_back({article.title, 0, double(remainder->length()), article.coders, {}});
        documents.emplace(article.id, std::pair(codings.documents.size() - 1, std::move(*remainder)));
    }
    const auto read = store.forEachAnnotation({false, idsOf(coders), {layer.id}}, [&](const AnnotationRow &row) -> Result<> {
        const auto found = documents.find(row.article);
        if (found == documents.end() || isGivenUnit(row))
            return {};
        const auto &[document, remainder] = found->second;
        const auto category = categories.find(row.code);
        for (const Range &range : rangesIn(row.ranges)) {
            const Range left = remainder.range(range);
            if (!left.isEmpty())
                codings.documents[document].spans.push_back(
                    {places[row.coder], category == categories.end() ? 0 : category->second, double(left.begin), double(left.end)});
        }
        return {};
    });
    if (!read)
        return std::unexpected(read.error());
    return codings;
}

} // namespace galley
