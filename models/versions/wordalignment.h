// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/range.h>
#include <versions/sequencematch.h>

#include <QStringView>

#include <vector>

namespace galley {

/// Whether a character's script puts no spaces between words, so that each of its characters counts as one.
bool isWrittenWithoutSpaces(char32_t code);

/// A text as words: letters and digits that stand together, anything else but white space alone. Scripts that write no spaces
/// count by characters. No word cuts a grapheme.
struct Words
{
    std::vector<bool> boundaries;   ///< for each position whether a grapheme begins or ends there
    std::vector<Utf16Range> ranges; ///< in order
    std::vector<quint32> ids;       ///< one for each range, equal where the words are equal, in either text of an alignment
};

/// Two versions of a text, and the words they share in the same order.
struct WordAlignment
{
    Words before;
    Words after;
    std::vector<Match> matches; ///< of words
};

WordAlignment alignedWords(QStringView oldText, QStringView newText);

/// How far beyond equal words what is between them may be equal too.
enum class Between { Blanks, PartsOfWords };

/// The stretches that two versions share in the same order, in UTF-16 units: matched words with what is equal between them. No
/// end of one cuts a grapheme of either text.
std::vector<Match> equalStretches(const WordAlignment &alignment, QStringView oldText, QStringView newText, Between between);

} // namespace galley
