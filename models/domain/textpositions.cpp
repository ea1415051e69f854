// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "textpositions.h"

#include <QTextBoundaryFinder>

#include <algorithm>

namespace galley {

namespace {

bool isPair(QStringView text, qsizetype at)
{
    return at + 1 < text.size() && text[at].isHighSurrogate() && text[at + 1].isLowSurrogate();
}

/// A boundary whatever stands around it: after a line feed, or between two ASCII characters that are not CR and LF.
bool isPlainlyABoundary(QStringView text, qsizetype at)
{
    if (at == 0 || at == text.size())
        return true;
    const char16_t before = text[at - 1].unicode();
    const char16_t after = text[at].unicode();
    return before == u'\n' || (before < 0x80 && after < 0x80 && !(before == u'\r' && after == u'\n'));
}

/// The grapheme cluster that the position cuts, empty where it cuts none. QTextBoundaryFinder works out all of what it is given,
/// so it is given no more than the stretch between two plain boundaries.
Utf16Range clusterAround(QStringView text, qsizetype position)
{
    Utf16Range stretch{position, position};
    if (isPlainlyABoundary(text, position))
        return stretch;
    while (!isPlainlyABoundary(text, stretch.begin))
        --stretch.begin;
    while (!isPlainlyABoundary(text, stretch.end))
        ++stretch.end;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text.sliced(stretch.begin, stretch.length()));
    finder.setPosition(position - stretch.begin);
    if (finder.isAtBoundary())
        return {position, position};
    const qsizetype end = finder.toNextBoundary();
    return {stretch.begin + finder.toPreviousBoundary(), stretch.begin + end};
}

} // namespace

TextPositions::TextPositions(QStringView text)
    : m_utf16Length(text.size())
{
    // Most texts hold no pair at all, and counting is a loop that the compiler can widen.
    if (std::ranges::count_if(text, [](QChar unit) { return unit.isHighSurrogate(); }) == 0)
        return;
    qsizetype codePoint = 0;
    for (qsizetype at = 0; at < text.size(); ++at, ++codePoint) {
        if (!isPair(text, at))
            continue;
        m_pairs.push_back(codePoint);
        ++at;
    }
}

qsizetype TextPositions::toUtf16(qsizetype codePoint) const
{
    const qsizetype clamped = std::clamp<qsizetype>(codePoint, 0, codePoints());
    return clamped + (std::ranges::lower_bound(m_pairs, clamped) - m_pairs.begin());
}

qsizetype TextPositions::toCodePoint(qsizetype utf16) const
{
    const qsizetype clamped = std::clamp<qsizetype>(utf16, 0, m_utf16Length);
    // The i-th pair begins at UTF-16 position m_pairs[i] + i; count the pairs that end at or before `clamped`.
    qsizetype low = 0;
    qsizetype high = qsizetype(m_pairs.size());
    while (low < high) {
        const qsizetype middle = (low + high) / 2;
        if (m_pairs[size_t(middle)] + middle < clamped)
            low = middle + 1;
        else
            high = middle;
    }
    const bool insideAPair = low > 0 && m_pairs[size_t(low - 1)] + low == clamped;
    return insideAPair ? m_pairs[size_t(low - 1)] : clamped - low;
}

Range TextPositions::toCodePoints(Utf16Range range) const
{
    Range result{toCodePoint(range.begin), toCodePoint(range.end)};
    if (toUtf16(result.end) < std::min(range.end, m_utf16Length))
        ++result.end;
    return result;
}

Range toCodePoints(QStringView text, Utf8Range range)
{
    Range result{-1, -1};
    qsizetype codePoint = 0;
    qsizetype byte = 0;
    for (qsizetype at = 0; at < text.size(); ++at, ++codePoint) {
        if (result.begin < 0 && range.begin <= byte)
            result.begin = codePoint;
        if (result.end < 0 && range.end <= byte)
            result.end = codePoint;
        const char16_t unit = text[at].unicode();
        const bool pair = isPair(text, at);
        const qsizetype bytes = pair ? 4 : unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
        if (result.begin < 0 && range.begin < byte + bytes)
            result.begin = codePoint;
        byte += bytes;
        at += pair ? 1 : 0;
    }
    if (result.begin < 0)
        result.begin = codePoint;
    if (result.end < 0)
        result.end = codePoint;
    return result;
}

Utf16Range snappedToGraphemes(QStringView text, Utf16Range range)
{
    const qsizetype begin = std::clamp<qsizetype>(range.begin, 0, text.size());
    const qsizetype end = std::clamp<qsizetype>(range.end, 0, text.size());
    return {clusterAround(text, begin).begin, clusterAround(text, end).end};
}

Utf16Range trimmed(QStringView text, Utf16Range range)
{
    const auto blank = [&](qsizetype at) { return text[at].isSpace() || text[at] == u'\u200B' || text[at] == u'\uFEFF'; };
    range = {std::clamp<qsizetype>(range.begin, 0, text.size()), std::clamp<qsizetype>(range.end, 0, text.size())};
    while (range.begin < range.end && blank(range.begin))
        ++range.begin;
    while (range.end > range.begin && blank(range.end - 1))
        --range.end;
    return range;
}

QString quoteOf(QStringView text, const TextPositions &positions, const std::vector<Range> &ranges)
{
    QString quote;
    for (const Range &range : ranges) {
        if (!quote.isEmpty())
            quote += QStringLiteral(" … ");
        const Utf16Range part = positions.toUtf16(range);
        quote += text.sliced(part.begin, std::max<qsizetype>(part.length(), 0));
    }
    return quote;
}

} // namespace galley
