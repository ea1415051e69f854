// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace galley {

/// Sums of the ratio difference ((c − k)/(c + k))² from every value to all others, none of them negative; zero from zero is 0.
///
/// With few values every pair is computed. With many, values are grouped by their logarithm x, where the difference is
/// tanh²((x − y)/2): a function so smooth (its poles lie ±iπ off) that 20 Chebyshev nodes stand for all values within a factor
/// of e² to the last digits of the largest difference. So the work grows with the number of values and not with its square.
class RatioSums
{
public:
    explicit RatioSums(std::vector<double> values);

    static double between(double c, double k);
    std::vector<double> operator()(std::span<const double> weights) const; ///< for each value c: Σ over k of weights[k]·d(c, k)

private:
    struct Box
    {
        double least = 0; ///< its smallest value, where its logarithms begin
        double width = 0; ///< of its logarithms
        size_t begin = 0; ///< its values: a range of m_order
        size_t end = 0;
        size_t nodes = 0; ///< where its nodes begin among those of all boxes
        size_t nodeCount = 1;
    };

    std::vector<double> everyPair(std::span<const double> weights) const;
    std::vector<double> byBoxes(std::span<const double> weights) const;
    std::vector<double> fromNodes(std::span<const double> nodeWeights) const;
    double kernel(size_t target, size_t source) const;

    std::vector<double> m_values;
    std::vector<size_t> m_order; ///< of positive values, ascending
    std::vector<Box> m_boxes;
    std::vector<size_t> m_boxOf;  ///< of each node
    std::vector<double> m_nodes;  ///< a node's logarithm within its box
    std::vector<double> m_kernel; ///< between any two nodes, where that is little
};

} // namespace galley
