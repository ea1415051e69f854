// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "coefficient.h"

#include <vector>

namespace galley {

/// What units that are alike add to a chance-corrected coefficient.
struct UnitTerm
{
    std::optional<double> agreement; ///< of its pairs of values, from 0 to 1; none with fewer than two values
    double chance = 0;               ///< its part in the agreement by chance; the mean over units is that agreement
    double units = 0;                ///< how many are alike
};

/// Sets value, standard error and interval: (pa − pe)/(1 − pe), with pa and pe the means of agreement and chance.
///
/// The standard error is Gwet's linearisation over units (Gwet 2008, "Computing inter-rater reliability and its variance in the
/// presence of high agreement"; Gwet 2021): the variance of
/// x = (n/n')(agreement − pe)/(1 − pe) − 2(1 − κ)(chance − pe)/(1 − pe), of n units of which n' have two values, divided by
/// n(n − 1); units are taken as drawn from a population much larger. The interval is κ ± t(n − 1) · SE, its upper end cut at 1.
/// Needs a unit with two values and pe < 1; a single unit has no standard error. irrCAC's functions for tables divide by n².
void linearise(const std::vector<UnitTerm> &terms, Coefficient &coefficient);

/// The interval at 95 % of a coefficient whose standard error rests on this many units, by Student's t.
Interval studentInterval(double value, double standardError, double units);

/// The sentence that says so.
QString linearisationConvention();

} // namespace galley
