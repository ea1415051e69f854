// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/error.h>
#include <project/worktimes.h>
#include <store/projectstore.h>

#include <functional>
#include <optional>
#include <vector>

namespace galley {

/// How far one coder is with one set. Without a set: with what they coded beyond all sets.
struct CoderProgress
{
    CoderId coder;
    SetId set;
    int assigned = 0, inProgress = 0, done = 0;
    int annotations = 0, flagged = 0;
    int missing = 0; ///< required answers, in articles they began

    std::chrono::milliseconds spent{}; ///< at the articles they have done, as far as the history tells (workTimes())
    int timed = 0;                     ///< how many of these it tells something of
    int days = 0;                      ///< on which they worked at the set

    /// Of the articles done. nullopt: nothing is known.
    std::optional<std::chrono::milliseconds> timePerArticle() const;
    std::optional<double> articlesPerDay() const; ///< done, for each day on which they worked at them
};

/// By set, then by coder. Looks at everything: for another thread. nullopt where `goOn` said no.
Result<std::optional<std::vector<CoderProgress>>> progressOf(const ProjectStore &store, const std::function<bool()> &goOn = [] { return true; });

Result<std::vector<ArticleId>> articlesDone(const ProjectStore &store, CoderId coder);

} // namespace galley
