// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reliabilityrow.h"

namespace galley {

/// How many more units (of spans: articles) are to be coded twice for an interval that is wanted.
///
/// A coefficient of agreement is a smooth function of means over units that are sampled independently, so by the delta method its
/// variance is v / n with v a property of the material, not of the sample's size (Gwet 2021, "Large-sample variance of Fleiss
/// generalized kappa", Educational and Psychological Measurement 81(4), which linearises α so). Bootstrap percentile intervals shrink in the
/// same way (Davison & Hinkley 1997, ch. 2). An interval that reaches d beyond the coefficient with n units reaches d √(n / n′) with n′:
///
///     half-width t wanted:               n′ = n (h / t)²,          h = (high − low) / 2
///     lower end at a threshold θ < α:    n′ = n ((α − low) / (α − θ))²
///
/// both rounded up. This takes it that further units are like those at hand and that α stays where it is; where few units lie behind
/// the interval, that interval is itself uncertain, and so is the number. (Bloch & Kraemer 1989 and Krippendorff 2019, 12.4, give numbers for
/// a binary variable from assumptions alone, before anything is coded; here there is a pilot.)
struct MoreUnits
{
    /// Further units; 0: it is so already; none: no interval, or no number of units would do.
    static std::optional<qint64> forHalfWidth(const ReliabilityRow &row, double halfWidth);
    static std::optional<qint64> forLowerEnd(const ReliabilityRow &row, double threshold);
};

/// Sentences on what it takes: for the thresholds, and for the half-width that is asked for.
QStringList planFor(const ReliabilityRow &row, const Thresholds &thresholds, double halfWidth);

} // namespace galley
