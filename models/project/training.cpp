// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "training.h"

#include "codingsets.h"

#include <review/comparing.h>

#include <algorithm>
#include <iterator>

namespace galley {

namespace {

/// The first set of this kind that has the article; the sets are in the order of their names.
const CodingSet *trainingSetWith(const std::vector<CodingSet> &sets, const QUuid &article)
{
    const auto found = std::ranges::find_if(sets, [&](const CodingSet &set) {
        return set.kind == SetKind::Training && goldOf(set) && std::ranges::contains(articlesOf(set), article);
    });
    return found == sets.end() ? nullptr : &*found;
}

bool isDone(const std::vector<Progress> &progress, CoderId coder)
{
    return std::ranges::any_of(progress, [=](const Progress &one) { return one.coder == coder && one.state == ProgressState::Done; });
}

} // namespace

int TrainingFeedback::same() const
{
    return int(std::ranges::count(groups, Difference::Agreement, &ComparedGroup::kind));
}

Result<std::optional<TrainingFeedback>> feedbackOn(const ProjectStore &store, ArticleId article, CoderId coder)
{
    const auto sets = store.codingSets();
    const auto row = store.article(article);
    const auto progress = store.progress(article);
    const auto annotations = store.annotations(article);
    const auto codebook = store.codebook();
    if (!sets || !row || !progress)
        return std::unexpected(!sets ? sets.error() : !row ? row.error() : progress.error());
    if (!annotations || !codebook)
        return std::unexpected(!annotations ? annotations.error() : codebook.error());
    const CodingSet *set = trainingSetWith(*sets, row->uuid);
    const CoderId gold = set ? goldOf(*set) : CoderId();
    if (!gold || gold == coder || !isDone(*progress, coder) || (!std::ranges::contains(*annotations, gold, &Annotation::coder) && !isDone(*progress, gold)))
        return std::nullopt;
    TrainingFeedback feedback{set->id, gold, {}};
    for (const Layer &layer : codebook->layers()) {
        std::vector<Annotation> ofBoth;
        std::ranges::copy_if(*annotations, std::back_inserter(ofBoth), [&](const Annotation &one) { return one.layer == layer.id && (one.coder == coder || one.coder == gold); });
        std::ranges::move(comparedGroups(ofBoth, {coder, gold}), std::back_inserter(feedback.groups));
    }
    return feedback;
}

} // namespace galley
