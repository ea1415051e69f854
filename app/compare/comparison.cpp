// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparison.h"

#include <agreement/comparedwork.h>
#include <domain/labels.h>
#include <items/palette.h>

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

Result<Comparison> readComparison(const ProjectStore &store, const QString &rule, const std::vector<CoderId> &again)
{
    const auto matching = matchingRuleNamed(rule);
    auto codebook = store.codebook();
    auto coders = store.coders();
    auto actors = store.actors();
    if (!matching || !codebook)
        return std::unexpected(!matching ? matching.error() : codebook.error());
    if (!coders || !actors)
        return std::unexpected(!coders ? coders.error() : actors.error());
    if (again.empty())
        *coders = people(std::move(*coders));
    else
        std::erase_if(*coders, [&](const Coder &coder) { return !std::ranges::contains(again, coder.id); });
    std::ranges::sort(*coders, [](const Coder &a, const Coder &b) { return a.name.localeAwareCompare(b.name) < 0; });
    Comparison comparison{.names = {std::move(*codebook), std::move(*coders), std::move(*actors), {}}};
    comparison.again = !again.empty();
    if (comparison.names.coders.size() < 2)
        return comparison;
    auto groups = comparedWork(store, {comparison.names.coders, comparison.names.codebook.layers()}, *matching);
    auto standing = standingRulings(store);
    const auto articles = store.articles();
    auto others = otherRulings(store);
    if (!groups || !standing || !others)
        return std::unexpected(!groups ? groups.error() : !standing ? standing.error() : others.error());
    if (!articles)
        return std::unexpected(articles.error());
    comparison.groups = std::make_shared<const std::vector<ComparedGroup>>(std::move(*groups));
    comparison.standing = std::move(*standing);
    comparison.others = std::move(*others);
    for (const Article &article : *articles)
        comparison.names.titles.emplace(article.id, article.title);
    return comparison;
}

QStringList valuesOf(const Annotation &annotation, const ComparisonNames &names)
{
    const Labels labels(names.codebook, names.coders, names.actors);
    QStringList values;
    for (const VariableValue &value : annotation.values) {
        const Variable *variable = names.codebook.variable(value.variable);
        values += u"%1: %2"_s.arg(variable ? variable->name : QString(), QString::fromStdString(labels.text(value.value)));
    }
    return values;
}

ShownReading readingOf(const ComparedGroup &group, const Coder &coder, int track, const ComparisonNames &names, bool dark)
{
    ShownReading reading{coder.name, track, {}};
    for (const Annotation &annotation : annotationsOf(group, coder.id)) {
        reading.parts.push_back({names.code(annotation), codeColor(names.codebook, annotation.code, dark), annotation.quote.simplified(), valuesOf(annotation, names), annotation.memo,
                                 annotation.status == AnnotationStatus::Flagged});
    }
    return reading;
}

} // namespace galley
