// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare/settlingpanel.h>
#include <items/comparisonlistmodel.h>
#include <project/rulingedits.h>
#include <project/workspace.h>

#include <optional>

namespace galley {

/// What all who code did with the articles that two of them coded, and what of it is settled.
struct Comparison
{
    ComparisonListModel::Groups groups = std::make_shared<const std::vector<ComparedGroup>>();
    ComparisonNames names = {}; ///< coders are those who code, by name
    StandingRulings standing = {};
    std::vector<OtherRuling> others = {}; ///< of copies that settled something differently
    bool again = false; ///< of a coder and who they are when they code once more: that is looked at, and not settled
};

/// What of it is before the user.
struct ShownComparison
{
    Comparison comparison;
    std::optional<size_t> group; ///< its place among the groups
    std::optional<OpenArticle> article;

    const ComparedGroup *current() const { return group ? &(*comparison.groups)[*group] : nullptr; }
};

/// Reads only, on any thread. `rule`: as matchingRuleNamed(). `again`: of these two, somebody and their second self, in place of people.
Result<Comparison> readComparison(const ProjectStore &store, const QString &rule, const std::vector<CoderId> &again = {});

/// "Target: Council", of all that was said beside the code.
QStringList valuesOf(const Annotation &annotation, const ComparisonNames &names);

/// What one coder has in a group, in words.
ShownReading readingOf(const ComparedGroup &group, const Coder &coder, int track, const ComparisonNames &names, bool dark);

} // namespace galley
