// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "congerkappa.h"

#include "reliabilitytext.h"
#include "scale.h"
#include "unitagreement.h"

#include <algorithm>
#include <numeric>

namespace galley {

namespace {

/// The share of each category among one coder's values.
std::vector<double> sharesOf(const Codings &codings, size_t coder, double &valued)
{
    std::vector<double> shares(codings.categories.size());
    valued = 0;
    for (qsizetype row = 0; row < codings.unitCount(); ++row) {
        if (const qint32 value = codings.unit(row)[coder]; value != Codings::Missing) {
            ++shares[size_t(value)];
            ++valued;
        }
    }
    for (double &share : shares)
        share = valued > 0 ? share / valued : 0;
    return shares;
}

/// Each unit's part in the agreement by chance: Gwet's linearisation of the products of the coders' shares, one coder after
/// another, so that no table of coders × categories is needed. The mean over units that have a value is the agreement by chance.
std::vector<double> chances(const Codings &codings, double units)
{
    std::vector<double> all(codings.categories.size());
    double coders = 0, valued = 0;
    for (size_t coder = 0; coder < size_t(codings.coderCount()); ++coder) {
        const std::vector<double> shares = sharesOf(codings, coder, valued);
        coders += valued > 0;
        std::ranges::transform(all, shares, all.begin(), std::plus());
    }
    std::vector<double> chances(size_t(codings.unitCount()));
    for (size_t coder = 0; coder < size_t(codings.coderCount()); ++coder) {
        const std::vector<double> shares = sharesOf(codings, coder, valued);
        if (valued == 0)
            continue;
        double withOthers = 0;
        for (size_t category = 0; category < shares.size(); ++category)
            withOthers += shares[category] * (all[category] - shares[category]);
        for (qsizetype row = 0; row < codings.unitCount(); ++row) {
            const qint32 value = codings.unit(row)[coder];
            const double gain = value == Codings::Missing ? 0 : all[size_t(value)] - shares[size_t(value)] - withOthers;
            chances[size_t(row)] += (units / valued * gain + withOthers) / (coders * (coders - 1));
        }
    }
    return chances;
}

} // namespace

Coefficient congerKappa(const Codings &codings)
{
    const UnitPatterns patterns = patternsOf(codings);
    Coefficient coefficient = withCounts(codings, patterns);
    coefficient.conventions
        = {Reliability::tr(
               "Conger’s κ (Conger 1980; Davies & Fleiss 1982), the shares of each coder over all that this coder valued."),
           categoryConvention(codings), linearisationConvention()};
    const std::vector<qint64> counts = countsOf(patterns, codings.categories.size());
    if (coefficient.pairable == 0 || std::ranges::count_if(counts, [](qint64 count) { return count > 0; }) < 2) {
        coefficient.value = std::unexpected(coefficient.pairable == 0 ? Undefined::NoPairableUnits : Undefined::NoVariation);
        return coefficient;
    }
    const std::vector<double> chance = chances(codings, double(unitCount(patterns)));
    const Distances identity(Distance::Identity, std::vector<double>(codings.categories.size()));
    std::vector<UnitTerm> terms;
    std::vector<qint32> unit;
    for (qsizetype row = 0; row < codings.unitCount(); ++row) {
        unit.clear();
        std::ranges::copy_if(codings.unit(row), std::back_inserter(unit), [](qint32 value) { return value != Codings::Missing; });
        if (unit.empty())
            continue;
        std::ranges::sort(unit);
        const double pairs = double(unit.size() * (unit.size() - 1));
        terms.push_back(
            {unit.size() < 2 ? std::nullopt : std::optional(1 - identity.within(unit) / pairs), chance[size_t(row)], 1});
    }
    linearise(terms, coefficient);
    return coefficient;
}

} // namespace galley
