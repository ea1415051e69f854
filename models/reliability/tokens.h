// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "codings.h"
#include "spancodings.h"

#include <domain/range.h>

#include <vector>

/// Spans measured in tokens instead of characters, and the labels of tokens as units.
/// A token belongs to a span if they share any character.
namespace galley {

/// The same spans measured in tokens: token i of a text is the position i. A text is cut every `unitLength` characters from its
/// begin; the last token may be shorter.
SpanCodings inUnits(const SpanCodings &codings, qint64 unitLength);

/// The tokens of each document (words, say), sorted and apart from each other, in the order of `codings.documents`. What lies
/// between tokens belongs to none, and a span that meets no token is left out.
SpanCodings inTokens(const SpanCodings &codings, const std::vector<std::vector<Range>> &tokens);

/// Each whole position of each document (a character, or a token after the above) as a unit, one text after the other, with the
/// category of the span over it as its value; `gap` names the value where there is none. Coders who did not code a text are
/// missing in it. Where spans of one coder overlap, the category that comes first in `precedence` holds (indices; those it lacks
/// follow in the order of `codings.categories`). Units have no names. Takes 4 bytes for each position and coder: of 3 coders and
/// a million characters 12 MB.
Codings unitsOf(const SpanCodings &codings, const QString &gap, const std::vector<qint32> &precedence = {});

} // namespace galley
