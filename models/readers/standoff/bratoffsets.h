// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bratfile.h"

#include <domain/textpositions.h>
#include <readers/records.h>

namespace galley::brat {

/// A text as its file has it, and as an article has it: one line end counts one or two.
class SourceText
{
public:
    explicit SourceText(const QString &withItsLineEnds);

    const QString &text() const { return m_article.text; } ///< LF
    const TextPositions &positions() const { return m_article.positions; }
    bool hasCarriageReturns() const { return !m_dropped.empty(); }
    qint64 length(OffsetUnit unit, bool asInFile) const;
    /// As code points of text(); nothing where it is outside.
    std::optional<Range> place(std::pair<qint64, qint64> stated, OffsetUnit unit, bool asInFile) const;

private:
    struct Side
    {
        explicit Side(const QString &text);

        QString text;
        TextPositions positions;
        std::vector<qint64> bytes; ///< where each code point begins in UTF-8, and the end
    };

    const Side &side(bool asInFile) const { return asInFile ? m_source : m_article; }

    Side m_source, m_article;
    std::vector<qsizetype> m_dropped; ///< code points of the source that are a line end's first half
};

/// What the offsets of a file count.
struct Counting
{
    OffsetUnit unit = OffsetUnit::CodePoint;
    bool asInFile = false; ///< a line end of CR and LF counts two
    qsizetype fits = 0;    ///< stretches whose quote stands at their place
    std::vector<std::optional<std::vector<Range>>> places; ///< one a stretch, in reading order; nothing where it does not fit
};

/// Of all that they may count what fits most quotes, the usual one first.
Counting countingOf(const SourceText &text, const std::vector<TextBound> &stretches);

} // namespace galley::brat
