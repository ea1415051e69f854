// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics.h"

#include <optional>

namespace galley {

/// How far apart the labels are that two coders gave to a token.
enum class LabelDistance {
    Nominal, ///< one label or none: 0 or 1
    Jaccard, ///< of label sets: 1 − J, J = |A ∩ B| / |A ∪ B| (Jaccard 1912)
    Masi,    ///< 1 − J M, M = 1 for equal sets, 2/3 where one holds the other, 1/3 where they meet, else 0 (Passonneau 2006)
};

struct TokenAlphaOptions
{
    LabelDistance distance = LabelDistance::Nominal;
    std::optional<qint32> category = std::nullopt; ///< this category against everything else
};

/// Krippendorff's α over tokens, each a unit that every coder of its text valued; a gap is a value of its own (the empty set).
/// Tokens are the whole positions of `codings`: characters, or what `inUnits` and `inTokens` make of them. α = 1 − D_o / D_e with
/// the distance itself, not its square, for label sets; NLTK rounds MASI's thirds to two digits and differs in the third.
/// Long gaps, on which coders agree easily, inflate it.
///
/// Figures: "observed_agreement", 1 − D_o; of label sets, what they have in common counts.
/// Undefined where all tokens have the same label, and with `LabelDistance::Nominal` where spans of different categories by one
/// coder share a token (name a category, or take a distance of sets). Time grows with the number of span ends, not with the
/// tokens, times coders; and, for label sets, with the square of the number of different sets.
/// An error only where `proceed` said no.
Result<Coefficient> tokenAlpha(const SpanCodings &codings, const TokenAlphaOptions &options = {}, const Proceed &proceed = {});

} // namespace galley
