// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "codedarticles.h"

namespace galley {

/// The words and signs of a text, in code points: runs of letters, digits and “_”, and each other character that is no white space.
std::vector<Range> wordsAndSigns(QStringView text);

/// The spans of one text in words: a span holds the words that it shares a character with; a word in which spans of one coder
/// meet that do not overlap belongs to the one that has more of it. Positions and length are then places among `words`.
Continuum inWords(const Continuum &document, const std::vector<Range> &words);

/// As spanCodings(), each text measured in its words and signs.
Result<SpanCodings> spanCodingsInWords(const ProjectStore &store, const Layer &layer, const std::vector<Coder> &coders,
                                       const std::vector<CodedArticle> &articles, const std::vector<ZoneKind> &excluded = {});

} // namespace galley
