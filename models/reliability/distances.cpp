// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "distances.h"

#include "unitpatterns.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace galley {

Distances::Distances(Distance kind, std::vector<double> positions)
    : m_kind(kind)
    , m_positions(std::move(positions))
{
    if (kind == Distance::Linear || kind == Distance::Triangular) {
        m_ascending.resize(m_positions.size());
        std::iota(m_ascending.begin(), m_ascending.end(), size_t(0));
        if (!std::ranges::is_sorted(m_positions))
            std::ranges::sort(m_ascending, {}, [&](size_t category) { return m_positions[category]; });
    }
    if (kind == Distance::Ratio)
        m_ratioSums.emplace(m_positions);
}

double Distances::between(qint32 a, qint32 b) const
{
    if (m_kind == Distance::Identity)
        return a == b ? 0 : 1;
    const double x = m_positions[size_t(a)], y = m_positions[size_t(b)];
    switch (m_kind) {
    case Distance::Linear:
        return std::abs(x - y);
    case Distance::Triangular:
        return std::abs(x - y) * (std::abs(x - y) + 1) / 2;
    case Distance::Ratio:
        return RatioSums::between(x, y);
    default:
        return (x - y) * (x - y);
    }
}

double Distances::largest() const
{
    if (m_kind == Distance::Identity)
        return 1;
    const auto [least, most] = std::ranges::minmax_element(m_positions);
    return m_positions.empty() ? 0 : between(qint32(least - m_positions.begin()), qint32(most - m_positions.begin()));
}

double Distances::within(std::span<const qint32> unit) const
{
    const double size = double(unit.size());
    double sum = 0;
    if (m_kind == Distance::Identity) {
        forEachValue(unit, [&](qint32, qint64 times) { sum += double(times) * (size - double(times)); });
        return sum;
    }
    if (m_kind == Distance::Quadratic && !unit.empty()) {
        // From one of the unit's own positions the differences are small, and what cancels loses nothing.
        double squares = 0;
        for (qint32 value : unit) {
            const double off = m_positions[size_t(value)] - m_positions[size_t(unit.front())];
            sum += off;
            squares += off * off;
        }
        return 2 * (size * squares - sum * sum);
    }
    for (size_t i = 0; i < unit.size(); ++i) {
        for (size_t j = i + 1; j < unit.size(); ++j) {
            if (unit[i] != unit[j])
                sum += between(unit[i], unit[j]);
        }
    }
    return 2 * sum;
}

std::vector<double> Distances::sums(std::span<const double> weights) const
{
    switch (m_kind) {
    case Distance::Identity: {
        const double all = std::accumulate(weights.begin(), weights.end(), 0.0);
        std::vector<double> others(weights.begin(), weights.end());
        for (double &other : others)
            other = all - other;
        return others;
    }
    case Distance::Linear:
        return linearSums(weights);
    case Distance::Quadratic:
        return quadraticSums(weights);
    case Distance::Triangular: {
        std::vector<double> sums = linearSums(weights);
        const std::vector<double> squares = quadraticSums(weights);
        for (size_t c = 0; c < sums.size(); ++c)
            sums[c] = (sums[c] + squares[c]) / 2;
        return sums;
    }
    case Distance::Ratio:
        return (*m_ratioSums)(weights);
    }
    return {};
}

double Distances::total(std::span<const double> weights) const
{
    const std::vector<double> all = sums(weights);
    return std::inner_product(all.begin(), all.end(), weights.begin(), 0.0);
}

/// From one position to the next, all weights below come nearer by the step and all above recede.
std::vector<double> Distances::linearSums(std::span<const double> weights) const
{
    std::vector<double> sums(m_positions.size());
    double below = 0, fromBelow = 0, above = 0, fromAbove = 0;
    for (size_t i = 0; i < m_ascending.size(); ++i) {
        if (i > 0)
            fromBelow += below * (m_positions[m_ascending[i]] - m_positions[m_ascending[i - 1]]);
        sums[m_ascending[i]] += fromBelow;
        below += weights[m_ascending[i]];
    }
    for (size_t i = m_ascending.size(); i-- > 0;) {
        if (i + 1 < m_ascending.size())
            fromAbove += above * (m_positions[m_ascending[i + 1]] - m_positions[m_ascending[i]]);
        sums[m_ascending[i]] += fromAbove;
        above += weights[m_ascending[i]];
    }
    return sums;
}

/// W(x − mean)² + Σ weight(y − mean)²: the mean is taken off before anything is squared, so that 1e9 ± 4 keeps its digits.
std::vector<double> Distances::quadraticSums(std::span<const double> weights) const
{
    const size_t count = m_positions.size();
    std::vector<double> sums(count);
    const auto first = std::ranges::find_if(weights, [](double weight) { return weight != 0; });
    if (first == weights.end())
        return sums;
    const double origin = m_positions[size_t(first - weights.begin())];
    double all = 0, mean = 0, spread = 0;
    for (size_t k = 0; k < count; ++k) {
        all += weights[k];
        mean += weights[k] * (m_positions[k] - origin);
    }
    mean /= all;
    for (size_t k = 0; k < count; ++k)
        spread += weights[k] * (m_positions[k] - origin - mean) * (m_positions[k] - origin - mean);
    for (size_t c = 0; c < count; ++c)
        sums[c] = all * (m_positions[c] - origin - mean) * (m_positions[c] - origin - mean) + spread;
    return sums;
}

} // namespace galley
