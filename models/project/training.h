// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/codingset.h>
#include <domain/error.h>
#include <review/comparedgroup.h>

#include <optional>
#include <vector>

namespace galley {

class ProjectStore;

/// What a coder did with an article of a training set, beside its gold answers.
struct TrainingFeedback
{
    SetId set;
    CoderId gold; ///< whose answers hold: a coder's, or the consensus
    std::vector<ComparedGroup> groups; ///< of these two, by layer, in reading order

    int same() const; ///< groups in which both have the same
};

/// Feedback on an article that the coder has marked as done; nothing before, nor where it is in no training set with gold answers, or
/// these are not there yet. This is the one way past blindness: who has answered is told the answer, and of the gold answers alone.
Result<std::optional<TrainingFeedback>> feedbackOn(const ProjectStore &store, ArticleId article, CoderId coder);

} // namespace galley
