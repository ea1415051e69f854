// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace galley {

/// A bipartite graph row by row, with what it costs to match a row with a column; to match neither costs nothing.
struct MatchingCosts
{
    qint32 columns = 0;
    std::vector<qint64> starts{0}; ///< rows + 1
    std::vector<qint32> targets;   ///< columns
    std::vector<double> costs;     ///< edges that cost more than nothing are never used

    qint32 rows() const { return qint32(starts.size()) - 1; }
    void endRow() { starts.push_back(qint64(targets.size())); }
    void append(qint32 column, double cost)
    {
        targets.push_back(column);
        costs.push_back(cost);
    }
};

/// The cheapest matching, with potentials that prove it: each is at most 0, a row's and a column's sum to at most their
/// edge's cost, and all together sum to the matching's cost.
struct Matching
{
    static constexpr qint32 None = -1;

    std::vector<qint32> columnOf; ///< of each row, or None
    double cost = 0;
    std::vector<double> rowPotentials;
    std::vector<double> columnPotentials;
};

/// Exact, by shortest augmenting paths in the sparse graph (Jonker & Volgenant 1987); each search ends as soon as it can.
Matching cheapestMatching(const MatchingCosts &graph);

} // namespace galley
