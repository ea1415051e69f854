// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/range.h>

#include <QString>
#include <QStringView>

/// Steps through a text by what a reader sees as one: pure functions over UTF-16 positions.
/// `language` is the text's (BCP 47), by which words are told; the other units do without.
namespace galley {

enum class TextUnit { Grapheme, Word, Sentence, Paragraph };

/// The paragraph around a position: up to, not including, the '\n' or U+2029 on either side.
Utf16Range paragraphAround(QStringView text, qsizetype position);

/// The next place after `position` where a unit begins, or the end of the text. White space and punctuation
/// are no words, blank lines no sentences or paragraphs; '\n' counts as one grapheme.
qsizetype nextBegin(QStringView text, qsizetype position, TextUnit unit, const QString &language = {});
/// The last place before `position` where a unit begins, or 0.
qsizetype previousBegin(QStringView text, qsizetype position, TextUnit unit, const QString &language = {});
/// The next place after `position` where a unit ends (without the white space that follows it), or the end of the text.
qsizetype nextEnd(QStringView text, qsizetype position, TextUnit unit, const QString &language = {});
/// The last place before `position` where a unit ends, or 0.
qsizetype previousEnd(QStringView text, qsizetype position, TextUnit unit, const QString &language = {});

/// Where the caret goes with one key: to where a unit begins; by words it also stops behind what a paragraph ends with.
qsizetype caretMoved(QStringView text, qsizetype position, TextUnit unit, int direction, const QString &language = {});

/// The unit at `position`: the one that contains it, else the one that ends there, else the nearest before it
/// in the paragraph, else the first after it; empty at `position` where the paragraph has none.
Utf16Range unitAt(QStringView text, qsizetype position, TextUnit unit, const QString &language = {});

enum class RangeEnd { Begin, End };

/// The range with one end moved a unit backward (direction < 0) or forward. A begin goes to begins, an end to ends;
/// the range never becomes empty or leaves the text: then it is returned as it was. By words an end also stops where a sentence
/// ends, with its full stop and quotation mark, and a begin where one begins.
Utf16Range withEndMoved(QStringView text, Utf16Range range, RangeEnd end, int direction, TextUnit unit, const QString &language = {});

} // namespace galley
