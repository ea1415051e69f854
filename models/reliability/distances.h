// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ratiosums.h"

#include <QtGlobal>

#include <optional>
#include <span>
#include <vector>

namespace galley {

/// How far two categories lie from each other, given their positions x and y on a line.
enum class Distance {
    Identity,   ///< 0 for the same category, else 1
    Linear,     ///< |x − y|
    Quadratic,  ///< (x − y)²
    Triangular, ///< t(t + 1)/2 with t = |x − y|: pairs of ranks between them (Gwet's ordinal weights)
    Ratio,      ///< ((x − y)/(x + y))²
};

/// Distances between all categories, and sums of them that never build a table of categories × categories.
class Distances
{
public:
    /// `positions`: of each category; Identity uses only how many there are.
    Distances(Distance kind, std::vector<double> positions);

    double between(qint32 a, qint32 b) const;
    double largest() const; ///< between any two categories

    /// Over all ordered pairs of values of one unit; alike values lie side by side.
    double within(std::span<const qint32> unit) const;

    /// For each category c: Σ over k of weights[k] · d(c, k). O(categories).
    std::vector<double> sums(std::span<const double> weights) const;

    /// Σ over c and k of weights[c] · weights[k] · d(c, k).
    double total(std::span<const double> weights) const;

private:
    std::vector<double> linearSums(std::span<const double> weights) const;
    std::vector<double> quadraticSums(std::span<const double> weights) const;

    Distance m_kind;
    std::vector<double> m_positions;
    std::vector<size_t> m_ascending; ///< categories by position, where the kind needs it
    std::optional<RatioSums> m_ratioSums;
};

} // namespace galley
