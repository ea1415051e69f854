// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "codings.h"
#include "coefficient.h"

#include <domain/error.h>

namespace galley {

struct CohenOptions
{
    enum Weights { None, Linear, Quadratic };
    enum Scale { Rank, Value };
    enum Multi { TwoCoders, LightPairwise, LightListwise };

    Weights weights = None; ///< of disagreement: [c ≠ k], |x − y| or (x − y)²
    Scale scale = Rank;     ///< whether x and y are places in the codebook (or, without one, among what the pair used) or numbers
    Multi multi = TwoCoders; ///< more coders: an error, or the mean over pairs, over units the pair valued or units all valued
};

/// Cohen’s κ (Cohen 1960), weighted (Cohen 1968): 1 − observed / expected disagreement, over the units that both coders valued.
/// By rank like SAS, R's irr and scikit-learn with all labels given; these drop unused categories unless told, and DKPro's is
/// wrong where the largest distance never occurs.
///
/// Standard error: Fleiss, Cohen & Everitt 1969 (as SAS, statsmodels and irrCAC have it), interval κ ± 1.96 SE, its upper end cut
/// at 1. More coders: Light’s κ (Light 1971), the mean over pairs, without a standard error; undefined where any pair is, for the
/// mean of the others would hide it.
///
/// Undefined: no shared unit; both always the same category. Constant but different coders have κ = 0. Errors: more than two
/// coders without `multi`; by number, a used category that is none.
Result<Coefficient> cohenKappa(const Codings &codings, const CohenOptions &options = {});

} // namespace galley
