// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignmentcandidates.h"

#include <atomic>
#include <cmath>

namespace galley {

/// Prices of units that no unitary alignment exceeds: those of its units sum to at most its cost, so all prices together are
/// a lower bound of what any partition of the units costs.
using Prices = std::vector<double>;

/// Unitary alignments that hold each unit once.
struct Partition
{
    std::vector<qint64> chosen; ///< indices of unitary alignments by their first units; empty where none was found
    double cost = HUGE_VAL;
    double lowerBound = 0; ///< no partition costs less
    bool unique = true;    ///< no other costs as little; means something where isProven()

    bool isProven() const { return lowerBound >= cost - CostTolerance; }
};

/// The cheapest partition of the units that have prices into members of `blocks`, which stand in lexicographic order and
/// hold each unit alone too. Among equally cheap ones: that of fewest blocks, then the lexicographically first.
///
/// Units are covered in order. What is covered beyond the first uncovered unit is a frontier, and of all ways to the same
/// frontier only the cheapest is kept. Ways are dropped that exceed `upperBound`, that are dearer than to reach another
/// frontier and then make up for the difference, and, beyond `width` at a time, the dearest; only the last limits the lower
/// bound.
Partition cheapestPartition(const UnitaryAlignments &blocks, const Prices &prices, int coders, double upperBound, size_t width,
                            const std::atomic<bool> &stopped);

} // namespace galley
