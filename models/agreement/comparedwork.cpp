// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparedwork.h"

#include "codedprivate.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <unordered_map>

namespace galley {

namespace {

/// As it is compared: without what its layer leaves out. Nothing where no text of it is left.
std::optional<Annotation> withinRemainder(const Annotation &annotation, const Remainder &remainder)
{
    Annotation left = annotation;
    left.ranges.clear();
    for (const Range &range : annotation.ranges) {
        if (const Range part = remainder.range(range); !part.isEmpty())
            left.ranges.push_back(part);
    }
    return left.ranges.empty() && !annotation.ranges.empty() ? std::nullopt : std::optional(std::move(left));
}

/// Groups by what of the annotations counts, and with them as they are.
Result<std::vector<ComparedGroup>> groupsOf(const ProjectStore &store, const ComparedParts &parts, const CodedArticle &article, const Layer &layer,
                                            std::vector<Annotation> annotations, const std::vector<CoderId> &coders, const MatchingRule &rule)
{
    if (layer.leaveOut.isEmpty() && parts.excluded.empty())
        return comparedGroups(annotations, coders, rule);
    const auto remainder = remainderOf(store, article, layer, parts.excluded);
    if (!remainder)
        return std::unexpected(remainder.error());
    std::vector<Annotation> counting;
    std::unordered_map<AnnotationId, const Annotation *> whole;
    for (const Annotation &annotation : annotations) {
        if (auto left = withinRemainder(annotation, *remainder)) {
            counting.push_back(std::move(*left));
            whole.emplace(annotation.id, &annotation);
        }
    }
    std::vector<ComparedGroup> groups = comparedGroups(counting, coders, rule);
    for (ComparedGroup &group : groups) {
        for (Annotation &annotation : group.annotations)
            annotation = *whole.at(annotation.id);
    }
    return groups;
}

} // namespace

Result<std::vector<ComparedGroup>> comparedWork(const ProjectStore &store, const ComparedParts &parts, const MatchingRule &rule, ArticleId only)
{
    const auto articles = comparedArticles(store, parts);
    if (!articles)
        return std::unexpected(articles.error());
    std::vector<ComparedGroup> groups;
    for (const CodedArticle &article : *articles) {
        if (only && article.id != only)
            continue;
        const auto annotations = store.annotations(article.id);
        if (!annotations)
            return std::unexpected(annotations.error());
        std::vector<CoderId> coders;
        for (const qint32 coder : article.coders)
            coders.push_back(parts.coders[size_t(coder)].id);
        for (const Layer &layer : parts.layers) {
            std::vector<Annotation> ofLayer;
            std::ranges::copy_if(*annotations, std::back_inserter(ofLayer), [&](const Annotation &annotation) { return annotation.layer == layer.id; });
            auto grouped = groupsOf(store, parts, article, layer, std::move(ofLayer), coders, rule);
            if (!grouped)
                return std::unexpected(grouped.error());
            std::ranges::move(*grouped, std::back_inserter(groups));
        }
    }
    return groups;
}

} // namespace galley
