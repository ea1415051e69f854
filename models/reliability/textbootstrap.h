// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alphabootstrap.h"
#include "tokenalpha.h"

#include <functional>
#include <span>

/// Intervals for coefficients of spans: texts are what was sampled, so texts are drawn with replacement (the cluster bootstrap;
/// Davison & Hinkley 1997, 3.8), and the coefficient is computed anew of each sample. Spans of one text hang together, and to draw
/// them one by one would make intervals too narrow.
namespace galley {

/// What a coefficient is computed from: sums over texts.
struct TextSums
{
    size_t width = 0;
    std::vector<std::vector<std::pair<size_t, double>>> texts; ///< of each compared text, what it adds to which sum
    std::function<std::optional<double>(std::span<const double> sums)> coefficient; ///< nothing where it is undefined
};

TextSums uAlphaSums(const SpanCodings &codings); ///< of uAlpha(), where it is defined
TextSums tokenAlphaSums(const SpanCodings &codings, const TokenAlphaOptions &options = {}); ///< of tokenAlpha(), likewise

/// The coefficient with the percentile interval, and the figures of krippendorffAlphaBootstrap(). Without one, and with a sentence that
/// says so, where only one text is compared. Of the options those count that are no method's or level's. An error only where `proceed` said no.
Result<Coefficient> withTextBootstrap(Coefficient coefficient, const TextSums &sums, const AlphaBootstrapOptions &options, const Proceed &proceed = {});

} // namespace galley
