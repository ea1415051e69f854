// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sight.h"

#include "codingsets.h"
#include "studychoices.h"

#include <domain/identity.h>

#include <algorithm>
#include <unordered_set>

namespace galley {

namespace {

/// The work goes over into the corrected text of an article, and is no less blind there. A correction is imported after what it corrects.
Sight withCorrections(const Sight &sight, const std::vector<Article> &articles)
{
    std::unordered_set<ArticleId> blind(sight.blind().begin(), sight.blind().end());
    for (const Article &article : articles) {
        if (article.revises && blind.contains(article.revises))
            blind.insert(article.id);
    }
    return Sight(sight.looker(), {blind.begin(), blind.end()});
}

} // namespace

Sight sightOf(const Coder *looker, const std::vector<CodingSet> &sets, const std::vector<StudyChoice> &choices)
{
    if (looker && looker->role == CoderRole::Lead && !codesBlind(choices, looker->id))
        return {};
    std::vector<ArticleId> blind;
    for (const CodingSet &set : sets) {
        if (set.blind)
            std::ranges::transform(articlesOf(set), std::back_inserter(blind), [](const QUuid &article) { return ArticleId{idOf(article)}; });
    }
    return blind.empty() ? Sight() : Sight(looker ? looker->id : CoderId(), std::move(blind));
}

Result<Sight> sightOf(const ProjectStore &store, CoderId looker)
{
    const auto coders = store.coders();
    const auto sets = store.codingSets();
    const auto choices = store.studyChoices();
    if (!coders || !sets || !choices)
        return std::unexpected(!coders ? coders.error() : !sets ? sets.error() : choices.error());
    const auto who = std::ranges::find(*coders, looker, &Coder::id);
    const Sight sight = sightOf(who == coders->end() ? nullptr : &*who, *sets, *choices);
    if (sight.seesAll())
        return sight;
    return store.articles().transform([&](const std::vector<Article> &articles) { return withCorrections(sight, articles); });
}

bool altersSight(const Change &change)
{
    return std::ranges::any_of(change.edits, [](const AnyEdit &any) {
        if (const auto *bulk = std::get_if<BulkEdit>(&any))
            return bulk->isOf<CodingSet>() || bulk->isOf<Coder>() || bulk->isOf<StudyChoice>() || bulk->isOf<Article>();
        if (const auto *article = std::get_if<Edit<Article>>(&any))
            return !article->before || !article->after || article->before->revises != article->after->revises;
        return std::holds_alternative<Edit<CodingSet>>(any) || std::holds_alternative<Edit<Coder>>(any) || std::holds_alternative<Edit<StudyChoice>>(any);
    });
}

} // namespace galley
