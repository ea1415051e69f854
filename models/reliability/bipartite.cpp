// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bipartite.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <queue>
#include <tuple>
#include <utility>

namespace galley {

namespace {

constexpr qint32 none = -1;

/// Hopcroft and Karp's phases: how far each left vertex is from a free one, then disjoint shortest augmenting paths.
class Phases
{
public:
    explicit Phases(const BipartiteGraph &graph)
        : m_graph(graph)
        , m_ofLeft(size_t(graph.left), none)
        , m_ofRight(size_t(graph.right), none)
        , m_distance(size_t(graph.left))
        , m_next(size_t(graph.left))
    {
    }

    std::vector<qint32> matching()
    {
        while (layer()) {
            m_next.assign(m_graph.first.begin(), m_graph.first.end() - 1);
            for (qint32 left = 0; left < m_graph.left; ++left) {
                if (m_ofLeft[size_t(left)] == none)
                    augment(left);
            }
        }
        return m_ofLeft;
    }

private:
    static constexpr qint32 unreached = std::numeric_limits<qint32>::max();

    /// Is any free right vertex within reach? Layers beyond the nearest are not looked at.
    bool layer()
    {
        std::vector<qint32> reached;
        for (qint32 left = 0; left < m_graph.left; ++left) {
            m_distance[size_t(left)] = m_ofLeft[size_t(left)] == none ? 0 : unreached;
            if (m_distance[size_t(left)] == 0)
                reached.push_back(left);
        }
        m_last = unreached;
        for (size_t at = 0; at < reached.size() && m_distance[size_t(reached[at])] <= m_last; ++at) {
            for (const WeightedEdge &edge : m_graph.edgesOf(reached[at])) {
                const qint32 other = m_ofRight[size_t(edge.right)];
                if (other == none) {
                    m_last = m_distance[size_t(reached[at])];
                } else if (m_distance[size_t(other)] == unreached) {
                    m_distance[size_t(other)] = m_distance[size_t(reached[at])] + 1;
                    reached.push_back(other);
                }
            }
        }
        return m_last != unreached;
    }

    /// Depth first along the layers, with a stack of its own: paths can be as long as the text. A phase looks at an edge once.
    void augment(qint32 root)
    {
        std::vector<qint32> path{root};
        while (!path.empty()) {
            const qint32 left = path.back();
            size_t &next = m_next[size_t(left)];
            if (next == m_graph.first[size_t(left) + 1]) {
                m_distance[size_t(left)] = unreached;
                path.pop_back();
                if (!path.empty())
                    ++m_next[size_t(path.back())];
                continue;
            }
            const qint32 other = m_ofRight[size_t(m_graph.edges[next].right)];
            if (other == none && m_distance[size_t(left)] == m_last) {
                for (qint32 step : path) {
                    m_ofLeft[size_t(step)] = m_graph.edges[m_next[size_t(step)]].right;
                    m_ofRight[size_t(m_ofLeft[size_t(step)])] = step;
                }
                return;
            }
            if (other != none && m_distance[size_t(other)] == m_distance[size_t(left)] + 1)
                path.push_back(other);
            else
                ++next;
        }
    }

    const BipartiteGraph &m_graph;
    std::vector<qint32> m_ofLeft, m_ofRight; ///< partners
    std::vector<qint32> m_distance;
    qint32 m_last = unreached;  ///< the distance of those next to a free right vertex
    std::vector<size_t> m_next; ///< the next edge to try of each left vertex
};

/// Left vertices join one by one by the cheapest augmenting path. An edge costs what it weighs less than the heaviest; each left
/// vertex may also stay alone, for more than any exchange of edges could save, so that size goes before weight.
class CheapestPaths
{
public:
    CheapestPaths(const BipartiteGraph &graph, qint64 steps)
        : m_graph(graph)
        , m_steps(steps)
        , m_ofLeft(size_t(graph.left), none)
        , m_ofRight(size_t(graph.right), none)
        , m_leftPrice(size_t(graph.left))
        , m_rightPrice(size_t(graph.right))
        , m_distance(size_t(graph.right), infinite)
        , m_from(size_t(graph.right), none)
    {
        for (const WeightedEdge &edge : graph.edges)
            m_heaviest = std::max(m_heaviest, static_cast<long double>(edge.weight));
        m_alone = (m_heaviest + 1) * (2 * static_cast<long double>(std::min(graph.left, graph.right)) + 1);
    }

    std::optional<std::vector<qint32>> matching()
    {
        for (qint32 left = 0; left < m_graph.left; ++left) {
            if (!join(left))
                return std::nullopt;
        }
        return m_ofLeft;
    }

private:
    static constexpr long double infinite = std::numeric_limits<long double>::infinity();
    using Reached = std::pair<long double, qint32>; ///< a right vertex and its distance

    bool join(qint32 root)
    {
        std::priority_queue<Reached, std::vector<Reached>, std::greater<>> queue;
        std::vector<qint32> touched, settled;
        long double base = 0, least = infinite;
        qint32 left = root, lonely = none, goal = none;
        while (true) {
            const auto edges = m_graph.edgesOf(left);
            m_steps -= qint64(edges.size()) + 1;
            if (m_steps < 0)
                return false;
            if (const long double alone = base + m_alone - m_leftPrice[size_t(left)]; alone < least)
                std::tie(least, lonely) = std::pair(alone, left);
            for (const WeightedEdge &edge : edges) {
                const size_t right = size_t(edge.right);
                const long double distance = base + m_heaviest - edge.weight - m_leftPrice[size_t(left)] - m_rightPrice[right];
                if (!(distance < m_distance[right]))
                    continue;
                if (m_distance[right] == infinite)
                    touched.push_back(edge.right);
                m_distance[right] = distance;
                m_from[right] = left;
                queue.emplace(distance, edge.right);
            }
            while (!queue.empty() && queue.top().first > m_distance[size_t(queue.top().second)])
                queue.pop();
            if (queue.empty() || queue.top().first > least)
                break;
            const auto [distance, right] = queue.top();
            queue.pop();
            if (m_ofRight[size_t(right)] == none) {
                std::tie(least, goal) = std::pair(distance, right);
                break;
            }
            settled.push_back(right);
            base = distance;
            left = m_ofRight[size_t(right)];
        }
        reprice(root, settled, least);
        augment(root, goal, lonely);
        for (qint32 right : touched)
            m_distance[size_t(right)] = infinite;
        return true;
    }

    void reprice(qint32 root, const std::vector<qint32> &settled, long double least)
    {
        m_leftPrice[size_t(root)] += least;
        for (qint32 right : settled) {
            const long double nearer = least - m_distance[size_t(right)];
            m_rightPrice[size_t(right)] -= nearer;
            m_leftPrice[size_t(m_ofRight[size_t(right)])] += nearer;
        }
    }

    /// Each left vertex on the path from `root` takes the next right one; the last takes `goal`, or is `lonely` from now on.
    void augment(qint32 root, qint32 goal, qint32 lonely)
    {
        qint32 right = goal;
        if (goal == none) {
            if (lonely == root)
                return;
            right = std::exchange(m_ofLeft[size_t(lonely)], none);
        }
        while (true) {
            const qint32 left = m_from[size_t(right)];
            m_ofRight[size_t(right)] = left;
            std::swap(m_ofLeft[size_t(left)], right);
            if (left == root)
                return;
        }
    }

    const BipartiteGraph &m_graph;
    qint64 m_steps;
    long double m_heaviest = 0, m_alone = 0;
    std::vector<qint32> m_ofLeft, m_ofRight;            ///< partners
    std::vector<long double> m_leftPrice, m_rightPrice; ///< dual values: no edge costs less than its ends' together
    std::vector<long double> m_distance;                ///< of right vertices from the one that joins
    std::vector<qint32> m_from;                         ///< the left vertex before each on the path
};

} // namespace

BipartiteGraph::BipartiteGraph(qint32 left, qint32 right, std::vector<WeightedEdge> unsorted)
    : left(left)
    , right(right)
    , edges(std::move(unsorted))
    , first(size_t(left) + 1)
{
    std::ranges::sort(edges, [](const WeightedEdge &a, const WeightedEdge &b) {
        return a.left != b.left ? a.left < b.left : a.right < b.right;
    });
    for (const WeightedEdge &edge : edges)
        ++first[size_t(edge.left) + 1];
    for (size_t i = 1; i < first.size(); ++i)
        first[i] += first[i - 1];
}

std::span<const WeightedEdge> BipartiteGraph::edgesOf(qint32 vertex) const
{
    return std::span(edges).subspan(first[size_t(vertex)], first[size_t(vertex) + 1] - first[size_t(vertex)]);
}

std::vector<qint32> maximumMatching(const BipartiteGraph &graph)
{
    return Phases(graph).matching();
}

std::optional<std::vector<qint32>> heaviestMaximumMatching(const BipartiteGraph &graph, qint64 steps)
{
    return CheapestPaths(graph, steps).matching();
}

} // namespace galley
