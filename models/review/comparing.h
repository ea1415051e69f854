// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "comparedgroup.h"

#include <domain/error.h>

#include <reliability/spanmatching.h>

namespace galley {

/// The groups of what several coders did with one article in one layer, each annotation in exactly one, in reading order. None of
/// it depends on the order of coders or annotations. `coders` are those who coded the article; annotations of others are left out.
///
/// 1. What is the same (stretches, code, values) goes together: each coder's first with each coder's first, and so on.
/// 2. Of every two coders, the annotations that match by the rule and are in no group of both are matched one to one so that they
///    are as much alike as possible in total: a pair counts what it shares of the text that either covers, by a quarter more for the
///    same code and a sixteenth more for the same values. That is exact (Kuhn 1955, by shortest augmenting paths: reliability/matching.h). Pairs of all
///    coders are then joined to groups, the most alike first, where no coder is twice and every two in the group match by the
///    rule. Again, until nothing more can be joined.
/// 3. Several to one: what was left of coders in a group by itself joins the group in which another coder marked as a whole what
///    they marked in parts: it has the same code, lies in the whole for at least its half, matches it by the rule, and touches no
///    other part of theirs.
///
/// Stretches are all of an annotation: a gap in one is no text of it. Annotations of whole articles are all in one place, so codes
/// and values alone tell which go together; they match none that has a place.
std::vector<ComparedGroup> comparedGroups(const std::vector<Annotation> &annotations, std::vector<CoderId> coders, const MatchingRule &rule = {});

/// "overlap", "exact", "iou=0.5"
Result<MatchingRule> matchingRuleNamed(const QString &name);

} // namespace galley
