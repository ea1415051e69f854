// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "krippendorffalpha.h"

#include "linearisation.h"
#include "reliabilitytext.h"
#include "scale.h"
#include "unitagreement.h"

#include <algorithm>
#include <cmath>

namespace galley {

namespace {

/// The variance over units i of (2a·ε_i − δ_i)/De − a·r_i/r̄, whose mean is 0, with r_i values of mean r̄, δ_i the disagreement
/// within, ε_i that of its values with all values, both per r̄, De the expected disagreement and a = Do/De. This is irrCAC's
/// krippen.alpha.raw() written in distances instead of weights, so no largest distance enters.
double standardErrorOf(const UnitDisagreement &disagreement, const UnitDisagreement::Sums &sums, double units)
{
    const UnitPatterns &patterns = disagreement.patterns();
    std::vector<double> toAll = disagreement.distances().sums(disagreement.weights());
    for (double &mean : toAll)
        mean /= sums.values;
    const double meanSize = sums.values / units;
    const double expected = sums.expected / (sums.values * sums.values);
    const double ratio = sums.observed / sums.values / expected;
    double squares = 0;
    for (size_t pattern = 0; pattern < patterns.size(); ++pattern) {
        const auto unit = patterns[pattern];
        const double size = double(unit.size());
        double withAll = 0;
        for (qint32 value : unit)
            withAll += toAll[size_t(value)];
        const double within = disagreement.within()[pattern] / (size - 1);
        const double part = (2 * ratio * withAll - within) / (meanSize * expected) - ratio * size / meanSize;
        squares += double(patterns.units[pattern]) * part * part;
    }
    return std::sqrt(squares / (units * (units - 1)));
}

/// The mean ranks of the categories, from 0: what lies below, and half of their own.
std::vector<double> meanRanks(const std::vector<qint64> &counts)
{
    std::vector<double> ranks(counts.size());
    double below = 0;
    for (size_t category = 0; category < counts.size(); ++category) {
        ranks[category] = below + double(counts[category]) / 2;
        below += double(counts[category]);
    }
    return ranks;
}

} // namespace

UnitDisagreement::UnitDisagreement(UnitPatterns pairable, std::vector<qint64> counts, Level level,
                                   const std::vector<double> &positions)
    : m_patterns(std::move(pairable))
    , m_level(level)
    , m_counts(std::move(counts))
    , m_distances(distancesOf(level, m_counts, positions))
{
    m_within.reserve(m_patterns.size());
    for (size_t pattern = 0; pattern < m_patterns.size(); ++pattern)
        m_within.push_back(m_distances.within(m_patterns[pattern]));
}

Distances UnitDisagreement::distancesOf(Level level, const std::vector<qint64> &counts, const std::vector<double> &positions)
{
    switch (level) {
    case Level::Ordinal:
        return {Distance::Quadratic, meanRanks(counts)};
    case Level::Interval:
        return {Distance::Quadratic, positions};
    case Level::Ratio:
        return {Distance::Ratio, positions};
    case Level::Nominal:
        break;
    }
    return {Distance::Identity, positions};
}

UnitDisagreement::Sums UnitDisagreement::sums() const
{
    return sums(m_patterns.units, m_counts, m_distances, false);
}

UnitDisagreement::Sums UnitDisagreement::sums(std::span<const qint64> units) const
{
    std::vector<qint64> counts(m_counts.size());
    for (size_t pattern = 0; pattern < units.size(); ++pattern) {
        if (units[pattern] > 0) {
            for (qint32 value : m_patterns[pattern])
                counts[size_t(value)] += units[pattern];
        }
    }
    if (m_level == Level::Ordinal)
        return sums(units, counts, distancesOf(m_level, counts, {}), true);
    return sums(units, counts, m_distances, false);
}

UnitDisagreement::Sums UnitDisagreement::sums(std::span<const qint64> units, const std::vector<qint64> &counts,
                                              const Distances &distances, bool anew) const
{
    // Sums by the number of values are divided once, so that whole numbers stay exact until then.
    std::vector<double> bySize;
    Sums sums;
    for (size_t pattern = 0; pattern < units.size(); ++pattern) {
        if (units[pattern] == 0)
            continue;
        const auto unit = m_patterns[pattern];
        if (unit.size() >= bySize.size())
            bySize.resize(unit.size() + 1);
        bySize[unit.size()] += double(units[pattern]) * (anew ? distances.within(unit) : m_within[pattern]);
        sums.values += double(units[pattern]) * double(unit.size());
    }
    for (size_t size = 2; size < bySize.size(); ++size)
        sums.observed += bySize[size] / double(size - 1);
    sums.expected = distances.total(std::vector<double>(counts.begin(), counts.end()));
    return sums;
}

Result<UnitDisagreement> disagreementOf(const Codings &codings, Level level)
{
    UnitPatterns patterns = patternsOf(codings, 2);
    std::vector<qint64> counts = countsOf(patterns, codings.categories.size());
    std::vector<double> positions(counts.size());
    if (level == Level::Interval || level == Level::Ratio) {
        std::vector<bool> used(counts.size());
        std::ranges::transform(counts, used.begin(), [](qint64 count) { return count > 0; });
        auto values = numbers(codings, used, level == Level::Ratio);
        if (!values)
            return std::unexpected(values.error());
        positions = std::move(*values);
    }
    return UnitDisagreement(std::move(patterns), std::move(counts), level, positions);
}

QStringList alphaConventions(const Codings &codings, Level level)
{
    const auto name = [&] {
        switch (level) {
        case Level::Ordinal:
            return Reliability::tr(
                "Krippendorff’s α for ordinal data (Krippendorff 2019, ch. 12), ranks in the order of the categories.");
        case Level::Interval:
            return Reliability::tr("Krippendorff’s α for interval data (Krippendorff 2019, ch. 12).");
        case Level::Ratio:
            return Reliability::tr("Krippendorff’s α for ratio data (Krippendorff 2019, ch. 12).");
        case Level::Nominal:
            break;
        }
        return Reliability::tr("Krippendorff’s α for nominal data (Krippendorff 2019, ch. 12).");
    };
    QStringList conventions{name(), unpairedConvention()};
    conventions += level == Level::Ordinal ? categoryConvention(codings) : Reliability::tr("Categories as they occur.");
    if (level == Level::Ordinal)
        conventions += orderConvention(codings);
    return conventions;
}

Result<Coefficient> krippendorffAlpha(const Codings &codings, Level level)
{
    const auto disagreement = disagreementOf(codings, level);
    if (!disagreement)
        return std::unexpected(disagreement.error());
    Coefficient coefficient = withCounts(codings, unitCount(disagreement->patterns()), disagreement->counts());
    coefficient.conventions = alphaConventions(codings, level);
    const UnitDisagreement::Sums sums = disagreement->sums();
    if (coefficient.pairable == 0 || sums.expected == 0) {
        coefficient.value = std::unexpected(coefficient.pairable == 0 ? Undefined::NoPairableUnits : Undefined::NoVariation);
        return coefficient;
    }
    coefficient.value = sums.alpha();
    if (coefficient.units >= 2) {
        coefficient.standardError = standardErrorOf(*disagreement, sums, double(coefficient.units));
        coefficient.interval = studentInterval(*coefficient.value, *coefficient.standardError, double(coefficient.units));
        coefficient.conventions
            += Reliability::tr("Standard error by linearisation over units (Gwet 2021), interval by Student’s t, cut at 1.");
    }
    return coefficient;
}

} // namespace galley
