// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "breakdown.h"

#include "krippendorffalpha.h"

#include <algorithm>

namespace galley {

namespace {

/// The values of a unit, ascending.
void takeValues(std::span<const qint32> cells, std::vector<qint32> &values)
{
    values.clear();
    std::ranges::copy_if(cells, std::back_inserter(values), [](qint32 value) { return value != Codings::Missing; });
    std::ranges::sort(values);
}

} // namespace

std::vector<ValueReliability> reliabilityByValue(const Codings &codings)
{
    const UnitPatterns patterns = patternsOf(codings, 2);
    const std::vector<qint64> counts = countsOf(patterns, codings.categories.size());
    std::vector<double> agreeing(counts.size());
    for (size_t pattern = 0; pattern < patterns.size(); ++pattern) {
        const auto unit = patterns[pattern];
        const double units = double(patterns.units[pattern]);
        forEachValue(unit, [&](qint32 value, qint64 times) {
            agreeing[size_t(value)] += units * double(times * (times - 1)) / double(unit.size() - 1);
        });
    }
    double all = 0;
    for (qint64 count : counts)
        all += double(count);
    std::vector<ValueReliability> values;
    for (size_t category = 0; category < counts.size(); ++category) {
        if (counts[category] == 0)
            continue;
        ValueReliability value{qint32(category), counts[category], agreeing[category]};
        const double count = double(value.count);
        if (count < all)
            value.alpha = 1 - (all - 1) * (count - value.agreeing) / (count * (all - count));
        values.push_back(value);
    }
    return values;
}

Result<std::vector<DisagreeingUnit>> disagreeingUnits(const Codings &codings, Level level, qsizetype most)
{
    const auto disagreement = disagreementOf(codings, level);
    if (!disagreement)
        return std::unexpected(disagreement.error());
    const double observed = disagreement->sums().observed;
    std::vector<DisagreeingUnit> units;
    std::vector<qint32> values;
    for (qsizetype row = 0; row < codings.unitCount(); ++row) {
        takeValues(codings.unit(row), values);
        if (values.size() < 2 || values.front() == values.back())
            continue;
        const double within = disagreement->distances().within(values) / double(values.size() - 1);
        if (within > 0)
            units.push_back({row, within / observed, {}});
    }
    const auto wanted = units.begin() + std::clamp(most, qsizetype(0), qsizetype(units.size()));
    std::ranges::partial_sort(units, wanted, [](const DisagreeingUnit &a, const DisagreeingUnit &b) {
        return a.share != b.share ? a.share > b.share : a.unit < b.unit;
    });
    units.erase(wanted, units.end());
    for (DisagreeingUnit &unit : units) {
        const auto cells = codings.unit(unit.unit);
        unit.values.assign(cells.begin(), cells.end());
    }
    return units;
}

} // namespace galley
