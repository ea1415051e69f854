// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frontiersearch.h"

namespace galley {

/// Prices that come close to the best there are, by subgradient steps on the Lagrangian dual of the set partitioning problem (Held,
/// Wolfe & Crowder 1974; of the blocks that begin with a unit at most one is chosen). On return `blocks` has lost those that no
/// partition of at most `upperBound` holds; their order stays.
Prices lagrangianPrices(UnitaryAlignments &blocks, size_t units, double upperBound, const std::atomic<bool> &stopped);

} // namespace galley
