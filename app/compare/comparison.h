// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare/settlingpanel.h>
#include <items/comparisonlistmodel.h>
#include <project/precedents.h>
#include <project/rulingedits.h>
#include <project/workspace.h>

#include <optional>

namespace galley {

/// What all who code did with the articles that two of them coded, and how it was settled.
struct Comparison
{
    ComparisonListModel::Groups groups = std::make_shared<const std::vector<ComparedGroup>>();
    ComparisonNames names = {}; ///< coders are those who code, by name
    StandingRulings standing = {};
    std::vector<Precedent> precedents = {};
};

/// What of it is before the user.
struct ShownComparison
{
    Comparison comparison;
    std::optional<size_t> group; ///< its place among the groups
    std::optional<OpenArticle> article;

    const ComparedGroup *current() const { return group ? &(*comparison.groups)[*group] : nullptr; }
};

/// Reads only, on any thread. `rule`: as matchingRuleNamed().
Result<Comparison> readComparison(const ProjectStore &store, const QString &rule);

/// What stands after a change, of rulings and what they left; true where it altered anything of that. `onlyThat` becomes false
/// where the change altered something else that is compared.
bool follow(StandingRulings &standing, const Change &change, bool &onlyThat);

/// What one coder has in a group, in words.
ShownReading readingOf(const ComparedGroup &group, const Coder &coder, int track, const ComparisonNames &names, bool dark);

} // namespace galley
