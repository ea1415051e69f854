// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching.h"

#include <algorithm>
#include <cmath>
#include <queue>

namespace galley {

namespace {

class MatchSearch
{
public:
    explicit MatchSearch(const MatchingCosts &graph)
        : m_graph(graph)
        , m_rowOf(size_t(graph.columns), Matching::None)
        , m_distance(size_t(graph.columns), HUGE_VAL)
        , m_from(size_t(graph.columns), Matching::None)
        , m_settled(size_t(graph.columns), false)
    {
        result.columnOf.assign(size_t(graph.rows()), Matching::None);
        result.rowPotentials.assign(size_t(graph.rows()), 0);
        result.columnPotentials.assign(size_t(graph.columns), 0);
    }

    void place(qint32 row);

    Matching result;

private:
    using Entry = std::pair<double, qint32>;

    void reach(qint32 row, double distance);
    void settle(qint32 row, double shortest);
    void augment(qint32 row, qint32 column);

    const MatchingCosts &m_graph;
    std::vector<qint32> m_rowOf; ///< of each column
    std::vector<double> m_distance;
    std::vector<qint32> m_from; ///< the row from which a column was reached
    std::vector<bool> m_settled;
    std::vector<qint32> m_touched;
    std::vector<qint32> m_order; ///< settled columns
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> m_queue;
};

void MatchSearch::reach(qint32 row, double distance)
{
    for (qint64 edge = m_graph.starts[size_t(row)]; edge < m_graph.starts[size_t(row) + 1]; ++edge) {
        const auto column = size_t(m_graph.targets[size_t(edge)]);
        const double slack = m_graph.costs[size_t(edge)] - result.rowPotentials[size_t(row)] - result.columnPotentials[column];
        const double through = distance + std::max(0.0, slack);
        if (m_settled[column] || through >= m_distance[column])
            continue;
        if (m_distance[column] == HUGE_VAL)
            m_touched.push_back(qint32(column));
        m_distance[column] = through;
        m_from[column] = row;
        m_queue.emplace(through, qint32(column));
    }
}

/// Matches the row, or a row that had to make room for it stays without a column, whichever is cheapest.
void MatchSearch::place(qint32 row)
{
    double least = 0;
    for (qint64 edge = m_graph.starts[size_t(row)]; edge < m_graph.starts[size_t(row) + 1]; ++edge)
        least = std::min(least, m_graph.costs[size_t(edge)] - result.columnPotentials[size_t(m_graph.targets[size_t(edge)])]);
    result.rowPotentials[size_t(row)] = least;

    qint32 loser = row; // the row that is cheapest to leave out so far, and what that costs
    double leaving = -least;
    qint32 end = Matching::None;
    double shortest = 0;
    reach(row, 0);
    while (!m_queue.empty()) {
        const auto [distance, column] = m_queue.top();
        m_queue.pop();
        if (m_settled[size_t(column)])
            continue;
        if (distance >= leaving)
            break;
        m_settled[size_t(column)] = true;
        m_order.push_back(column);
        const qint32 holder = m_rowOf[size_t(column)];
        if (holder == Matching::None) {
            end = column;
            shortest = distance;
            break;
        }
        if (const double out = distance - result.rowPotentials[size_t(holder)]; out < leaving) {
            leaving = out;
            loser = holder;
        }
        reach(holder, distance);
    }
    if (end == Matching::None)
        shortest = leaving;
    settle(row, shortest);
    if (end != Matching::None) {
        augment(row, end);
    } else if (loser != row) {
        const qint32 freed = result.columnOf[size_t(loser)];
        result.columnOf[size_t(loser)] = Matching::None;
        augment(row, freed);
    }
    for (const qint32 column : m_touched) {
        m_distance[size_t(column)] = HUGE_VAL;
        m_settled[size_t(column)] = false;
    }
    m_touched.clear();
    m_order.clear();
    m_queue = {};
}

/// Moves the potentials of what the search saw by how much nearer it was than the end.
void MatchSearch::settle(qint32 row, double shortest)
{
    result.rowPotentials[size_t(row)] = std::min(0.0, result.rowPotentials[size_t(row)] + shortest);
    for (const qint32 column : m_order) {
        const double nearer = shortest - m_distance[size_t(column)];
        const qint32 holder = m_rowOf[size_t(column)];
        if (nearer <= 0 || holder == Matching::None)
            continue;
        result.columnPotentials[size_t(column)] -= nearer;
        result.rowPotentials[size_t(holder)] = std::min(0.0, result.rowPotentials[size_t(holder)] + nearer);
    }
}

void MatchSearch::augment(qint32 row, qint32 column)
{
    while (true) {
        const qint32 taker = m_from[size_t(column)];
        const qint32 given = result.columnOf[size_t(taker)];
        m_rowOf[size_t(column)] = taker;
        result.columnOf[size_t(taker)] = column;
        if (taker == row)
            return;
        column = given;
    }
}

} // namespace

Matching cheapestMatching(const MatchingCosts &graph)
{
    MatchSearch search(graph);
    for (qint32 row = 0; row < graph.rows(); ++row)
        search.place(row);
    Matching matching = std::move(search.result);
    for (qint32 row = 0; row < graph.rows(); ++row) {
        const qint64 begin = graph.starts[size_t(row)], end = graph.starts[size_t(row) + 1];
        double cheapest = HUGE_VAL;
        for (qint64 edge = begin; edge < end; ++edge) {
            if (graph.targets[size_t(edge)] == matching.columnOf[size_t(row)])
                cheapest = std::min(cheapest, graph.costs[size_t(edge)]);
        }
        if (matching.columnOf[size_t(row)] != Matching::None)
            matching.cost += cheapest;
    }
    return matching;
}

} // namespace galley
