// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lagrangianprices.h"

#include <algorithm>
#include <numeric>

namespace galley {

namespace {

double excessOf(const UnitaryAlignments &blocks, qint64 block, const Prices &prices)
{
    double excess = blocks.costs[size_t(block)];
    for (const qint32 unit : blocks.of(block))
        excess -= prices[size_t(unit)];
    return excess;
}

/// The best block among those that begin with the same unit, where its excess is negative.
struct Bargain
{
    qint64 block;
    double excess;
};

std::vector<Bargain> bargains(const UnitaryAlignments &blocks, const Prices &prices)
{
    std::vector<Bargain> found;
    for (qint64 block = 0; block < blocks.count();) {
        const qint32 first = blocks.of(block).front();
        Bargain best{block, 0};
        for (; block < blocks.count() && blocks.of(block).front() == first; ++block) {
            if (const double excess = excessOf(blocks, block, prices); excess < best.excess)
                best = {block, excess};
        }
        if (best.excess < 0)
            found.push_back(best);
    }
    return found;
}

/// Each unit's equal share of the cheapest block that holds it: never too much for any block.
Prices shares(const UnitaryAlignments &blocks, size_t units)
{
    Prices prices(units, HUGE_VAL);
    for (qint64 block = 0; block < blocks.count(); ++block) {
        const auto members = blocks.of(block);
        for (const qint32 unit : members)
            prices[size_t(unit)] = std::min(prices[size_t(unit)], blocks.costs[size_t(block)] / double(members.size()));
    }
    return prices;
}

/// Raises prices one after the other as far as no block forbids it.
void raise(Prices &prices, const UnitaryAlignments &blocks)
{
    std::vector<qint64> starts(prices.size() + 1, 0);
    for (const qint32 unit : blocks.members)
        ++starts[size_t(unit) + 1];
    std::partial_sum(starts.begin(), starts.end(), starts.begin());
    std::vector<qint64> holders(blocks.members.size());
    std::vector<qint64> next(starts.begin(), starts.end() - 1);
    for (qint64 block = 0; block < blocks.count(); ++block) {
        for (const qint32 unit : blocks.of(block))
            holders[size_t(next[size_t(unit)]++)] = block;
    }
    for (size_t unit = 0; unit < prices.size(); ++unit) {
        double room = HUGE_VAL;
        for (qint64 at = starts[unit]; at < starts[unit + 1]; ++at)
            room = std::min(room, excessOf(blocks, holders[size_t(at)], prices));
        prices[unit] += room;
    }
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

class Ascent
{
public:
    Ascent(UnitaryAlignments &blocks, size_t units, double upperBound)
        : m_blocks(blocks)
        , m_upperBound(upperBound)
        , m_current(shares(blocks, units))
    {
        raise(m_current, blocks);
        best = m_current;
        m_bound = std::accumulate(best.begin(), best.end(), 0.0);
    }

    double gap() const { return m_upperBound - m_bound; }
    void step();
    void tighten();
    bool isStuck() const { return m_pace < 1e-3; }

    Prices best; ///< feasible

private:
    UnitaryAlignments &m_blocks;
    const double m_upperBound;
    Prices m_current; ///< need not be feasible
    double m_bound = 0;
    double m_pace = 1;
    int m_sinceBetter = 0;
};

void Ascent::step()
{
    const std::vector<Bargain> chosen = bargains(m_blocks, m_current);
    double bound = std::accumulate(m_current.begin(), m_current.end(), 0.0);
    std::vector<double> uncovered(m_current.size(), 1);
    for (const Bargain &bargain : chosen) {
        bound += bargain.excess;
        for (const qint32 unit : m_blocks.of(bargain.block))
            uncovered[size_t(unit)] -= 1;
    }
    if (bound > m_bound + 1e-12) {
        m_bound = bound;
        m_sinceBetter = 0;
        // To lower the first unit's price by what the best of its blocks falls short makes the prices feasible, and their sum the bound.
        best = m_current;
        for (const Bargain &bargain : chosen)
            best[size_t(m_blocks.of(bargain.block).front())] += bargain.excess;
    } else if (++m_sinceBetter >= 10) {
        m_pace /= 2;
        m_sinceBetter = 0;
        m_current = best;
        return;
    }
    const double norm = std::transform_reduce(uncovered.begin(), uncovered.end(), 0.0, std::plus(), [](double x) { return x * x; });
    if (norm == 0)
        return;
    const double length = m_pace * std::max(m_upperBound - bound, 0.0) / norm;
    for (size_t unit = 0; unit < uncovered.size(); ++unit)
        m_current[unit] += length * uncovered[unit];
}

void Ascent::tighten()
{
    raise(best, m_blocks);
    m_bound = std::accumulate(best.begin(), best.end(), 0.0);
    dropBlocksAbove(m_blocks, best, gap() + CostTolerance);
}

} // namespace

Prices lagrangianPrices(UnitaryAlignments &blocks, size_t units, double upperBound, const std::atomic<bool> &stopped)
{
    constexpr int rounds = 12, stepsInARound = 40;
    Ascent ascent(blocks, units, upperBound);
    for (int round = 0; round < rounds && !stopped; ++round) {
        for (int i = 0; i < stepsInARound && ascent.gap() > CostTolerance && !ascent.isStuck(); ++i)
            ascent.step();
        ascent.tighten();
        if (ascent.gap() <= CostTolerance || ascent.isStuck())
            break;
    }
    return std::move(ascent.best);
}

} // namespace galley
