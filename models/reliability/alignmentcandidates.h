// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dissimilarity.h"

#include <optional>
#include <span>
#include <vector>

/// What the search for a best alignment works on: units in reading order, who is near whom, and the unitary alignments worth
/// a look.
namespace galley {

/// What is aligned. Costs are in units of Δ∅.
struct AlignmentUnits
{
    std::vector<CodedSpan> spans; ///< by their middles, so that spans which may be aligned stand near each other; each once
    int coders = 2;               ///< also those without a span
    Dissimilarity measure;

    qint32 count() const { return qint32(spans.size()); }
    double coderPairs() const { return double(coders) * (coders - 1) / 2; }
    double between(qint32 a, qint32 b) const { return dissimilarityOf(measure, spans[size_t(a)], spans[size_t(b)]); }
};

/// Spans of one coder that are the same in begin, end and category count once.
AlignmentUnits alignmentUnits(std::vector<CodedSpan> spans, int coders, const Dissimilarity &measure);

/// Pairs of units of different coders that are no further apart than a limit, both ways round, as lists in rising order.
struct Neighbours
{
    std::vector<qint64> starts; ///< units + 1
    std::vector<qint32> units;

    std::span<const qint32> of(qint32 unit) const
    {
        return std::span(units).subspan(size_t(starts[size_t(unit)]), size_t(starts[size_t(unit) + 1] - starts[size_t(unit)]));
    }
};

/// None where there are more than `most` pairs. The time grows with the pairs found, not with all there are.
std::optional<Neighbours> neighboursWithin(const AlignmentUnits &units, double limit, qint64 most);

/// The largest dissimilarity of two units that some best alignment may hold together.
double pairLimit(int coders);

/// Unitary alignments (sets of units, at most one of each coder) with their costs.
struct UnitaryAlignments
{
    std::vector<qint64> starts{0};
    std::vector<qint32> members; ///< rising within each
    std::vector<double> costs;   ///< the disorder in units of Δ∅

    qint64 count() const { return qint64(costs.size()); }
    std::span<const qint32> of(qint64 index) const
    {
        const qint64 begin = starts[size_t(index)], end = starts[size_t(index) + 1];
        return std::span(members).subspan(size_t(begin), size_t(end - begin));
    }
    void append(std::span<const qint32> units, double cost);
};

/// The disorder of a unitary alignment in units of Δ∅: over all pairs of coders, the dissimilarity where both have a unit
/// and 1 where one or both have none, divided by the number of pairs (Mathet et al. 2015, section 4.3). It is 1 + Σ (d − 1)
/// / pairs over the pairs of units.
double disorderOf(const AlignmentUnits &units, std::span<const qint32> members);

/// Every unitary alignment that a best alignment may need, in lexicographic order: those that no split into two
/// parts makes cheaper. (That follows from the disorder being a sum over pairs, and is tighter than to compare with single units
/// alone.) None where they have more than `most` members altogether, or those to try several times as many.
std::optional<UnitaryAlignments> candidates(const AlignmentUnits &units, const Neighbours &neighbours, qint64 most);

/// Differences of costs below this are rounding.
inline constexpr double CostTolerance = 1e-10;

} // namespace galley
