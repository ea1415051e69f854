// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "coderwisealignment.h"

#include "matching.h"

#include <algorithm>
#include <map>

namespace galley {

namespace {

class Blocks
{
public:
    Blocks(const AlignmentUnits &units, const Neighbours &neighbours)
        : m_units(units)
        , m_neighbours(neighbours)
        , m_blockOf(size_t(units.count()), Matching::None)
        , m_byCoder(size_t(units.coders))
    {
        for (qint32 unit = 0; unit < units.count(); ++unit)
            m_byCoder[size_t(units.spans[size_t(unit)].coder)].push_back(unit);
    }

    /// Takes the coder's units out of their blocks and puts them where they cost least; the change of the cost.
    double place(int coder)
    {
        double before = 0;
        for (const qint32 unit : m_byCoder[size_t(coder)])
            before += remove(unit);
        const MatchingCosts costs = costsOf(coder);
        const Matching matching = cheapestMatching(costs);
        for (size_t i = 0; i < m_byCoder[size_t(coder)].size(); ++i) {
            const qint32 column = matching.columnOf[i];
            const qint32 block = column == Matching::None ? emptyBlock() : m_columns[size_t(column)];
            m_blockOf[size_t(m_byCoder[size_t(coder)][i])] = block;
            m_blocks[size_t(block)].push_back(m_byCoder[size_t(coder)][i]);
        }
        return matching.cost - before;
    }

    std::vector<std::vector<qint32>> sorted() const
    {
        std::vector<std::vector<qint32>> blocks;
        std::ranges::copy_if(m_blocks, std::back_inserter(blocks), [](const auto &block) { return !block.empty(); });
        for (auto &block : blocks)
            std::ranges::sort(block);
        std::ranges::sort(blocks);
        return blocks;
    }

private:
    /// What it changes to hold the unit in the block and not alone, in units of Δ∅.
    double gain(qint32 unit, const std::vector<qint32> &block) const
    {
        double sum = -m_units.coderPairs();
        for (const qint32 member : block)
            sum += m_units.between(unit, member) - 1;
        return sum / m_units.coderPairs();
    }

    double remove(qint32 unit)
    {
        const qint32 at = std::exchange(m_blockOf[size_t(unit)], Matching::None);
        if (at == Matching::None)
            return 0;
        std::vector<qint32> &block = m_blocks[size_t(at)];
        std::erase(block, unit);
        return block.empty() ? 0 : gain(unit, block);
    }

    qint32 emptyBlock()
    {
        while (m_firstEmpty < m_blocks.size() && !m_blocks[m_firstEmpty].empty())
            ++m_firstEmpty;
        if (m_firstEmpty == m_blocks.size())
            m_blocks.emplace_back();
        return qint32(m_firstEmpty);
    }

    MatchingCosts costsOf(int coder)
    {
        MatchingCosts costs;
        m_columns.clear();
        m_firstEmpty = 0;
        std::map<qint32, qint32> columnOf;
        for (const qint32 unit : m_byCoder[size_t(coder)]) {
            std::vector<qint32> near;
            for (const qint32 other : m_neighbours.of(unit)) {
                if (m_blockOf[size_t(other)] != Matching::None)
                    near.push_back(m_blockOf[size_t(other)]);
            }
            std::ranges::sort(near);
            const auto twice = std::ranges::unique(near);
            near.erase(twice.begin(), twice.end());
            for (const qint32 block : near) {
                const double cost = gain(unit, m_blocks[size_t(block)]);
                if (cost > 0)
                    continue;
                const auto [column, isNew] = columnOf.try_emplace(block, qint32(m_columns.size()));
                if (isNew)
                    m_columns.push_back(block);
                costs.append(column->second, cost);
            }
            costs.endRow();
        }
        costs.columns = qint32(m_columns.size());
        return costs;
    }

    const AlignmentUnits &m_units;
    const Neighbours &m_neighbours;
    std::vector<qint32> m_blockOf;
    std::vector<std::vector<qint32>> m_byCoder;
    std::vector<std::vector<qint32>> m_blocks;
    std::vector<qint32> m_columns; ///< of the last matching, as blocks
    size_t m_firstEmpty = 0;
};

} // namespace

std::vector<std::vector<qint32>> coderwiseAlignment(const AlignmentUnits &units, const Neighbours &neighbours)
{
    Blocks blocks(units, neighbours);
    constexpr int rounds = 10;
    for (int round = 0; round < rounds; ++round) {
        double change = 0;
        for (int coder = 0; coder < units.coders; ++coder)
            change += blocks.place(coder);
        if (round > 0 && change > -CostTolerance)
            break;
    }
    return blocks.sorted();
}

double pairwiseLowerBound(const AlignmentUnits &units, const Neighbours &neighbours)
{
    std::vector<std::vector<qint32>> byCoder(static_cast<size_t>(units.coders));
    std::vector<qint32> place(size_t(units.count()));
    for (qint32 unit = 0; unit < units.count(); ++unit) {
        auto &own = byCoder[size_t(units.spans[size_t(unit)].coder)];
        place[size_t(unit)] = qint32(own.size());
        own.push_back(unit);
    }
    const auto most = std::ranges::max(byCoder, {}, &std::vector<qint32>::size).size();
    double sum = 0;
    for (size_t second = 1; second < byCoder.size(); ++second) {
        for (size_t first = 0; first < second; ++first) {
            MatchingCosts costs;
            costs.columns = qint32(byCoder[second].size());
            for (const qint32 unit : byCoder[first]) {
                for (const qint32 other : neighbours.of(unit)) {
                    if (units.spans[size_t(other)].coder == int(second) && units.between(unit, other) < 2)
                        costs.append(place[size_t(other)], units.between(unit, other) - 2);
                }
                costs.endRow();
            }
            const double alone = double(byCoder[first].size() + byCoder[second].size());
            sum += alone + cheapestMatching(costs).cost + std::max(0.0, double(most) - alone);
        }
    }
    return sum / units.coderPairs();
}

} // namespace galley
