// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "unitagreement.h"

#include "reliabilitytext.h"

#include <algorithm>

namespace galley {

Coefficient withCounts(const Codings &codings, const UnitPatterns &patterns)
{
    std::vector<qint64> counts(codings.categories.size());
    qint64 units = 0;
    for (size_t pattern = 0; pattern < patterns.size(); ++pattern) {
        const auto unit = patterns[pattern];
        if (unit.size() < 2)
            continue;
        units += patterns.units[pattern];
        for (qint32 value : unit)
            counts[size_t(value)] += patterns.units[pattern];
    }
    return withCounts(codings, units, counts);
}

Coefficient withCounts(const Codings &codings, qint64 units, const std::vector<qint64> &counts)
{
    Coefficient coefficient;
    coefficient.coders = int(codings.coderCount());
    coefficient.units = units;
    for (qint64 count : counts) {
        coefficient.pairable += count;
        coefficient.categories += count > 0;
    }
    return coefficient;
}

std::vector<UnitTerm> unitTerms(const UnitPatterns &patterns, const Distances &distances, const std::vector<double> &chance)
{
    const double largest = distances.largest();
    std::vector<UnitTerm> terms;
    terms.reserve(patterns.size());
    for (size_t pattern = 0; pattern < patterns.size(); ++pattern) {
        const auto unit = patterns[pattern];
        const double size = double(unit.size());
        UnitTerm term{std::nullopt, 0, double(patterns.units[pattern])};
        if (unit.size() >= 2)
            term.agreement = 1 - distances.within(unit) / (largest * size * (size - 1));
        if (!chance.empty()) {
            for (qint32 value : unit)
                term.chance += chance[size_t(value)] / size;
        }
        terms.push_back(term);
    }
    return terms;
}

std::vector<double> meanShares(const UnitPatterns &patterns, size_t categories)
{
    std::vector<double> shares(categories);
    const double units = double(unitCount(patterns));
    for (size_t pattern = 0; pattern < patterns.size(); ++pattern) {
        const auto unit = patterns[pattern];
        for (qint32 value : unit)
            shares[size_t(value)] += double(patterns.units[pattern]) / double(unit.size());
    }
    for (double &share : shares)
        share /= units;
    return shares;
}

QString unpairedConvention()
{
    return Reliability::tr("Units with fewer than two values are left out.");
}

} // namespace galley
