// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <compare>
#include <span>
#include <vector>

namespace galley {

/// `length` equal elements of two sequences, from `a` in the one and from `b` in the other.
struct Match
{
    qsizetype a = 0;
    qsizetype b = 0;
    qsizetype length = 0;

    constexpr qsizetype endOfA() const { return a + length; }
    constexpr qsizetype endOfB() const { return b + length; }

    friend auto operator<=>(const Match &, const Match &) = default;
};

/// What two sequences share in the same order: not overlapping, none continuing the one before it.
/// Long stretches that occur once in either are matched first and short ones between them, so that what moved is matched where
/// most of it stayed (patience diff); what is left between is matched with the fewest edits (Myers). Time is nearly linear: a
/// stretch that has nothing of its own and takes more than some thousand edits stays unmatched.
std::vector<Match> sequenceMatches(std::span<const quint32> a, std::span<const quint32> b);

} // namespace galley
