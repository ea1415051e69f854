// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleisskappa.h"

#include "reliabilitytext.h"
#include "scale.h"
#include "unitagreement.h"

#include <algorithm>

namespace galley {

namespace {

void setKappa(const UnitPatterns &patterns, size_t categories, Coefficient &coefficient)
{
    const std::vector<qint64> counts = countsOf(patterns, categories);
    if (coefficient.pairable == 0) {
        coefficient.value = std::unexpected(Undefined::NoPairableUnits);
    } else if (std::ranges::count_if(counts, [](qint64 count) { return count > 0; }) < 2) {
        coefficient.value = std::unexpected(Undefined::NoVariation);
    } else {
        const std::vector<double> shares = meanShares(patterns, categories);
        linearise(unitTerms(patterns, Distances(Distance::Identity, std::vector<double>(categories)), shares), coefficient);
    }
}

} // namespace

Coefficient fleissKappa(const Codings &codings)
{
    const UnitPatterns patterns = patternsOf(codings);
    Coefficient coefficient = withCounts(codings, patterns);
    coefficient.conventions = {Reliability::tr("Fleiss’ κ (Fleiss 1971), generalised to missing values (Gwet 2021)."),
                               Reliability::tr("Units with one value count towards agreement by chance only."),
                               categoryConvention(codings), linearisationConvention()};
    setKappa(patterns, codings.categories.size(), coefficient);
    return coefficient;
}

Result<Coefficient> scottPi(const Codings &codings)
{
    if (codings.coderCount() > 2)
        return failed(Reliability::tr("Scott’s π compares two coders, not %1; Fleiss’ κ takes more").arg(codings.coderCount()));
    const UnitPatterns shared = patternsOf(codings, 2);
    Coefficient coefficient = withCounts(codings, shared);
    coefficient.conventions = {Reliability::tr("Scott’s π (Scott 1955), over the units that both coders valued."),
                               categoryConvention(codings), linearisationConvention()};
    setKappa(shared, codings.categories.size(), coefficient);
    return coefficient;
}

} // namespace galley
