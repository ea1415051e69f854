// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "textsteps.h"

#include "words.h"

#include <domain/textpositions.h>

#include <QTextBoundaryFinder>

#include <algorithm>
#include <vector>

namespace galley {

namespace {

bool isSeparator(QChar character)
{
    return character == u'\n' || character == QChar::ParagraphSeparator;
}

/// The units of one paragraph in reading order, not overlapping.
std::vector<Utf16Range> unitsOf(QStringView text, Utf16Range paragraph, TextUnit unit, const QString &language)
{
    std::vector<Utf16Range> units;
    const auto keep = [&](Utf16Range range) {
        if (unit != TextUnit::Grapheme)
            range = trimmed(text, range);
        if (!range.isEmpty())
            units.push_back(range);
    };
    const QStringView content = text.sliced(paragraph.begin, paragraph.length());
    if (unit == TextUnit::Paragraph) {
        keep(paragraph);
    } else if (unit == TextUnit::Word) {
        for (const Utf16Range &word : wordsOf(content, language))
            keep({paragraph.begin + word.begin, paragraph.begin + word.end});
    } else {
        QTextBoundaryFinder finder(unit == TextUnit::Sentence ? QTextBoundaryFinder::Sentence : QTextBoundaryFinder::Grapheme, content);
        qsizetype from = 0;
        for (qsizetype to = finder.toNextBoundary(); to > from; to = finder.toNextBoundary()) {
            keep({paragraph.begin + from, paragraph.begin + to});
            from = to;
        }
    }
    return units;
}

qsizetype clamped(QStringView text, qsizetype position)
{
    return std::clamp<qsizetype>(position, 0, text.size());
}

/// The first `edge` after `position`, looking through paragraph after paragraph.
qsizetype following(QStringView text, qsizetype position, TextUnit unit, const QString &language, qsizetype Utf16Range::*edge)
{
    position = clamped(text, position);
    for (Utf16Range paragraph = paragraphAround(text, position);; paragraph = paragraphAround(text, paragraph.end + 1)) {
        for (const Utf16Range &range : unitsOf(text, paragraph, unit, language)) {
            if (range.*edge > position)
                return range.*edge;
        }
        if (paragraph.end >= text.size())
            return text.size();
        if (unit == TextUnit::Grapheme)
            return position < paragraph.end ? paragraph.end : paragraph.end + 1;
    }
}

qsizetype preceding(QStringView text, qsizetype position, TextUnit unit, const QString &language, qsizetype Utf16Range::*edge)
{
    position = clamped(text, position);
    for (Utf16Range paragraph = paragraphAround(text, position);; paragraph = paragraphAround(text, paragraph.begin - 1)) {
        const std::vector<Utf16Range> units = unitsOf(text, paragraph, unit, language);
        for (auto range = units.rbegin(); range != units.rend(); ++range) {
            if ((*range).*edge < position)
                return (*range).*edge;
        }
        if (unit == TextUnit::Grapheme && position > paragraph.begin)
            return paragraph.begin;
        if (paragraph.begin == 0)
            return 0;
        if (unit == TextUnit::Grapheme)
            return paragraph.begin - 1;
    }
}

} // namespace

Utf16Range paragraphAround(QStringView text, qsizetype position)
{
    position = clamped(text, position);
    Utf16Range paragraph{position, position};
    while (paragraph.begin > 0 && !isSeparator(text[paragraph.begin - 1]))
        --paragraph.begin;
    while (paragraph.end < text.size() && !isSeparator(text[paragraph.end]))
        ++paragraph.end;
    return paragraph;
}

qsizetype nextBegin(QStringView text, qsizetype position, TextUnit unit, const QString &language)
{
    return following(text, position, unit, language, &Utf16Range::begin);
}

qsizetype previousBegin(QStringView text, qsizetype position, TextUnit unit, const QString &language)
{
    return preceding(text, position, unit, language, &Utf16Range::begin);
}

qsizetype nextEnd(QStringView text, qsizetype position, TextUnit unit, const QString &language)
{
    return following(text, position, unit, language, &Utf16Range::end);
}

qsizetype previousEnd(QStringView text, qsizetype position, TextUnit unit, const QString &language)
{
    return preceding(text, position, unit, language, &Utf16Range::end);
}

Utf16Range unitAt(QStringView text, qsizetype position, TextUnit unit, const QString &language)
{
    position = clamped(text, position);
    const std::vector<Utf16Range> units = unitsOf(text, paragraphAround(text, position), unit, language);
    if (units.empty())
        return {position, position};
    const auto after = std::ranges::upper_bound(units, position, {}, &Utf16Range::begin);
    return after == units.begin() ? *after : *std::prev(after);
}

qsizetype caretMoved(QStringView text, qsizetype position, TextUnit unit, int direction, const QString &language)
{
    if (direction < 0) {
        const qsizetype begin = previousBegin(text, position, unit, language);
        return unit == TextUnit::Word ? std::max(begin, previousEnd(text, position, TextUnit::Paragraph)) : begin;
    }
    const qsizetype begin = nextBegin(text, position, unit, language);
    return unit == TextUnit::Word ? std::min(begin, nextEnd(text, position, TextUnit::Paragraph)) : begin;
}

Utf16Range withEndMoved(QStringView text, Utf16Range range, RangeEnd end, int direction, TextUnit unit, const QString &language)
{
    const auto nearest = [&](auto step, qsizetype from) {
        const qsizetype place = step(text, from, unit, language);
        if (unit != TextUnit::Word)
            return place;
        const qsizetype ofSentence = step(text, from, TextUnit::Sentence, language);
        return direction < 0 ? std::max(place, ofSentence) : std::min(place, ofSentence);
    };
    Utf16Range moved = range;
    if (end == RangeEnd::Begin)
        moved.begin = direction < 0 ? nearest(previousBegin, range.begin) : nearest(nextBegin, range.begin);
    else
        moved.end = direction < 0 ? nearest(previousEnd, range.end) : nearest(nextEnd, range.end);
    if (moved.begin < 0 || moved.end > text.size() || moved.isEmpty())
        return range;
    // Beyond the last word there are only blanks: no reason to grow over them.
    const bool gainsContent = unit == TextUnit::Grapheme || trimmed(text, moved) != trimmed(text, range);
    return gainsContent ? moved : range;
}

} // namespace galley
