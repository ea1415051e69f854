// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bestalignment.h"

#include <optional>

namespace galley {

/// How the γ-cat disorder counts a span that is aligned with none.
enum class UnalignedTerm {
    None,    ///< not at all, as in the paper
    Pygamma, ///< a dissimilarity of Δ∅ with the weight Δ∅ for each such pair (pygamma-agreement, which calls it experimental)
};

/// The sums whose quotient is the categorial disorder of an alignment. Those of several texts add.
struct CategorialDisorder
{
    double weighted = 0;
    double weights = 0;

    std::optional<double> value() const { return weights > 0 ? std::optional(weighted / weights) : std::nullopt; }
    CategorialDisorder &operator+=(const CategorialDisorder &other);
};

/// Σ w · d_cat / Σ w over pairs of units in the same unitary alignment, w = max(0, 1 − α · d_pos) / (units in it − 1), where
/// d_cat is Δ∅ for different categories (Mathet 2017, section 4.2, γ-cat). With a `category`, only pairs of which one is of
/// it (γ-k).
CategorialDisorder categorialDisorder(const Alignment &alignment, int coders, const Dissimilarity &measure,
                                      UnalignedTerm unaligned, std::optional<qint32> category = std::nullopt);

} // namespace galley
