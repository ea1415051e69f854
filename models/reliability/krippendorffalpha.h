// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "codings.h"
#include "coefficient.h"
#include "distances.h"
#include "unitpatterns.h"

#include <domain/error.h>

namespace galley {

/// Krippendorff’s α (Krippendorff 1970, 2019 ch. 12) of any number of coders, with missing values:
///
///     α = 1 − (n − 1) · Σ o_ck δ²(c, k) / Σ n_c n_k δ²(c, k)
///
/// over units with two values or more; o are coincidences, each unit's pairs divided by its number of values less one, n_c how
/// many of these n values are c, and δ²(c, k)
///
///     nominal   [c ≠ k]
///     ordinal   the squared number of values between, half of c's and k's own counted: the squared difference of mean ranks
///     interval  (c − k)²
///     ratio     ((c − k)/(c + k))², 0 for zero from zero
///
/// Ranks are the order of categories in the matrix; categories without a pairable value add nothing. Wrong elsewhere: R's
/// irr::kripp.alpha for three coders or more without missing data; irrCAC's "ordinal" weights are Gwet's and no ordinal α; R's
/// icr truncates marginals. One deviating value among many makes α 0, as it should.
///
/// The standard error is Gwet's linearisation over units (Gwet 2021; irrCAC), δ² held fixed; the interval is by Student's
/// t, its upper end cut at 1. For an interval without these assumptions see krippendorffAlphaBootstrap().
/// Undefined: no unit with two values; all pairable values the same. An error: a value that is no number on an interval or ratio
/// scale, or negative on a ratio scale.
Result<Coefficient> krippendorffAlpha(const Codings &codings, Level level = Level::Nominal);

/// Disagreement within units and by chance, of units that were counted once and may be drawn several times.
class UnitDisagreement
{
public:
    struct Sums
    {
        double values = 0;   ///< n
        double observed = 0; ///< Σ o_ck δ²(c, k)
        double expected = 0; ///< Σ n_c n_k δ²(c, k)

        double alpha() const { return 1 - (values - 1) * observed / expected; } ///< where something is expected
    };

    /// `pairable`: units with two values or more. `counts`: countsOf() them. `positions`: numbers of the categories on an
    /// interval or ratio scale.
    UnitDisagreement(UnitPatterns pairable, std::vector<qint64> counts, Level level, const std::vector<double> &positions);

    const UnitPatterns &patterns() const { return m_patterns; }
    const Distances &distances() const { return m_distances; }     ///< of the data as they are
    const std::vector<qint64> &counts() const { return m_counts; } ///< n_c
    std::vector<double> weights() const { return {m_counts.begin(), m_counts.end()}; }
    const std::vector<double> &within() const { return m_within; } ///< Σ over ordered pairs of a pattern's values of δ²
    Sums sums() const;

    /// Where each pattern occurs that often. Ordinal differences are taken anew from the values that are then there.
    Sums sums(std::span<const qint64> units) const;

private:
    Sums sums(std::span<const qint64> units, const std::vector<qint64> &counts, const Distances &distances, bool anew) const;
    static Distances distancesOf(Level level, const std::vector<qint64> &counts, const std::vector<double> &positions);

    UnitPatterns m_patterns;
    Level m_level;
    std::vector<qint64> m_counts;
    Distances m_distances;
    std::vector<double> m_within;
};

/// The disagreement of a matrix, or why its values do not fit the level.
Result<UnitDisagreement> disagreementOf(const Codings &codings, Level level);

/// "Krippendorff’s α for ordinal data (Krippendorff 2019, ch. 12).", and what is left out.
QStringList alphaConventions(const Codings &codings, Level level);

} // namespace galley
