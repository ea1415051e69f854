// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gwetac.h"

#include "reliabilitytext.h"
#include "scale.h"
#include "unitagreement.h"

#include <algorithm>
#include <numeric>

namespace galley {

namespace {

Distances distancesOf(const Codings &codings, const std::vector<bool> &set, GwetWeights weights)
{
    const auto positions = [&] { return numbers(codings, set).value_or(ranks(set)); };
    switch (weights) {
    case GwetWeights::Linear:
        return {Distance::Linear, positions()};
    case GwetWeights::Quadratic:
        return {Distance::Quadratic, positions()};
    case GwetWeights::Ordinal:
        return {Distance::Triangular, ranks(set)};
    case GwetWeights::Identity:
        break;
    }
    return {Distance::Identity, std::vector<double>(set.size())};
}

QString weightsConvention(GwetWeights weights, bool byNumber)
{
    switch (weights) {
    case GwetWeights::Linear:
        return byNumber ? Reliability::tr("Linear weights on the categories’ numbers.")
                        : Reliability::tr("Linear weights on the categories’ ranks, as not all are numbers.");
    case GwetWeights::Quadratic:
        return byNumber ? Reliability::tr("Quadratic weights on the categories’ numbers.")
                        : Reliability::tr("Quadratic weights on the categories’ ranks, as not all are numbers.");
    case GwetWeights::Ordinal:
        return Reliability::tr("Gwet’s ordinal weights on the categories’ ranks.");
    case GwetWeights::Identity:
        break;
    }
    return Reliability::tr("Identity weights.");
}

} // namespace

Coefficient gwetAc(const Codings &codings, GwetWeights weights)
{
    const UnitPatterns patterns = patternsOf(codings);
    const std::vector<bool> set = categorySet(codings, countsOf(patterns, codings.categories.size()));
    const double size = double(std::ranges::count(set, true));
    Coefficient coefficient = withCounts(codings, patterns);
    coefficient.categories = int(size);
    coefficient.conventions = {weights == GwetWeights::Identity ? Reliability::tr("Gwet’s AC1 (Gwet 2008).")
                                                                : Reliability::tr("Gwet’s AC2 (Gwet 2021)."),
                               weightsConvention(weights, numbers(codings, set).has_value()),
                               Reliability::tr("Units with one value count towards agreement by chance only."),
                               categoryConvention(codings), linearisationConvention()};
    const Distances distances = distancesOf(codings, set, weights);
    if (coefficient.pairable == 0 || size < 2 || distances.largest() == 0) {
        coefficient.value = std::unexpected(coefficient.pairable == 0 ? Undefined::NoPairableUnits : Undefined::SingleCategory);
        return coefficient;
    }
    const std::vector<double> once(set.begin(), set.end());
    const double weightSum = size * size - distances.total(once) / distances.largest();
    std::vector<double> chance = meanShares(patterns, set.size());
    for (double &share : chance)
        share = weightSum / (size * (size - 1)) * (1 - share);
    linearise(unitTerms(patterns, distances, chance), coefficient);
    return coefficient;
}

} // namespace galley
