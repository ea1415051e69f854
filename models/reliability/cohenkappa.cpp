// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cohenkappa.h"

#include "contingency.h"
#include "distances.h"
#include "reliabilitytext.h"
#include "scale.h"
#include "unitagreement.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace galley {

namespace {

struct PairKappa
{
    std::expected<double, Undefined> value = std::unexpected(Undefined::NoPairableUnits);
    double standardError = 0;
};

Result<Distances> distancesOf(const Codings &codings, const std::vector<bool> &set, const CohenOptions &options)
{
    if (options.weights == CohenOptions::None)
        return Distances(Distance::Identity, std::vector<double>(set.size()));
    const Distance kind = options.weights == CohenOptions::Linear ? Distance::Linear : Distance::Quadratic;
    if (options.scale == CohenOptions::Rank)
        return Distances(kind, ranks(set));
    auto positions = numbers(codings, set);
    if (!positions)
        return std::unexpected(positions.error());
    return Distances(kind, std::move(*positions));
}

/// With d the distances, A and B the coders' shares and D(c) the mean distance of c from what the other coder gave, the variance
/// of Fleiss, Cohen & Everitt (1969) is Var[d(a, b) − (1 − κ)(D_B(a) + D_A(b))] / (n · De²), over the cells that occur.
double standardErrorOf(const Contingency &table, const Distances &distances, const std::vector<double> &fromSecond,
                       const std::vector<double> &fromFirst, double expected, double kappa)
{
    const double units = double(table.units);
    const auto term = [&](const ContingencyCell &cell) {
        return distances.between(cell.first, cell.second)
            - (1 - kappa) * (fromSecond[size_t(cell.first)] + fromFirst[size_t(cell.second)]) / units;
    };
    double mean = 0, variance = 0;
    for (const ContingencyCell &cell : table.cells)
        mean += double(cell.units) * term(cell) / units;
    for (const ContingencyCell &cell : table.cells)
        variance += double(cell.units) * (term(cell) - mean) * (term(cell) - mean) / units;
    return std::sqrt(variance / units) / expected;
}

Result<PairKappa> kappaOf(const Codings &codings, qsizetype first, qsizetype second, const CohenOptions &options)
{
    const Contingency table = contingencyOf(codings, first, second, options.multi == CohenOptions::LightListwise);
    if (table.units == 0)
        return PairKappa{};
    const std::vector<double> firstTotals = table.firstTotals(), secondTotals = table.secondTotals();
    std::vector<qint64> counts(table.categories);
    for (const ContingencyCell &cell : table.cells) {
        counts[size_t(cell.first)] += cell.units;
        counts[size_t(cell.second)] += cell.units;
    }
    // A codebook sets the ranks, but only what was used must be a number.
    const bool byNumber = options.weights != CohenOptions::None && options.scale == CohenOptions::Value;
    std::vector<bool> used(counts.size());
    std::ranges::transform(counts, used.begin(), [](qint64 count) { return count > 0; });
    const auto distances = distancesOf(codings, byNumber ? used : categorySet(codings, counts), options);
    if (!distances)
        return std::unexpected(distances.error());

    double observed = 0;
    for (const ContingencyCell &cell : table.cells)
        observed += double(cell.units) * distances->between(cell.first, cell.second);
    const std::vector<double> fromSecond = distances->sums(secondTotals);
    const double units = double(table.units);
    const double expected = std::inner_product(firstTotals.begin(), firstTotals.end(), fromSecond.begin(), 0.0) / (units * units);
    if (expected == 0)
        return PairKappa{std::unexpected(Undefined::NoVariation)};
    const double kappa = 1 - observed / units / expected;
    return PairKappa{kappa, standardErrorOf(table, *distances, fromSecond, distances->sums(firstTotals), expected, kappa)};
}

QStringList conventionsOf(const Codings &codings, const CohenOptions &options)
{
    QStringList conventions;
    switch (options.multi) {
    case CohenOptions::TwoCoders:
        conventions += Reliability::tr("Cohen’s κ (Cohen 1960, 1968), over the units that both coders valued.");
        break;
    case CohenOptions::LightPairwise:
        conventions += Reliability::tr(
            "Light’s κ (Light 1971): the mean of Cohen’s κ over pairs of coders, each over the units both valued.");
        break;
    case CohenOptions::LightListwise:
        conventions += Reliability::tr(
            "Light’s κ (Light 1971): the mean of Cohen’s κ over pairs of coders, over the units that every coder valued.");
        break;
    }
    if (options.weights == CohenOptions::None)
        conventions += Reliability::tr("Unweighted.");
    else if (options.scale == CohenOptions::Value)
        conventions += options.weights == CohenOptions::Linear ? Reliability::tr("Linear weights on the categories’ numbers.")
                                                               : Reliability::tr("Quadratic weights on the categories’ numbers.");
    else
        conventions += options.weights == CohenOptions::Linear ? Reliability::tr("Linear weights on the categories’ ranks.")
                                                               : Reliability::tr("Quadratic weights on the categories’ ranks.");
    conventions += categoryConvention(codings);
    return conventions;
}

} // namespace

Result<Coefficient> cohenKappa(const Codings &codings, const CohenOptions &options)
{
    if (codings.coderCount() > 2 && options.multi == CohenOptions::TwoCoders)
        return failed(
            Reliability::tr(
                "Cohen’s κ compares two coders, not %1; ask for the mean over their pairs, or take Fleiss’ κ or Conger’s")
                .arg(codings.coderCount()));
    const bool listwise = options.multi == CohenOptions::LightListwise;
    Coefficient coefficient = withCounts(codings, patternsOf(codings, listwise ? size_t(codings.coderCount()) : 2));
    coefficient.conventions = conventionsOf(codings, options);
    if (codings.coderCount() < 2) {
        coefficient.value = std::unexpected(Undefined::NoPairableUnits);
        return coefficient;
    }
    double sum = 0;
    qint64 pairs = 0;
    std::optional<Undefined> reason;
    for (qsizetype first = 0; first < codings.coderCount(); ++first) {
        for (qsizetype second = first + 1; second < codings.coderCount(); ++second, ++pairs) {
            const auto pair = kappaOf(codings, first, second, options);
            if (!pair)
                return std::unexpected(pair.error());
            if (!pair->value && !reason)
                reason = pair->value.error();
            sum += pair->value.value_or(0);
            coefficient.standardError = pair->standardError;
        }
    }
    if (reason && listwise && *reason == Undefined::NoPairableUnits)
        reason = Undefined::NoCompleteUnits;
    if (reason || pairs > 1 || coefficient.units < 2)
        coefficient.standardError.reset();
    if (reason) {
        coefficient.value = std::unexpected(*reason);
        return coefficient;
    }
    coefficient.value = sum / double(pairs);
    if (coefficient.standardError) {
        constexpr double normal = 1.959963984540054; // 97.5 % of a standard normal lies below
        const double reach = normal * *coefficient.standardError;
        coefficient.interval = Interval{*coefficient.value - reach, std::min(1.0, *coefficient.value + reach), 0.95};
        coefficient.conventions += Reliability::tr(
            "Standard error after Fleiss, Cohen & Everitt (1969), interval by the normal distribution, cut at 1.");
    }
    return coefficient;
}

} // namespace galley
