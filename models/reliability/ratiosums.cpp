// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ratiosums.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <numeric>

namespace galley {

namespace {

constexpr size_t fewValues = 256;
constexpr size_t nodesPerBox = 20;
constexpr double widest = 2; // natural logarithms in a box
constexpr size_t fewNodes = 1000;

/// ln(v / least), exact also where both are large and near each other.
double logarithm(double value, double least)
{
    return std::log1p((value - least) / least);
}

using Lagrange = std::array<double, nodesPerBox>;

/// The Lagrange polynomials of Chebyshev's nodes of the second kind at x (barycentric form; Berrut & Trefethen 2004).
Lagrange lagrange(double x, const double *nodes)
{
    Lagrange parts{};
    double sum = 0;
    for (size_t j = 0; j < nodesPerBox; ++j) {
        if (x == nodes[j]) {
            parts.fill(0);
            parts[j] = 1;
            return parts;
        }
        const double weight = (j % 2 == 0 ? 1.0 : -1.0) * (j == 0 || j == nodesPerBox - 1 ? 0.5 : 1.0);
        parts[j] = weight / (x - nodes[j]);
        sum += parts[j];
    }
    for (double &part : parts)
        part /= sum;
    return parts;
}

} // namespace

RatioSums::RatioSums(std::vector<double> values)
    : m_values(std::move(values))
{
    if (m_values.size() <= fewValues)
        return;
    for (size_t i = 0; i < m_values.size(); ++i) {
        if (m_values[i] > 0)
            m_order.push_back(i);
    }
    if (!std::ranges::is_sorted(m_values))
        std::ranges::sort(m_order, {}, [&](size_t i) { return m_values[i]; });
    for (size_t begin = 0; begin < m_order.size();) {
        Box box{m_values[m_order[begin]], 0, begin, begin, m_nodes.size()};
        for (; box.end < m_order.size() && logarithm(m_values[m_order[box.end]], box.least) <= widest; ++box.end)
            box.width = logarithm(m_values[m_order[box.end]], box.least);
        begin = box.end;
        box.nodeCount = box.width > 0 ? nodesPerBox : 1;
        for (size_t j = 0; j < box.nodeCount; ++j)
            m_nodes.push_back(box.width * (1 - std::cos(std::numbers::pi * double(j) / double(nodesPerBox - 1))) / 2);
        m_boxOf.insert(m_boxOf.end(), box.nodeCount, m_boxes.size());
        m_boxes.push_back(box);
    }
    if (m_nodes.size() > fewNodes)
        return;
    std::vector<double> kernels;
    kernels.reserve(m_nodes.size() * m_nodes.size());
    for (size_t target = 0; target < m_nodes.size(); ++target) {
        for (size_t source = 0; source < m_nodes.size(); ++source)
            kernels.push_back(kernel(target, source));
    }
    m_kernel = std::move(kernels);
}

double RatioSums::between(double c, double k)
{
    if (c == k)
        return 0;
    const double share = (c - k) / (c + k);
    return share * share;
}

std::vector<double> RatioSums::operator()(std::span<const double> weights) const
{
    return m_values.size() <= fewValues ? everyPair(weights) : byBoxes(weights);
}

std::vector<double> RatioSums::everyPair(std::span<const double> weights) const
{
    std::vector<double> sums(m_values.size());
    for (size_t c = 0; c < m_values.size(); ++c) {
        for (size_t k = 0; k < m_values.size(); ++k) {
            if (weights[k] != 0)
                sums[c] += weights[k] * between(m_values[c], m_values[k]);
        }
    }
    return sums;
}

std::vector<double> RatioSums::byBoxes(std::span<const double> weights) const
{
    std::vector<double> nodeWeights(m_nodes.size());
    double positive = 0;
    for (const Box &box : m_boxes) {
        for (size_t i = box.begin; i < box.end; ++i) {
            const double weight = weights[m_order[i]];
            positive += weight;
            if (box.nodeCount == 1) {
                nodeWeights[box.nodes] += weight;
            } else if (weight != 0) {
                const Lagrange parts = lagrange(logarithm(m_values[m_order[i]], box.least), &m_nodes[box.nodes]);
                for (size_t j = 0; j < nodesPerBox; ++j)
                    nodeWeights[box.nodes + j] += weight * parts[j];
            }
        }
    }
    const std::vector<double> nodeSums = fromNodes(nodeWeights);
    // Zero differs from every positive value by 1.
    const double zeros = std::accumulate(weights.begin(), weights.end(), 0.0) - positive;
    std::vector<double> sums(m_values.size(), positive);
    for (const Box &box : m_boxes) {
        for (size_t i = box.begin; i < box.end; ++i) {
            double sum = nodeSums[box.nodes];
            if (box.nodeCount > 1) {
                const Lagrange parts = lagrange(logarithm(m_values[m_order[i]], box.least), &m_nodes[box.nodes]);
                sum = std::inner_product(parts.begin(), parts.end(), nodeSums.begin() + std::ptrdiff_t(box.nodes), 0.0);
            }
            sums[m_order[i]] = sum + zeros;
        }
    }
    return sums;
}

std::vector<double> RatioSums::fromNodes(std::span<const double> nodeWeights) const
{
    const size_t count = m_nodes.size();
    std::vector<double> sums(count);
    for (size_t target = 0; target < count; ++target) {
        double sum = 0;
        for (size_t source = 0; source < count; ++source)
            sum += nodeWeights[source] * (m_kernel.empty() ? kernel(target, source) : m_kernel[target * count + source]);
        sums[target] = sum;
    }
    return sums;
}

double RatioSums::kernel(size_t target, size_t source) const
{
    const double apart
        = m_boxOf[target] == m_boxOf[source] ? 0 : std::log(m_boxes[m_boxOf[target]].least / m_boxes[m_boxOf[source]].least);
    const double root = std::tanh((m_nodes[target] - m_nodes[source] + apart) / 2);
    return root * root;
}

} // namespace galley
