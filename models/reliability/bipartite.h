// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>
#include <span>
#include <vector>

namespace galley {

struct WeightedEdge
{
    qint32 left = 0;
    qint32 right = 0;
    double weight = 0;
};

/// Vertices on two sides and edges between them, which stand sorted by their left end.
struct BipartiteGraph
{
    BipartiteGraph(qint32 left, qint32 right, std::vector<WeightedEdge> edges);

    std::span<const WeightedEdge> edgesOf(qint32 left) const;

    qint32 left;
    qint32 right;
    std::vector<WeightedEdge> edges;
    std::vector<size_t> first; ///< where the edges of each left vertex begin, and the end
};

/// For each left vertex its partner, or -1, so that as many as possible have one (Hopcroft & Karp 1973, O(edges × √vertices)).
std::vector<qint32> maximumMatching(const BipartiteGraph &graph);

/// Of the matchings of maximum size one of the largest total weight, by shortest augmenting paths (Edmonds & Karp 1972; Jonker &
/// Volgenant 1987). Weights are not negative. Where texts are coded, paths are short; where it would look at more than `steps`
/// edges it gives up and returns nothing.
std::optional<std::vector<qint32>> heaviestMaximumMatching(const BipartiteGraph &graph, qint64 steps);

} // namespace galley
