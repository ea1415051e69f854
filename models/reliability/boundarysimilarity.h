// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "coefficient.h"
#include "spancodings.h"

namespace galley {

/// Boundary similarity with one type of boundary: Fournier 2013, "Evaluating text segmentation using boundary edit distance",
/// ACL. Boundaries are where spans begin or end strictly inside the continuum (of segments side by side: between them).
///
/// B = 1 − (A + Σ k/n_t) / (A + T + M): M boundaries match, T pairs are near misses, k < `reach` (n_t) positions apart, A are
/// left. Near misses are sought the shortest first, from left to right, and use up both boundaries. n_t = 2, the standard, weighs
/// one position off as 1/2; with 1 there are none. More coders: the mean over pairs; a pair without any boundary is left out.
/// Texts: counts are added over those that both coded. Undefined where no pair has a boundary (Fournier's segeval raises an
/// exception). Not corrected for chance. Figures of two coders: "matches", "near_misses", "additions".
Coefficient boundarySimilarity(const SpanCodings &codings, int reach = 2);

} // namespace galley
