// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contingency.h"

#include <algorithm>

namespace galley {

namespace {

/// Calls `visit(a, b)` for every unit that both valued.
void forEachShared(const Codings &codings, qsizetype first, qsizetype second, bool completeOnly, auto &&visit)
{
    for (qsizetype row = 0; row < codings.unitCount(); ++row) {
        const auto unit = codings.unit(row);
        const qint32 a = unit[size_t(first)], b = unit[size_t(second)];
        if (a == Codings::Missing || b == Codings::Missing || (completeOnly && std::ranges::contains(unit, Codings::Missing)))
            continue;
        visit(a, b);
    }
}

} // namespace

qint64 Contingency::agreeing() const
{
    qint64 agreeing = 0;
    for (const ContingencyCell &cell : cells) {
        if (cell.first == cell.second)
            agreeing += cell.units;
    }
    return agreeing;
}

std::vector<double> Contingency::firstTotals() const
{
    std::vector<double> totals(categories);
    for (const ContingencyCell &cell : cells)
        totals[size_t(cell.first)] += double(cell.units);
    return totals;
}

std::vector<double> Contingency::secondTotals() const
{
    std::vector<double> totals(categories);
    for (const ContingencyCell &cell : cells)
        totals[size_t(cell.second)] += double(cell.units);
    return totals;
}

Contingency contingencyOf(const Codings &codings, qsizetype first, qsizetype second, bool completeOnly)
{
    Contingency table{{}, 0, codings.categories.size()};
    const size_t size = table.categories;
    if (size <= 256) {
        std::vector<qint64> dense(size * size);
        forEachShared(codings, first, second, completeOnly, [&](qint32 a, qint32 b) { ++dense[size_t(a) * size + size_t(b)]; });
        for (size_t at = 0; at < dense.size(); ++at) {
            if (dense[at] > 0)
                table.cells.push_back({qint32(at / size), qint32(at % size), dense[at]});
        }
    } else {
        std::vector<quint64> pairs;
        forEachShared(codings, first, second, completeOnly,
                      [&](qint32 a, qint32 b) { pairs.push_back(quint64(a) << 32 | quint64(b)); });
        std::ranges::sort(pairs);
        for (quint64 pair : pairs) {
            const qint32 a = qint32(pair >> 32), b = qint32(pair & 0xFFFFFFFFu);
            if (table.cells.empty() || table.cells.back().first != a || table.cells.back().second != b)
                table.cells.push_back({a, b, 0});
            ++table.cells.back().units;
        }
    }
    for (const ContingencyCell &cell : table.cells)
        table.units += cell.units;
    return table;
}

} // namespace galley
