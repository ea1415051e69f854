// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frontiersearch.h"

namespace galley {

/// How far the minimum of each unit is smoothed, in units of Δ∅: from coarse to fine, halved from level to level.
struct Smoothing
{
    double from;
    double to;
    int sweeps; ///< over all units on each level
};

/// Better prices than `start`, close to the best there are: the dual of the entropically smoothed partitioning problem,
/// raised unit by unit (iterative proportional fitting, Bregman 1967; for transport Sinkhorn, Cuturi 2013), then made
/// feasible. On return `blocks` has lost those that no partition of at most `upperBound` holds; their order stays.
Prices entropicPrices(UnitaryAlignments &blocks, const Prices &start, double upperBound, const Smoothing &smoothing,
                      const std::atomic<bool> &stopped);

/// Each unit's equal share of the cheapest block that holds it: feasible, and where to start.
Prices equalShares(const UnitaryAlignments &blocks, size_t units);

/// What a block costs beyond the prices of its units.
double excessOf(const UnitaryAlignments &blocks, qint64 block, const Prices &prices);

} // namespace galley
