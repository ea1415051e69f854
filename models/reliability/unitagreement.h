// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "distances.h"
#include "linearisation.h"
#include "unitpatterns.h"

namespace galley {

/// A coefficient without a value yet that knows its counts: units and values in units with two values or more, coders, and how
/// many categories these values are of.
Coefficient withCounts(const Codings &codings, const UnitPatterns &patterns);
Coefficient withCounts(const Codings &codings, qint64 units,
                       const std::vector<qint64> &counts); ///< of each category, in these units

/// The agreement of each unit, 1 − mean distance of its pairs of values / largest distance; its chance the mean over its values
/// of `chance`, which has a figure for every category (nothing: none).
std::vector<UnitTerm> unitTerms(const UnitPatterns &patterns, const Distances &distances, const std::vector<double> &chance = {});

/// The mean over units of each category's share of a unit's values (Gwet 2008: π_k).
std::vector<double> meanShares(const UnitPatterns &patterns, size_t categories);

/// "Units with fewer than two values are left out."
QString unpairedConvention();

} // namespace galley
