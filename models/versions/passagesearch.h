// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <versions/textpair.h>

namespace galley {

/// Where a passage of the old text may stand in the new one.
struct Place
{
    std::vector<Utf16Range> ranges; ///< one; several where something long was put in between
    double similarity = 0;          ///< of what stands there to the passage: 1 where it is the same
    double context = 0;             ///< of what stands around it: 1 where it is the same
    bool aligned = false;           ///< the versions, laid side by side, put it there

    double score() const { return similarity + context + (aligned ? 0.1 : 0.0); }
};

/// The places, likeliest first: none where the passage is gone, several where nothing decides between them.
std::vector<Place> placesOf(const TextPair &pair, Utf16Range passage);

/// At least so much of a passage must be unaltered to be found again.
constexpr double leastSimilarity = 0.8;

} // namespace galley
