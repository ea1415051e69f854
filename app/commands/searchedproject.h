// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <project/searching.h>

namespace galley {

class ProjectStore;

/// A project in which a command looks for something, its index caught up with it.
struct SearchedProject
{
    static Result<SearchedProject> open(const ProjectStore &store); ///< tells how far the index is

    /// The error also says where an expression came to no end.
    Result<> search(const SearchRequest &request, std::function<void(std::vector<SearchHit>, std::vector<SearchedArticle>)> take) const;

    ProjectLists lists;
    SearchIndex index;
};

} // namespace galley
