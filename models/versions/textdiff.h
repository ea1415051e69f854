// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/range.h>

#include <QStringView>

#include <vector>

namespace galley {

enum class DiffKind { Equal, Removed, Added };

/// A stretch of two versions of a text: the same in both, only in `a`, or only in `b`; then the other range is empty and says
/// where.
struct DiffPiece
{
    DiffKind kind = DiffKind::Equal;
    Utf16Range a;
    Utf16Range b;

    bool operator==(const DiffPiece &) const = default;
};

/// What became of text `a` in `b`, by words and to be read by people: long stretches first, equal words that only happen to stand
/// between changes belong to the changes, and what was added or removed begins and ends with a paragraph or sentence where it
/// can. The pieces cover both texts without a gap, in order, a removal before the addition in its place.
std::vector<DiffPiece> textDiff(QStringView a, QStringView b);

} // namespace galley
