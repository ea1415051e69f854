// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "entropicprices.h"

#include <algorithm>
#include <numeric>

namespace galley {

namespace {

/// The blocks that hold a unit, for each unit.
struct Holders
{
    Holders(const UnitaryAlignments &blocks, size_t units)
        : starts(units + 1, 0)
        , list(blocks.members.size())
    {
        for (const qint32 unit : blocks.members)
            ++starts[size_t(unit) + 1];
        std::partial_sum(starts.begin(), starts.end(), starts.begin());
        std::vector<qint64> next(starts.begin(), starts.end() - 1);
        for (qint64 block = 0; block < blocks.count(); ++block) {
            for (const qint32 unit : blocks.of(block))
                list[size_t(next[size_t(unit)]++)] = block;
        }
    }

    std::span<const qint64> of(size_t unit) const
    {
        return std::span(list).subspan(size_t(starts[unit]), size_t(starts[unit + 1] - starts[unit]));
    }

    std::vector<qint64> starts;
    std::vector<qint64> list;
};

/// Raises the price of the unit as far as no block forbids it, or lowers it as far as one demands.
void fit(Prices &prices, size_t unit, const UnitaryAlignments &blocks, const Holders &holders)
{
    double room = HUGE_VAL;
    for (const qint64 block : holders.of(unit))
        room = std::min(room, excessOf(blocks, block, prices));
    prices[unit] += room;
}

/// exp(−excess / width) of each block is its share; each unit's blocks shall have shares that sum to one. Unit after unit is
/// put right, which disturbs its neighbours less and less.
void smooth(Prices &prices, const UnitaryAlignments &blocks, const Holders &holders, double width, int sweeps)
{
    constexpr double largest = 1e100;
    std::vector<double> shares(size_t(blocks.count()));
    const auto shareOf = [&](qint64 block) { return std::min(largest, std::exp(-excessOf(blocks, block, prices) / width)); };
    for (qint64 block = 0; block < blocks.count(); ++block)
        shares[size_t(block)] = shareOf(block);
    const auto putRight = [&](size_t unit) {
        double sum = 0;
        for (const qint64 block : holders.of(unit))
            sum += shares[size_t(block)];
        if (sum > 1 / largest) {
            prices[unit] -= width * std::log(sum);
            for (const qint64 block : holders.of(unit))
                shares[size_t(block)] /= sum;
        } else {
            fit(prices, unit, blocks, holders); // too little is left to divide by
            for (const qint64 block : holders.of(unit))
                shares[size_t(block)] = shareOf(block);
        }
    };
    for (int sweep = 0; sweep < sweeps; ++sweep) {
        for (size_t i = 0; i < prices.size(); ++i)
            putRight(sweep % 2 == 0 ? i : prices.size() - 1 - i);
    }
}

/// No block's units cost more than the block: the first unit's price is lowered by what the best of its blocks falls short,
/// and then each is raised as far as it goes.
Prices feasible(Prices prices, const UnitaryAlignments &blocks, const Holders &holders)
{
    std::vector<double> shortfalls(prices.size(), 0);
    for (qint64 block = 0; block < blocks.count(); ++block) {
        double &shortfall = shortfalls[size_t(blocks.of(block).front())];
        shortfall = std::min(shortfall, excessOf(blocks, block, prices));
    }
    for (size_t unit = 0; unit < prices.size(); ++unit)
        prices[unit] += shortfalls[unit];
    for (size_t unit = 0; unit < prices.size(); ++unit)
        fit(prices, unit, blocks, holders);
    return prices;
}

void dropBlocksAbove(UnitaryAlignments &blocks, const Prices &prices, double excess)
{
    UnitaryAlignments kept;
    for (qint64 block = 0; block < blocks.count(); ++block) {
        const auto members = blocks.of(block);
        if (members.size() == 1 || excessOf(blocks, block, prices) <= excess)
            kept.append(members, blocks.costs[size_t(block)]);
    }
    blocks = std::move(kept);
}

} // namespace

double excessOf(const UnitaryAlignments &blocks, qint64 block, const Prices &prices)
{
    double excess = blocks.costs[size_t(block)];
    for (const qint32 unit : blocks.of(block))
        excess -= prices[size_t(unit)];
    return excess;
}

Prices equalShares(const UnitaryAlignments &blocks, size_t units)
{
    Prices prices(units, HUGE_VAL);
    for (qint64 block = 0; block < blocks.count(); ++block) {
        const auto members = blocks.of(block);
        for (const qint32 unit : members)
            prices[size_t(unit)] = std::min(prices[size_t(unit)], blocks.costs[size_t(block)] / double(members.size()));
    }
    return prices;
}

Prices entropicPrices(UnitaryAlignments &blocks, const Prices &start, double upperBound, const Smoothing &smoothing,
                      const std::atomic<bool> &stopped)
{
    Prices best = start, prices = start;
    double bound = std::accumulate(best.begin(), best.end(), 0.0);
    for (double width = smoothing.from; width > smoothing.to && bound < upperBound - CostTolerance && !stopped; width /= 2) {
        const Holders holders(blocks, prices.size());
        smooth(prices, blocks, holders, width, smoothing.sweeps);
        Prices candidate = feasible(prices, blocks, holders);
        if (const double sum = std::accumulate(candidate.begin(), candidate.end(), 0.0); sum > bound) {
            bound = sum;
            best = std::move(candidate);
        }
        dropBlocksAbove(blocks, best, upperBound - bound + CostTolerance);
    }
    return best;
}

} // namespace galley
