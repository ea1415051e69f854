// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "frontiersearch.h"

#include <algorithm>
#include <bit>
#include <numeric>

namespace galley {

namespace {

constexpr qint32 None = -1;
// What is tried, and what is remembered of the way back, before the search narrows.
constexpr qint64 stepsAtFullWidth = 40'000'000;
constexpr size_t nodesAtFullWidth = 20'000'000;
constexpr size_t narrow = 16;

/// A way to a frontier.
struct Way
{
    double excess = 0;    ///< of the cost over the prices of what is covered
    qint32 blocks = 0;    ///< so far
    qint32 node = None;   ///< where the way back begins
    qint64 block = None;  ///< the last step, not yet a node
    bool several = false; ///< another way to the same frontier is as cheap
};

struct Node
{
    qint32 before;
    qint64 block;
};

class Search
{
public:
    Search(const UnitaryAlignments &blocks, const Prices &prices, int coders, double upperBound, size_t width);

    void advance(qint32 unit);
    Partition found() const;

private:
    const quint64 *frontier(size_t way) const { return m_frontiers.data() + way * m_words; }
    bool covers(size_t way, qint32 ahead) const { return frontier(way)[ahead / 64] >> (ahead % 64) & 1; }
    void step(qint32 unit, size_t way, qint64 block);
    void merge(qint32 unit);
    bool isBetter(const Way &a, const Way &b) const;
    bool isEarlier(const Way &a, const Way &b) const;
    double amends(qint32 unit, const quint64 *from, const quint64 *to) const;
    void keep(qint32 unit, std::vector<size_t> &kept);

    const UnitaryAlignments &m_blocks;
    const Prices &m_prices;
    const int m_coders;
    const size_t m_width;
    double m_allowed; ///< excess
    double m_total;   ///< of the prices
    double m_leastDropped = HUGE_VAL;
    std::vector<double> m_excesses;   ///< of the blocks over the prices of their units
    std::vector<qint64> m_firstBlock; ///< of each unit, those that begin with it
    qint64 m_steps = 0;
    size_t m_words = 1; ///< of a frontier: bit n is the nth unit from the current one
    std::vector<Way> m_ways, m_next;
    std::vector<quint64> m_frontiers, m_nextFrontiers;
    std::vector<Node> m_nodes;
};

Search::Search(const UnitaryAlignments &blocks, const Prices &prices, int coders, double upperBound, size_t width)
    : m_blocks(blocks)
    , m_prices(prices)
    , m_coders(coders)
    , m_width(width)
    , m_total(std::accumulate(prices.begin(), prices.end(), 0.0))
    , m_firstBlock(prices.size() + 1, 0)
{
    m_allowed = upperBound - m_total + CostTolerance;
    qint32 reach = 1;
    for (qint64 i = 0; i < blocks.count(); ++i) {
        const auto members = blocks.of(i);
        double excess = blocks.costs[size_t(i)];
        for (const qint32 member : members)
            excess -= prices[size_t(member)];
        m_excesses.push_back(std::max(0.0, excess));
        reach = std::max(reach, members.back() - members.front() + 1);
        ++m_firstBlock[size_t(members.front()) + 1];
    }
    std::partial_sum(m_firstBlock.begin(), m_firstBlock.end(), m_firstBlock.begin());
    m_words = size_t(reach + 63) / 64;
    m_ways.push_back({});
    m_frontiers.assign(m_words, 0);
}

/// From ways that cover all before the unit to those that cover it too.
void Search::advance(qint32 unit)
{
    m_next.clear();
    m_nextFrontiers.clear();
    for (size_t way = 0; way < m_ways.size(); ++way) {
        if (covers(way, 0)) {
            step(unit, way, None);
            continue;
        }
        for (qint64 block = m_firstBlock[size_t(unit)]; block < m_firstBlock[size_t(unit) + 1]; ++block) {
            if (m_ways[way].excess + m_excesses[size_t(block)] > m_allowed)
                continue;
            const auto members = m_blocks.of(block);
            if (std::ranges::none_of(members, [&](qint32 member) { return covers(way, member - unit); }))
                step(unit, way, block);
        }
    }
    m_steps += qint64(m_next.size() * m_words);
    merge(unit);
}

void Search::step(qint32 unit, size_t way, qint64 block)
{
    Way next = m_ways[way];
    next.block = block;
    if (block != None) {
        next.excess += m_excesses[size_t(block)];
        ++next.blocks;
    }
    const size_t at = m_nextFrontiers.size();
    m_nextFrontiers.insert(m_nextFrontiers.end(), frontier(way), frontier(way) + m_words);
    quint64 *bits = m_nextFrontiers.data() + at;
    if (block != None) {
        for (const qint32 member : m_blocks.of(block))
            bits[(member - unit) / 64] |= quint64(1) << ((member - unit) % 64);
    }
    for (size_t word = 0; word < m_words; ++word)
        bits[word] = bits[word] >> 1 | (word + 1 < m_words ? bits[word + 1] << 63 : 0);
    m_next.push_back(next);
}

/// The steps of the two ways since they parted, compared at the first that differs.
bool Search::isEarlier(const Way &a, const Way &b) const
{
    qint64 blockA = a.block, blockB = b.block;
    qint32 nodeA = a.node, nodeB = b.node;
    // A way whose last step covered nothing new stands at its node already.
    const auto back = [&](qint64 &block, qint32 &node) {
        if (block == None && node != None) {
            block = m_nodes[size_t(node)].block;
            node = m_nodes[size_t(node)].before;
        }
    };
    bool earlier = false;
    while (true) {
        back(blockA, nodeA);
        back(blockB, nodeB);
        if (blockA == None || blockB == None || (blockA == blockB && nodeA == nodeB))
            return earlier;
        if (blockA != blockB)
            earlier = blockA < blockB;
        blockA = blockB = None;
    }
}

bool Search::isBetter(const Way &a, const Way &b) const
{
    if (std::abs(a.excess - b.excess) > CostTolerance)
        return a.excess < b.excess;
    if (a.blocks != b.blocks)
        return a.blocks < b.blocks;
    return isEarlier(a, b);
}

/// At most how much dearer it is to end from one frontier than from the other: what only the former has left open is covered
/// unit by unit, what only the latter has left open leaves the block that would have held it.
double Search::amends(qint32 unit, const quint64 *from, const quint64 *to) const
{
    double sum = 0;
    for (size_t word = 0; word < m_words; ++word) {
        for (quint64 open = to[word] & ~from[word]; open; open &= open - 1)
            sum += 1 - m_prices[size_t(unit) + word * 64 + size_t(std::countr_zero(open))];
        for (quint64 taken = from[word] & ~to[word]; taken; taken &= taken - 1)
            sum += 2.0 / m_coders + m_prices[size_t(unit) + word * 64 + size_t(std::countr_zero(taken))];
    }
    return sum;
}

/// One way to each frontier, the cheapest first.
void Search::merge(qint32 unit)
{
    std::vector<size_t> order(m_next.size());
    std::iota(order.begin(), order.end(), size_t(0));
    const auto bits = [&](size_t way) { return std::span(m_nextFrontiers).subspan(way * m_words, m_words); };
    if (m_words == 1)
        std::ranges::sort(order, {}, [&](size_t way) { return m_nextFrontiers[way]; });
    else
        std::ranges::sort(order, [&](size_t a, size_t b) { return std::ranges::lexicographical_compare(bits(a), bits(b)); });
    std::vector<size_t> kept;
    for (const size_t way : order) {
        if (kept.empty() || !std::ranges::equal(bits(kept.back()), bits(way))) {
            kept.push_back(way);
            continue;
        }
        Way &there = m_next[kept.back()];
        Way &here = m_next[way];
        if (std::abs(there.excess - here.excess) <= CostTolerance)
            there.several = here.several = true;
        if (isBetter(here, there))
            kept.back() = way;
    }
    std::ranges::stable_sort(kept, {}, [&](size_t way) { return m_next[way].excess; });
    keep(unit + 1, kept);
}

/// Drops ways that can't pay, or are too many, and makes the rest the current ones.
void Search::keep(qint32 unit, std::vector<size_t> &kept)
{
    if (kept.size() > 1) {
        const quint64 *cheapest = m_nextFrontiers.data() + kept.front() * m_words;
        const double least = m_next[kept.front()].excess;
        std::erase_if(kept, [&](size_t way) {
            const double dearer = m_next[way].excess - least;
            const quint64 *frontier = m_nextFrontiers.data() + way * m_words;
            return dearer > CostTolerance && dearer > amends(unit, cheapest, frontier) + CostTolerance;
        });
    }
    const bool isLong = m_steps > stepsAtFullWidth || m_nodes.size() > nodesAtFullWidth;
    const size_t width = isLong ? std::min(m_width, narrow) : m_width;
    if (kept.size() > width) {
        m_leastDropped = std::min(m_leastDropped, m_next[kept[width]].excess);
        kept.resize(width);
    }
    m_ways.clear();
    m_frontiers.clear();
    for (const size_t way : kept) {
        Way next = m_next[way];
        if (next.block != None) {
            m_nodes.push_back({next.node, next.block});
            next.node = qint32(m_nodes.size()) - 1;
            next.block = None;
        }
        m_ways.push_back(next);
        const auto from = m_nextFrontiers.begin() + qptrdiff(way * m_words);
        m_frontiers.insert(m_frontiers.end(), from, from + qptrdiff(m_words));
    }
}

Partition Search::found() const
{
    Partition partition;
    partition.lowerBound = m_total + std::min(m_leastDropped, m_allowed - CostTolerance);
    if (m_ways.empty())
        return partition;
    const Way &way = m_ways.front();
    partition.cost = m_total + way.excess;
    partition.unique = !way.several && m_leastDropped > way.excess + CostTolerance;
    partition.lowerBound = std::min(partition.cost, m_total + m_leastDropped);
    for (qint32 node = way.node; node != None; node = m_nodes[size_t(node)].before)
        partition.chosen.push_back(m_nodes[size_t(node)].block);
    std::ranges::reverse(partition.chosen);
    return partition;
}

} // namespace

Partition cheapestPartition(const UnitaryAlignments &blocks, const Prices &prices, int coders, double upperBound, size_t width,
                            const std::atomic<bool> &stopped)
{
    Search search(blocks, prices, coders, upperBound, width);
    for (size_t unit = 0; unit < prices.size() && !stopped; ++unit)
        search.advance(qint32(unit));
    return search.found();
}

} // namespace galley
