// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/range.h>

#include <QString>
#include <QStringView>

#include <vector>

namespace galley {

/// Converts positions of one text between code points, UTF-16 units and UTF-8 bytes.
/// Holds only where the counts part, so a text without emoji costs nothing and a conversion is a bisection.
/// A position inside a surrogate pair or a UTF-8 sequence belongs to the code point it cuts; positions beyond
/// either end are clamped. An unpaired surrogate counts as one code point (and as the three bytes of U+FFFD).
class TextPositions
{
public:
    TextPositions() = default;
    explicit TextPositions(QStringView text);

    qsizetype codePoints() const { return m_utf16Length - qsizetype(m_pairs.size()); } ///< length of the text
    qsizetype utf16Units() const { return m_utf16Length; }

    qsizetype toUtf16(qsizetype codePoint) const;
    qsizetype toCodePoint(qsizetype utf16) const; ///< rounds down inside a surrogate pair

    Utf16Range toUtf16(Range range) const { return {toUtf16(range.begin), toUtf16(range.end)}; }
    /// An end inside a surrogate pair takes the whole pair in.
    Range toCodePoints(Utf16Range range) const;

private:
    qsizetype m_utf16Length = 0;
    std::vector<qsizetype> m_pairs; ///< code point index of each code point that takes two UTF-16 units
};

/// A text with its positions, both kept by whoever has it open: they are worked out once, not with each key.
struct MeasuredText
{
    QStringView text;
    const TextPositions &positions;
    QString language = {}; ///< BCP 47, by which words are told; empty where it is not known
};

/// Byte offsets of a UTF-8 text as code points; ends inside a sequence take the whole code point in.
Range toCodePoints(QStringView text, Utf8Range range);

/// The range widened to whole grapheme clusters, so that no emoji, flag or accent is cut.
Utf16Range snappedToGraphemes(QStringView text, Utf16Range range);

/// The range without white space (including NBSP and zero-width space) at either end; empty if nothing else is in it.
Utf16Range trimmed(QStringView text, Utf16Range range);

/// The text of the ranges, parts joined by " … ".
QString quoteOf(QStringView text, const TextPositions &positions, const std::vector<Range> &ranges);

} // namespace galley
