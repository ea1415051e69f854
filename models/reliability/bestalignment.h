// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dissimilarity.h"

#include <atomic>
#include <span>
#include <vector>

namespace galley {

/// The best alignment of the spans of one text: each span in one unitary alignment, the disorders of which sum to the least
/// there can be (Mathet, Widlöcher & Métivier 2015, sections 4.2 and 4.5).
struct Alignment
{
    std::vector<CodedSpan> units;  ///< by their middles; what one coder marked twice counts once
    std::vector<qint64> starts{0}; ///< unitary alignments as stretches of `members`, by their first units
    std::vector<qint32> members;   ///< indices into `units`
    double disorder = 0;           ///< the sum over the unitary alignments, times Δ∅; not yet divided by the spans per coder
    double lowerBound = 0;         ///< no alignment has less
    bool unique = true;            ///< no other has as little; means something where isProven()

    qint64 count() const { return qint64(starts.size()) - 1; }
    std::span<const qint32> of(qint64 index) const
    {
        const qint64 begin = starts[size_t(index)], end = starts[size_t(index) + 1];
        return std::span(members).subspan(size_t(begin), size_t(end - begin));
    }
    bool isProven() const { return lowerBound >= disorder * (1 - 1e-9); }
};

/// Aligns spans of `coders` coders, 0 … coders − 1, two at least. Of alignments with equal disorder (there often are
/// several): that of fewest unitary alignments, then the lexicographically first by the order of units.
///
/// Two coders: exact in polynomial time, as a matching. More: exact by a search within bounds, the work of which is limited;
/// where the limit is reached `lowerBound` says how far from the best the alignment may be. An error where spans overlap so
/// much that memory would not suffice, or where `stopped` became true.
Result<Alignment> bestAlignment(std::vector<CodedSpan> spans, int coders, const Dissimilarity &measure,
                                const std::atomic<bool> &stopped);

} // namespace galley
