// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bestalignment.h"

#include "coderwisealignment.h"
#include "entropicprices.h"
#include "matching.h"
#include "reliabilitytext.h"

#include <algorithm>
#include <numeric>

namespace galley {

namespace {

constexpr qint64 mostPairs = 12'000'000;  // of neighbours: some 100 MB
constexpr qint64 mostMembers = 3'000'000; // of unitary alignments of one component
constexpr double nearEnough = 8;          // the limit for neighbours where the full one admits too many

/// Which units hang together by being neighbours, each group in rising order; the groups by their first units.
std::vector<std::vector<qint32>> components(const Neighbours &neighbours)
{
    const auto count = neighbours.starts.size() - 1;
    std::vector<std::vector<qint32>> groups;
    std::vector<bool> seen(count, false);
    for (size_t unit = 0; unit < count; ++unit) {
        if (seen[unit])
            continue;
        std::vector<qint32> group{qint32(unit)};
        seen[unit] = true;
        for (size_t at = 0; at < group.size(); ++at) {
            for (const qint32 other : neighbours.of(group[at])) {
                if (!seen[size_t(other)]) {
                    seen[size_t(other)] = true;
                    group.push_back(other);
                }
            }
        }
        std::ranges::sort(group);
        groups.push_back(std::move(group));
    }
    return groups;
}

std::vector<std::vector<qint32>> everything(qint32 count)
{
    std::vector<std::vector<qint32>> one(1, std::vector<qint32>(size_t(count)));
    std::iota(one.front().begin(), one.front().end(), 0);
    return one;
}

/// The units of a group with their neighbours, numbered from 0.
struct Part
{
    AlignmentUnits units;
    Neighbours neighbours;
};

Part partOf(const AlignmentUnits &units, const Neighbours &neighbours, const std::vector<qint32> &group,
            std::vector<qint32> &place)
{
    Part part{{{}, units.coders, units.measure}, {{0}, {}}};
    for (size_t i = 0; i < group.size(); ++i)
        place[size_t(group[i])] = qint32(i);
    for (const qint32 unit : group) {
        part.units.spans.push_back(units.spans[size_t(unit)]);
        for (const qint32 other : neighbours.of(unit))
            part.neighbours.units.push_back(place[size_t(other)]);
        part.neighbours.starts.push_back(qint64(part.neighbours.units.size()));
    }
    return part;
}

struct Solution
{
    std::vector<std::vector<qint32>> blocks; ///< by their first units
    double lowerBound = 0;
    bool unique = true;
};

std::vector<std::vector<qint32>> chosenOf(const UnitaryAlignments &blocks, const Partition &partition)
{
    std::vector<std::vector<qint32>> chosen;
    for (const qint64 block : partition.chosen) {
        const auto members = blocks.of(block);
        chosen.emplace_back(members.begin(), members.end());
    }
    return chosen;
}

/// More coders or overlaps than an exact search can take.
Solution approximate(const Part &part)
{
    return {coderwiseAlignment(part.units, part.neighbours), pairwiseLowerBound(part.units, part.neighbours), false};
}

/// The units of each coder, and the place of each unit among its coder's.
struct Sides
{
    explicit Sides(const AlignmentUnits &units)
    {
        for (qint32 unit = 0; unit < units.count(); ++unit) {
            auto &own = of[size_t(units.spans[size_t(unit)].coder)];
            place.push_back(qint32(own.size()));
            own.push_back(unit);
        }
    }

    std::array<std::vector<qint32>, 2> of;
    std::vector<qint32> place;
};

MatchingCosts matchingCosts(const Part &part, const Sides &sides)
{
    MatchingCosts costs;
    costs.columns = qint32(sides.of[1].size());
    for (const qint32 unit : sides.of[0]) {
        for (const qint32 other : part.neighbours.of(unit)) {
            if (const double cost = part.units.between(unit, other) - 2; cost <= CostTolerance)
                costs.append(sides.place[size_t(other)], std::min(cost, 0.0));
        }
        costs.endRow();
    }
    return costs;
}

std::vector<std::vector<qint32>> pairsOf(const Matching &matching, const Sides &sides)
{
    std::vector<std::vector<qint32>> pairs;
    std::vector<bool> taken(sides.of[1].size(), false);
    for (size_t row = 0; row < sides.of[0].size(); ++row) {
        pairs.push_back({sides.of[0][row]});
        if (const qint32 column = matching.columnOf[row]; column != Matching::None) {
            pairs.back().push_back(sides.of[1][size_t(column)]);
            taken[size_t(column)] = true;
        }
        std::ranges::sort(pairs.back());
    }
    for (size_t column = 0; column < taken.size(); ++column) {
        if (!taken[column])
            pairs.push_back({sides.of[1][column]});
    }
    std::ranges::sort(pairs);
    return pairs;
}

/// Two coders. The potentials of the cheapest matching are the best prices there are; the search has only ties left to decide.
Solution match(const Part &part, const std::atomic<bool> &stopped)
{
    const Sides sides(part.units);
    const Matching matching = cheapestMatching(matchingCosts(part, sides));
    Prices prices(size_t(part.units.count()), 1);
    for (size_t i = 0; i < sides.of[0].size(); ++i)
        prices[size_t(sides.of[0][i])] += matching.rowPotentials[i];
    for (size_t i = 0; i < sides.of[1].size(); ++i)
        prices[size_t(sides.of[1][i])] += matching.columnPotentials[i];
    const double best = part.units.count() + matching.cost;

    UnitaryAlignments tight;
    for (qint32 unit = 0; unit < part.units.count(); ++unit) {
        tight.append({&unit, 1}, 1);
        for (const qint32 other : part.neighbours.of(unit)) {
            const double cost = part.units.between(unit, other);
            if (other > unit && cost <= prices[size_t(unit)] + prices[size_t(other)] + CostTolerance)
                tight.append(std::array{unit, other}, cost);
        }
    }
    constexpr size_t width = 256;
    const Partition partition = cheapestPartition(tight, prices, 2, best, width, stopped);
    if (!partition.chosen.empty())
        return {chosenOf(tight, partition), best, partition.unique};
    // So many ties that the search lost every way it could have ended: the matching itself is a best alignment.
    return {pairsOf(matching, sides), best, false};
}

/// Prices, and then how many frontiers the search between them and the best alignment so far may keep.
struct Effort
{
    Smoothing smoothing;
    size_t width;
};

constexpr std::array efforts{
    Effort{{0.1, 0.01, 20}, 16},
    Effort{{0.0125, 0.0015, 30}, 64},
    Effort{{0.003, 0.0004, 60}, 1024},
    Effort{{0.001, 0.0003, 60}, 8192},
};

/// Three coders and more: a good alignment and prices narrow the search for the best.
Solution searchFor(const Part &part, UnitaryAlignments blocks, const std::atomic<bool> &stopped)
{
    Solution solution{coderwiseAlignment(part.units, part.neighbours), 0, false};
    double upperBound = 0;
    for (const auto &block : solution.blocks)
        upperBound += disorderOf(part.units, block);
    Prices prices = equalShares(blocks, part.units.spans.size());
    for (const Effort &effort : efforts) {
        prices = entropicPrices(blocks, prices, upperBound, effort.smoothing, stopped);
        const Partition partition = cheapestPartition(blocks, prices, part.units.coders, upperBound, effort.width, stopped);
        if (stopped)
            break;
        solution.lowerBound = std::max(solution.lowerBound, partition.lowerBound);
        if (!partition.chosen.empty() && partition.cost <= upperBound + CostTolerance) {
            solution.blocks = chosenOf(blocks, partition);
            solution.unique = partition.unique;
            upperBound = std::min(upperBound, partition.cost);
        }
        if (solution.lowerBound >= upperBound - CostTolerance)
            break;
    }
    return solution;
}

Solution solve(const Part &part, bool hasAllNeighbours, const std::atomic<bool> &stopped)
{
    if (part.units.count() == 1)
        return {{{0}}, 1, true};
    if (part.units.coders == 2)
        return match(part, stopped);
    std::optional<UnitaryAlignments> blocks;
    if (hasAllNeighbours)
        blocks = candidates(part.units, part.neighbours, mostMembers);
    return blocks ? searchFor(part, std::move(*blocks), stopped) : approximate(part);
}

} // namespace

Result<Alignment> bestAlignment(std::vector<CodedSpan> spans, int coders, const Dissimilarity &measure,
                                const std::atomic<bool> &stopped)
{
    const AlignmentUnits units = alignmentUnits(std::move(spans), coders, measure);
    bool hasAllNeighbours = true;
    auto neighbours = neighboursWithin(units, coders == 2 ? 2 + CostTolerance : pairLimit(coders), mostPairs);
    if (!neighbours && coders > 2) {
        hasAllNeighbours = false;
        neighbours = neighboursWithin(units, nearEnough, mostPairs);
    }
    if (!neighbours)
        return failed(Reliability::tr("%1 spans overlap so much that too many of them could be aligned with each other; "
                                      "split the text, or give positions more weight (alpha)")
                          .arg(units.count()));
    Alignment alignment;
    std::vector<qint32> place(size_t(units.count()));
    // Without all neighbours unitary alignments may reach from one component to another.
    for (const auto &group : hasAllNeighbours ? components(*neighbours) : everything(units.count())) {
        const Solution solution = solve(partOf(units, *neighbours, group, place), hasAllNeighbours, stopped);
        if (stopped)
            return failed(Reliability::tr("the computation was stopped"));
        alignment.lowerBound += solution.lowerBound;
        alignment.unique = alignment.unique && solution.unique;
        for (const auto &block : solution.blocks) {
            for (const qint32 unit : block)
                alignment.members.push_back(group[size_t(unit)]);
            alignment.starts.push_back(qint64(alignment.members.size()));
            alignment.disorder += disorderOf(units, alignment.of(alignment.count() - 1));
        }
    }
    alignment.disorder *= measure.deltaEmpty;
    alignment.lowerBound = std::min(alignment.lowerBound * measure.deltaEmpty, alignment.disorder);
    alignment.units = units.spans;
    return alignment;
}

} // namespace galley
