// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignmentcandidates.h"

namespace galley {

/// A good alignment of any number of coders, not always the best: coder after coder is matched at the least cost with what
/// the others have formed, as often as that helps. Unitary alignments by their first units.
std::vector<std::vector<qint32>> coderwiseAlignment(const AlignmentUnits &units, const Neighbours &neighbours);

/// What no alignment of the units falls below: each pair of coders aligned for itself at the least cost, and for each unitary
/// alignment that there must be what two coders without a unit in it contribute. Needs neighbours up to a dissimilarity of 2.
double pairwiseLowerBound(const AlignmentUnits &units, const Neighbours &neighbours);

} // namespace galley
