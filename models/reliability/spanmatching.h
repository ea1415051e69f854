// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "spancodings.h"

#include <span>
#include <utility>
#include <vector>

namespace galley {

/// Which spans of two coders may be taken for the same annotation: those that share text (touching is not sharing), enough of it.
struct MatchingRule
{
    double leastIou = 0; ///< shared length / length covered by either, from 0 (any shared text will do) to 1 (the same extent)
    bool sameCategory = false;
};

struct SpanMatching
{
    std::vector<std::pair<qsizetype, qsizetype>> pairs; ///< places in the document's spans, in reading order of the first coder's
    bool hasLargestOverlap = true; ///< false where the text was too entangled to find more than a matching of maximum size
};

/// The one-to-one matching of two coders' spans of a text with the most pairs and, among those, the largest total of shared
/// lengths; which of several equally good ones does not depend on the order of `document.spans`, unless spans are identical.
///
/// That is exact by shortest augmenting paths while the work stays proportionate to the spans; in a text where thousands of spans
/// by each coder hang together by overlaps it falls back to a matching of maximum size and says so.
/// An error where more than 2^24 pairs reach `leastIou` > 0, for which memory would not do.
Result<SpanMatching> matchedSpans(const Continuum &document, qint32 first, qint32 second, const MatchingRule &rule = {});

/// How many pairs that matching has, for spans of two coders without the rest. O(n log n) for leastIou = 0, however many overlap;
/// else it grows with the pairs that come near it.
Result<qint64> matchedCount(std::span<const CodedSpan> first, std::span<const CodedSpan> second, const MatchingRule &rule = {});

} // namespace galley
