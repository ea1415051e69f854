// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "textsteps.h"

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

/// Something that is read, not only set: letters, digits, symbols, emoji.
bool hasContent(QStringView text)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        char32_t codePoint = text[at].unicode();
        if (text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate())
            codePoint = QChar::surrogateToUcs4(text[at], text[at + 1]);
        at += codePoint > 0xFFFF ? 1 : 0;
        const QChar::Category category = QChar::category(codePoint);
        const bool mute = QChar::isSpace(codePoint) || QChar::isPunct(codePoint) || category == QChar::Other_Format
            || category == QChar::Other_Control;
        if (!mute)
            return true;
    }
    return false;
}

QTextBoundaryFinder::BoundaryType boundaryOf(TextUnit unit)
{
    switch (unit) {
    case TextUnit::Word:
        return QTextBoundaryFinder::Word;
    case TextUnit::Sentence:
        return QTextBoundaryFinder::Sentence;
    default:
        return QTextBoundaryFinder::Grapheme;
    }
}

/// The units of one paragraph in reading order, not overlapping.
std::vector<Utf16Range> unitsOf(QStringView text, Utf16Range paragraph, TextUnit unit)
{
    std::vector<Utf16Range> units;
    const auto keep = [&](Utf16Range range) {
        if (unit != TextUnit::Grapheme)
            range = trimmed(text, range);
        if (!range.isEmpty() && (unit != TextUnit::Word || hasContent(text.sliced(range.begin, range.length()))))
            units.push_back(range);
    };
    if (unit == TextUnit::Paragraph) {
        keep(paragraph);
        return units;
    }
    const QStringView content = text.sliced(paragraph.begin, paragraph.length());
    QTextBoundaryFinder finder(boundaryOf(unit), content);
    qsizetype from = 0;
    for (qsizetype to = finder.toNextBoundary(); to > from; to = finder.toNextBoundary()) {
        keep({paragraph.begin + from, paragraph.begin + to});
        from = to;
    }
    return units;
}

qsizetype clamped(QStringView text, qsizetype position)
{
    return std::clamp<qsizetype>(position, 0, text.size());
}

/// The first `edge` after `position`, looking through paragraph after paragraph.
qsizetype following(QStringView text, qsizetype position, TextUnit unit, qsizetype Utf16Range::*edge)
{
    position = clamped(text, position);
    for (Utf16Range paragraph = paragraphAround(text, position);; paragraph = paragraphAround(text, paragraph.end + 1)) {
        for (const Utf16Range &range : unitsOf(text, paragraph, unit)) {
            if (range.*edge > position)
                return range.*edge;
        }
        if (paragraph.end >= text.size())
            return text.size();
        if (unit == TextUnit::Grapheme)
            return position < paragraph.end ? paragraph.end : paragraph.end + 1;
    }
}

qsizetype preceding(QStringView text, qsizetype position, TextUnit unit, qsizetype Utf16Range::*edge)
{
    position = clamped(text, position);
    for (Utf16Range paragraph = paragraphAround(text, position);; paragraph = paragraphAround(text, paragraph.begin - 1)) {
        const std::vector<Utf16Range> units = unitsOf(text, paragraph, unit);
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

qsizetype nextBegin(QStringView text, qsizetype position, TextUnit unit)
{
    return following(text, position, unit, &Utf16Range::begin);
}

qsizetype previousBegin(QStringView text, qsizetype position, TextUnit unit)
{
    return preceding(text, position, unit, &Utf16Range::begin);
}

qsizetype nextEnd(QStringView text, qsizetype position, TextUnit unit)
{
    return following(text, position, unit, &Utf16Range::end);
}

qsizetype previousEnd(QStringView text, qsizetype position, TextUnit unit)
{
    return preceding(text, position, unit, &Utf16Range::end);
}

Utf16Range unitAt(QStringView text, qsizetype position, TextUnit unit)
{
    position = clamped(text, position);
    const std::vector<Utf16Range> units = unitsOf(text, paragraphAround(text, position), unit);
    if (units.empty())
        return {position, position};
    const auto after = std::ranges::upper_bound(units, position, {}, &Utf16Range::begin);
    return after == units.begin() ? *after : *std::prev(after);
}

Utf16Range withEndMoved(QStringView text, Utf16Range range, RangeEnd end, int direction, TextUnit unit)
{
    Utf16Range moved = range;
    if (end == RangeEnd::Begin)
        moved.begin = direction < 0 ? previousBegin(text, range.begin, unit) : nextBegin(text, range.begin, unit);
    else
        moved.end = direction < 0 ? previousEnd(text, range.end, unit) : nextEnd(text, range.end, unit);
    if (moved.begin < 0 || moved.end > text.size() || moved.isEmpty())
        return range;
    // Beyond the last word there are only blanks: no reason to grow over them.
    const bool gainsContent = unit == TextUnit::Grapheme || trimmed(text, moved) != trimmed(text, range);
    return gainsContent ? moved : range;
}

QString displayedText(const QString &text)
{
    QString shown = text;
    const auto isStructure = [](char16_t unit) {
        return (unit < 0x20 && unit != u'\n' && unit != u'\t') || unit == 0x7F || unit == 0xFFFC || unit == 0xFDD0 || unit == 0xFDD1;
    };
    for (qsizetype at = 0; at < text.size(); ++at) {
        const char16_t unit = text[at].unicode();
        if (!isStructure(unit))
            continue;
        const bool blank = unit == u'\r' || unit == u'\v' || unit == u'\f';
        const char16_t picture = unit < 0x20 ? char16_t(0x2400 + unit) : unit == 0x7F ? char16_t(0x2421) : u'\uFFFD';
        shown[at] = blank ? u' ' : QChar(picture);
    }
    return shown;
}

} // namespace galley
