// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "spancodings.h"

#include <base/random.h>

#include <vector>

/// Chance continua: what coders would have marked who place their spans at random. Which model is taken changes γ much where
/// spans nest, so it is always reported.
namespace galley {

enum class ChanceModel {
    Shuffle,      ///< Mathet et al. 2015, section 5.2: whole coders are shifted around the text, by any distance
    ShuffleWhole, ///< the same, by whole positions, as the Java program and pygamma-agreement do
    Statistical,  ///< spans drawn anew by number, gaps, lengths and categories; can't imitate nesting (pygamma-agreement, dkpro)
};

/// A text with each span once, its coders and categories numbered by what they marked, so that what chance makes of it
/// depends neither on names nor on the order of coders, spans or categories, nor on where counting begins.
struct ChanceSource
{
    explicit ChanceSource(const Continuum &document);

    int coders = 0;
    double length = 0;
    std::vector<std::vector<CodedSpan>> byCoder; ///< by begin and end, from 0
    std::vector<qint32> categories;              ///< of a span drawn at random, by the original numbers

    // Means and standard deviations (over n), for the statistical model.
    struct Moments
    {
        double mean = 0;
        double deviation = 0;
    };
    Moments spans; ///< of a coder
    Moments gaps;  ///< between a coder's spans one after the other, before the first where it does not begin with the text, and one of 0
    Moments lengths;
};

/// What was marked, with coders numbered as in `byCoder`.
std::vector<CodedSpan> observedSpans(const ChanceSource &source);

/// One chance continuum, with as many coders (0 … coders − 1). Spans may reach beyond the text.
///
/// Shuffled: for each new coder a coder is picked, and all his spans move by a pivot, uniform on the text's length but no
/// nearer to the pivots of earlier coders than half the mean length of a span (as long as there is room); what then would
/// begin beyond the end moves back by the text's length. Statistical: normal draws, of which the number is cut to a whole
/// one (from 1 for the first who has any) and the length is positive.
std::vector<CodedSpan> chanceContinuum(const ChanceSource &source, ChanceModel model, Random &random);

} // namespace galley
