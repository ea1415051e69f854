// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/textpositions.h>
#include <versions/wordalignment.h>

#include <QString>

#include <span>

namespace galley {

/// Two versions of a text, worked out once for all that is asked about them.
struct TextPair
{
    TextPair(QString oldText, QString newText);

    /// Where a word stands in the new text, as indices of its words.
    std::span<const qsizetype> occurrences(quint32 word) const;
    /// The stretch that begins last at or before a position of the old text, or nullptr.
    const Match *stretchAt(qsizetype oldPosition) const;

    QString before;
    QString after;
    TextPositions oldPositions;
    TextPositions newPositions;
    WordAlignment words;
    std::vector<Match> stretches; ///< what both share in the same order, in UTF-16 units

private:
    std::vector<qsizetype> m_ends; ///< for each word id where its occurrences end
    std::vector<qsizetype> m_occurrences;
};

/// In words of a text.
using WordRange = Extent<struct WordIndices>;

/// The words that a range touches.
WordRange wordsIn(const Words &words, Utf16Range range);

} // namespace galley
