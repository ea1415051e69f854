// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "coefficient.h"
#include "spancodings.h"

/// Krippendorff's u-α family for spans that each coder found in a continuum: Krippendorff, Mathet, Bouvry & Widlöcher 2016,
/// "On the reliability of unitizing textual continua", Quality & Quantity 50(6); Krippendorff 2019, Content Analysis, 12.6.
///
/// With φ for the gaps, l_ck the length over which a span of value c by one coder meets one of value k by another, each text's
/// divided by its coders − 1, l_c its margins, l their sum, S_c the sum of the squared lengths of the spans of value c, S_φ the
/// plain length of the gaps and S = S_φ + Σ S_c, expected coincidences are e_ck = l (l_c l_k − [c = k] S_c) / (l² − S).
/// Touching spans stay separate, but splitting a span into touching ones of the same value leaves perfect agreement perfect.
///
/// Several texts: l, S and T are added over those that at least two coders coded, which is our extension; the paper has one.
/// A coder of a text who marked nothing counts as one who found nothing. Spans of one coder that overlap make every
/// coefficient of the family undefined, save `uAlphaOfLayer`. Time is linear in the spans (after sorting) for each pair of
/// coders, memory is that of the spans and of the categories.
namespace galley {

/// u-α: where spans are and what they are, nominal over φ and all categories; 1 − (l − Σ l_cc) / (l − Σ e_cc), c = φ too.
/// Undefined where one value (or nothing) covers everything.
Coefficient uAlpha(const SpanCodings &codings);

/// |u-α: where spans are, of whatever category: the same matrices, φ against the rest.
Coefficient binaryUAlpha(const SpanCodings &codings);

/// cu-α: what spans are where those of two coders intersect. With l* the l_ck without φ and T_c the sum, over each span of value
/// c and each other coder, of the square of the length over which that coder's spans meet it, divided by coders − 1:
/// e*_ck = l* (l*_c l*_k − [c = k] T_c) / (l*² − T); 1 − (l* − Σ l_cc) / (l* − Σ e*_cc). Figures: "coverage", l* / l.
/// With two coders T is not in dispute. With more, squares for each pair of span and other coder reproduce the .724 that the
/// paper prints (.72408); squaring what all the others cover together gives .7256, squaring their mean .7239, so the paper's
/// own rule is not beyond doubt. Undefined where nothing intersects, one category alone does, or l*² ≤ T.
Coefficient cuAlpha(const SpanCodings &codings);

/// l* / l: how much of the continua cu-α speaks of. It is no coefficient of agreement.
Coefficient cuAlphaCoverage(const SpanCodings &codings);

/// (k)u-α: agreement on one category among the intersections; 1 − (e*_k / l*_k) (l*_k − l_kk) / (e*_k − e*_kk).
/// Figures: "coverage", l*_k / l_k.
Coefficient kuAlpha(const SpanCodings &codings, qint32 category);

/// |u-α of one category against everything else, spans of it by one coder that overlap being united first; defined for
/// overlapping and nested spans.
Coefficient uAlphaOfLayer(const SpanCodings &codings, qint32 category);

} // namespace galley
