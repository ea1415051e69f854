// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incomplete.h"

#include <domain/questions.h>

#include <algorithm>
#include <set>

namespace galley {

namespace {

bool isAnswer(const Value &value)
{
    const auto *text = std::get_if<QString>(&value);
    return !text || !text->trimmed().isEmpty();
}

} // namespace

std::vector<VariableId> missingIn(const Codebook &codebook, const Annotation &annotation)
{
    const Variable *principal = codebook.principalVariable(annotation.layer);
    std::vector<VariableId> missing;
    for (const Variable *variable : codebook.variables(annotation.layer)) {
        const bool answered = variable == principal ? bool(annotation.code)
                                                    : std::ranges::any_of(annotation.values, [&](const VariableValue &value) {
                                                          return value.variable == variable->id && isAnswer(value.value);
                                                      });
        if (!answered && isRequired(codebook, *variable, {annotation.code, annotation.values}))
            missing.push_back(variable->id);
    }
    return missing;
}

std::vector<Incomplete> incompleteIn(const Codebook &codebook, ArticleId article, CoderId coder, const std::vector<Annotation> &annotations)
{
    std::vector<const Annotation *> own;
    for (const Annotation &annotation : annotations) {
        if (annotation.coder == coder && annotation.article == article)
            own.push_back(&annotation);
    }
    const auto isWhole = [](const Annotation *annotation) { return annotation->ranges.empty(); };
    std::ranges::stable_sort(own, [&](const Annotation *a, const Annotation *b) {
        return isWhole(a) != isWhole(b) ? isWhole(b) : !isWhole(a) && readsBefore(*a, *b);
    });
    std::vector<Incomplete> found;
    for (const Annotation *annotation : own) {
        if (auto missing = missingIn(codebook, *annotation); !missing.empty())
            found.push_back({annotation->id, article, annotation->layer, coder, std::move(missing)});
    }
    for (const Layer &layer : codebook.layers()) {
        if (layer.unit != LayerUnit::Article || std::ranges::contains(own, layer.id, &Annotation::layer))
            continue;
        Annotation nothing;
        nothing.layer = layer.id;
        if (auto missing = missingIn(codebook, nothing); !missing.empty())
            found.push_back({{}, article, layer.id, coder, std::move(missing)});
    }
    return found;
}

Result<> forEachIncomplete(const ProjectStore &store, const std::function<void(const Incomplete &)> &take)
{
    const auto codebook = store.codebook();
    const auto articles = store.articles();
    if (!codebook || !articles)
        return std::unexpected(!codebook ? codebook.error() : articles.error());
    for (const Article &article : *articles) {
        const auto annotations = store.annotations(article.id);
        const auto progress = store.progress(article.id);
        if (!annotations || !progress)
            return std::unexpected(!annotations ? annotations.error() : progress.error());
        std::set<CoderId> began;
        for (const Annotation &annotation : *annotations)
            began.insert(annotation.coder);
        for (const Progress &one : *progress)
            began.insert(one.coder);
        began.erase(consensusCoder().id);
        for (const CoderId coder : began)
            std::ranges::for_each(incompleteIn(*codebook, article.id, coder, *annotations), take);
    }
    return {};
}

} // namespace galley
