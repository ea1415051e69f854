// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "coincidences.h"

#include <algorithm>

namespace galley {

namespace {

constexpr size_t fewCategories = 256;
constexpr size_t slack = 1 << 20; // cells gathered before those alike are added up

/// Calls `visit(first, second, value)` for all pairs of distinct values of a unit, and each value with itself.
void forEachPair(const UnitPatterns &patterns, PairWeight weight, auto &&visit)
{
    std::vector<std::pair<qint32, qint64>> values;
    for (size_t pattern = 0; pattern < patterns.size(); ++pattern) {
        const auto unit = patterns[pattern];
        if (unit.size() < 2)
            continue;
        values.clear();
        forEachValue(unit, [&](qint32 value, qint64 times) { values.emplace_back(value, times); });
        const double one = double(patterns.units[pattern]) / (weight == PairWeight::Divided ? double(unit.size() - 1) : 1.0);
        for (size_t i = 0; i < values.size(); ++i) {
            const auto [value, times] = values[i];
            if (times > 1)
                visit(value, value, one * double(times * (times - 1)));
            for (size_t j = i + 1; j < values.size(); ++j)
                visit(value, values[j].first, one * double(times * values[j].second));
        }
    }
}

void addUp(std::vector<Coincidence> &cells)
{
    std::ranges::stable_sort(cells, {}, [](const Coincidence &cell) { return std::pair(cell.first, cell.second); });
    size_t kept = 0;
    for (size_t i = 0; i < cells.size(); ++i) {
        if (kept > 0 && cells[kept - 1].first == cells[i].first && cells[kept - 1].second == cells[i].second)
            cells[kept - 1].value += cells[i].value;
        else
            cells[kept++] = cells[i];
    }
    cells.resize(kept);
}

} // namespace

std::vector<Coincidence> coincidencesOf(const UnitPatterns &patterns, size_t categories, PairWeight weight)
{
    std::vector<Coincidence> cells;
    if (categories <= fewCategories) {
        std::vector<double> table(categories * categories);
        forEachPair(patterns, weight,
                    [&](qint32 c, qint32 k, double value) { table[size_t(c) * categories + size_t(k)] += value; });
        for (size_t at = 0; at < table.size(); ++at) {
            if (table[at] > 0)
                cells.push_back({qint32(at / categories), qint32(at % categories), table[at]});
        }
        return cells;
    }
    size_t distinct = 0;
    forEachPair(patterns, weight, [&](qint32 c, qint32 k, double value) {
        cells.push_back({c, k, value});
        if (cells.size() >= 2 * distinct + slack) {
            addUp(cells);
            distinct = cells.size();
        }
    });
    addUp(cells);
    return cells;
}

} // namespace galley
