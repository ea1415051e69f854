// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/range.h>

#include <span>
#include <vector>

/// Where overlapping ranges go, worked out without a widget in sight.
namespace galley {

/// For each range, the lowest lane free where it begins; ranges in one lane never overlap.
/// The ranges must be in reading order: by begin, the longer first. An empty range gets lane -1.
std::vector<int> lanes(std::span<const Utf16Range> ranges);

/// A range with the lane it has over its whole extent.
struct LanedRange
{
    Utf16Range range;
    int lane = 0;

    bool operator==(const LanedRange &) const = default;
};

/// The part of one range that lies on one line.
struct LinePiece
{
    int member = 0;   ///< index into the ranges given
    int slot = 0;     ///< which place below the text, from the top; -1 where it is folded away
    Utf16Range range; ///< of the text, within the line

    bool operator==(const LinePiece &) const = default;
};

/// Which of `ranges` lie on a line and in which of its `places` places. A range keeps its lane as its slot;
/// one whose lane is too deep takes a place that is free on this line, else it is folded.
std::vector<LinePiece> piecesOnLine(Utf16Range line, std::span<const LanedRange> ranges, int places);

/// How many places the pieces need: the deepest slot in use plus one.
int slotsUsed(std::span<const LinePiece> pieces);

/// How many pieces are folded.
int foldedCount(std::span<const LinePiece> pieces);

} // namespace galley
