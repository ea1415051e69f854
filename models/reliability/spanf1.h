// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics.h"

namespace galley {

enum class SpanMatch {
    Exact,      ///< the same begin and end
    Overlap,    ///< shared text, at least `leastIou` of it, in a maximum one-to-one matching
    Characters, ///< each character (with each label) on its own
};

struct SpanF1Options
{
    SpanMatch match = SpanMatch::Exact;
    bool labels = true;  ///< spans match only within a category; else categories count for nothing
    bool pooled = false; ///< micro average: true positives and spans added over the pairs of coders, not the mean of their F1
    double leastIou = 0; ///< for `SpanMatch::Overlap`
};

/// F1 = 2 TP / (|A| + |B|) of two coders' spans, texts that both coded added, duplicates of a coder counted once: the harmonic
/// mean of precision and recall with either as the standard (van Rijsbergen 1979), so symmetric. More coders: the mean over pairs
/// (Hripcsak & Rothschild 2005), or pooled. It is not corrected for chance and Krippendorff's thresholds do not hold for it.
///
/// Matching by overlap is of maximum size; tools that match greedily in the order of a list (nervaluate) are asymmetric and can
/// find fewer. A pair without any span is left out, undefined if all are. Figures: "pairs" and "pairs_left_out",
/// "matched" (TP) and "size" (|A| + |B|) over the pairs.
/// An error where `proceed` said no, or as `matchedCount`.
Result<Coefficient> spanF1(const SpanCodings &codings, const SpanF1Options &options = {}, const Proceed &proceed = {});

} // namespace galley
