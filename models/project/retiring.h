// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>
#include <domain/error.h>
#include <store/projectstore.h>

#include <vector>

/// Articles that came in and should not have: taken out of the study again.
namespace galley {

/// What goes with an article that is taken out.
struct RetiredWork
{
    int annotations = 0;
    int coders = 0;    ///< who made them
    bool others = false; ///< some are not by who takes it out
};

/// An error where somebody else's work would go with it and `by` is no lead. A project without any lead has nobody to ask.
Result<> mayRetire(const ProjectStore &store, const RetiredWork &work, CoderId by);

Result<RetiredWork> workIn(const ProjectStore &store, const std::vector<ArticleId> &articles, CoderId by);

/// Takes articles out of the project, with all that was coded and settled in them, as one step that undo brings back whole. The
/// reason stands in the history. Copies of their story and corrected texts stay, and refer to one another. Errors: no reason, no
/// such article.
Result<Change> retireArticles(const ProjectStore &store, const std::vector<ArticleId> &articles, const QString &reason);

} // namespace galley
