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
    std::map<ArticleId, CoderId> selves = sight.selves();
    for (const Article &article : articles) {
        if (const auto self = selves.find(article.revises); article.revises && self != selves.end())
            selves.emplace(article.id, self->second);
    }
    return Sight(sight.looker(), {blind.begin(), blind.end()}, std::move(selves));
}

/// As whom somebody codes what they code once more. They do so once; copies that disagree take the same.
std::map<ArticleId, CoderId> selvesIn(const std::vector<Coder> &selves, const std::vector<Assignment> &assignments)
{
    std::map<ArticleId, CoderId> coding;
    for (const Assignment &one : assignments) {
        if (std::ranges::contains(selves, one.coder, &Coder::id))
            coding[one.article] = std::max(coding[one.article], one.coder);
    }
    return coding;
}

/// The same sight of who is a second self in these.
Sight withSelves(const Sight &sight, CoderId looker, std::map<ArticleId, CoderId> selves)
{
    return selves.empty() ? sight : Sight(looker, sight.blind(), std::move(selves));
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
    Sight sight = sightOf(who == coders->end() ? nullptr : &*who, *sets, *choices);
    if (const auto selves = selvesOf(looker, *coders); looker && !selves.empty()) {
        const auto assignments = store.assignments();
        if (!assignments)
            return std::unexpected(assignments.error());
        sight = withSelves(sight, looker, selvesIn(selves, *assignments));
    }
    if (sight.seesAll() && sight.selves().empty())
        return sight;
    return store.articles().transform([&](const std::vector<Article> &articles) { return withCorrections(sight, articles); });
}

bool altersSight(const Change &change)
{
    const auto altersRevisions = [](const AnyEdit &any) {
        const auto *bulk = std::get_if<BulkEdit>(&any);
        const auto *article = std::get_if<Edit<Article>>(&any);
        return bulk ? bulk->isOf<Article>() : article && (!article->before || !article->after || article->before->revises != article->after->revises);
    };
    return alters<CodingSet, Assignment, Coder, StudyChoice>(change) || std::ranges::any_of(change.edits, altersRevisions);
}

} // namespace galley
