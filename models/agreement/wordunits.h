// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "codedarticles.h"

namespace galley {

/// The words and signs of a text, in code points: runs of letters, digits and “_”, and each other character that is no white space.
std::vector<Range> wordsAndSigns(QStringView text);

/// As spanCodings(), each text measured in its words and signs: a span holds those whose first character it holds, so that spans
/// which do not overlap do not do so in words either.
Result<SpanCodings> spanCodingsInWords(const ProjectStore &store, const Layer &layer, const std::vector<Coder> &coders,
                                       const std::vector<CodedArticle> &articles, const std::vector<ZoneKind> &excluded = {});

} // namespace galley
