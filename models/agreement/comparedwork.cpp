// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparedwork.h"

#include "codedarticles.h"

#include <algorithm>
#include <iterator>

namespace galley {

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
            std::ranges::move(comparedGroups(ofLayer, coders, rule), std::back_inserter(groups));
        }
    }
    return groups;
}

} // namespace galley
