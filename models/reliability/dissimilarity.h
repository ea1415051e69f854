// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "spancodings.h"

#include <cmath>
#include <vector>

namespace galley {

/// How much two spans differ, as the γ family measures it: α · positional + β · categorial dissimilarity, both in units of
/// Δ∅, the cost of a span that is aligned with none (Mathet, Widlöcher & Métivier 2015, section 4.4, where α = β = Δ∅ = 1).
/// Since Δ∅ scales every cost alike, the best alignment does not depend on it; the functions below leave it out where they
/// say so.
struct Dissimilarity
{
    double alpha = 1;      ///< weight of positions
    double beta = 1;       ///< weight of categories
    double deltaEmpty = 1; ///< Δ∅

    bool operator==(const Dissimilarity &) const = default;
};

/// ((|begin − begin′| + |end − end′|) / (length + length′))², in units of Δ∅; the paper's d_pos-sporadic. Free of the scale
/// of positions.
inline double positionalDissimilarity(const CodedSpan &a, const CodedSpan &b)
{
    const double apart = (std::abs(a.begin - b.begin) + std::abs(a.end - b.end)) / (a.end - a.begin + (b.end - b.begin));
    return apart * apart;
}

/// The combined dissimilarity of two spans in units of Δ∅. Categories differ wholly or not at all.
inline double dissimilarityOf(const Dissimilarity &measure, const CodedSpan &a, const CodedSpan &b)
{
    return measure.alpha * positionalDissimilarity(a, b) + (a.category != b.category ? measure.beta : 0);
}

/// Positional dissimilarities times Δ∅ of each span of one coder (rows) and each of another (columns), row by row, the spans of
/// each in the order of their begins and then ends.
std::vector<double> positionalDissimilarityTable(const Continuum &document, qint32 first, qint32 second, double deltaEmpty = 1);

} // namespace galley
