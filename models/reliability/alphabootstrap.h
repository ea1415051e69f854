// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "codings.h"
#include "coefficient.h"
#include "metrics.h"

#include <domain/error.h>

namespace galley {

struct AlphaBootstrapOptions
{
    enum Method {
        Units,                 ///< units with two values or more are drawn with replacement, and α computed anew of each sample
        HayesKrippendorff2007, ///< pairs of values are drawn from the coincidences; expected disagreement is held fixed
        Krippendorff2016, ///< per unit as many of all observed pairs as it has, by its number of values; expected is held fixed
    };

    Method method = Units;
    Level level = Level::Nominal;
    qint64 replicates = 10'000;
    std::optional<qint64> draws = std::nullopt; ///< pairs per replicate of the method of 2007; else as many as the data have
    qint64 seed = 1;
    std::optional<double> minimum = std::nullopt; ///< an α whose probability of being missed is wanted, beside .667 and .800
    double low = 0.025;                           ///< the interval's ends, as probabilities
    double high = 0.975;
    int threads = 0; ///< 0: as many as the machine has; the result does not depend on it
};

/// Krippendorff’s α with the distribution that resampling gives it.
///
/// The value is α itself. Figures: mean, sd, ci_low, ci_high (percentiles, between two by linear interpolation), n_replicates,
/// n_dropped, seed, and the shares of replicates below .667, .800 and the minimum: p_below_0.667, p_below_0.800, p_below_minimum.
///
/// The method of 2007 is Hayes & Krippendorff's (2007) and comparable with their macro KALPHA: N pairs are drawn with
/// probabilities o_ck/n, α* = 1 − mean δ² / De, not below −1; with a single value in agreement α* = 1 becomes 0, else of the
/// replicates with α* = 1 as many as would come from one value alone, replicates · Σ(o_cc/n)^N, become 0. Several ports draw
/// min(25·Q, (m − 1)n/2) pairs instead, which makes intervals narrower; `draws` does that. The method of 2016 (Krippendorff 2016;
/// R's icr) has not α as its mean where units have different numbers of values. Both take pairs as independent of each other and
/// hold expected disagreement fixed, so their intervals are too narrow; resampling units is the standard for that reason.
///
/// Replicates without variation have no α, are dropped and counted; where more than 5 % are, the interval is withheld. Each
/// replicate has a random stream of its own, so that a seed gives the same result on any number of threads.
/// Errors: as krippendorffAlpha(); `proceed` said no.
Result<Coefficient> krippendorffAlphaBootstrap(const Codings &codings, const AlphaBootstrapOptions &options = {},
                                               const Proceed &proceed = {});

/// The same from their names: method, level, replicates, draws, seed, minimum, quantiles ("0.025,0.975").
Result<AlphaBootstrapOptions> bootstrapOptions(const MetricOptions &options);
QStringList bootstrapOptionNames();

} // namespace galley
