// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "codings.h"
#include "coefficient.h"

namespace galley {

/// Weights of partial agreement between categories (Gwet 2021; irrCAC), k and l the categories' numbers, or their ranks
/// where not all of them are numbers; i and j their ranks among q.
enum class GwetWeights {
    Identity,  ///< 1 for the same category, else 0: AC1
    Linear,    ///< 1 − |k − l|/range
    Quadratic, ///< 1 − ((k − l)/range)²
    Ordinal,   ///< 1 − C(|i − j| + 1, 2)/C(q, 2)
};

/// Gwet’s AC1 (identity weights) and AC2 (Gwet 2008, 2021): agreement over units with two values or more, chance
/// pe = T/(q(q − 1)) · Σ π(1 − π), T the sum of all weights, q the number of categories: of the codebook where the matrix has it,
/// else of those that occur, also in units with one value. Standard error by linearise(). irrCAC gives NaN where a unit has no
/// value at all; such units are left out here. DKPro weights missing values otherwise.
///
/// Undefined: no unit with two values; fewer than two categories.
Coefficient gwetAc(const Codings &codings, GwetWeights weights = GwetWeights::Identity);

} // namespace galley
