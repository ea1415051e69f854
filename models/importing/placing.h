// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/error.h>
#include <domain/textpositions.h>
#include <readers/records.h>

namespace galley {

/// Where stated ranges stand in a text, and what stands there.
struct Placement
{
    std::vector<Range> ranges; ///< in reading order
    QString quote;
};

/// The stated ranges, in code points, if they are in the text and their words are the stated quote. The error says what is
/// wrong with them, and where the quote stands instead. Nothing is moved to fit.
Result<Placement> placed(const ReadPassage &stated, OffsetUnit unit, QStringView text, const TextPositions &positions);

} // namespace galley
