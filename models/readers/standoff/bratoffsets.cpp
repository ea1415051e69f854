// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bratoffsets.h"

#include <readers/text/decoding.h>

#include <algorithm>

namespace galley::brat {

namespace {

/// Blanks, tabs and line ends are one: brat writes a line end within a stretch as a blank.
QString plainBlanks(QStringView text)
{
    QString plain = text.toString();
    for (QChar &c : plain) {
        if (c.isSpace())
            c = u' ';
    }
    return plain;
}

std::optional<std::vector<Range>> placesOf(const SourceText &text, const TextBound &stretch, OffsetUnit unit, bool asInFile)
{
    std::vector<Range> places;
    qsizetype length = qsizetype(stretch.offsets.size()) - 1; // a blank between pieces
    for (const auto &piece : stretch.offsets) {
        const auto place = text.place(piece, unit, asInFile);
        if (!place || place->isEmpty())
            return std::nullopt;
        length += text.positions().toUtf16(*place).length();
        places.push_back(*place);
    }
    if (length != stretch.quote.size()) // before anything is copied: a file may claim the whole text on each line
        return std::nullopt;
    QString stands;
    for (const Range &place : places) {
        const Utf16Range units = text.positions().toUtf16(place);
        stands += QStringView(text.text()).sliced(units.begin, units.length());
        stands += u' ';
    }
    stands.chop(1);
    if (plainBlanks(stands) != plainBlanks(stretch.quote))
        return std::nullopt;
    std::ranges::sort(places);
    return places;
}

} // namespace

SourceText::Side::Side(const QString &of)
    : text(of)
    , positions(of)
{
    bytes.reserve(size_t(positions.codePoints()) + 1);
    qint64 at = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        bytes.push_back(at);
        const bool isPair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        at += isPair ? 4 : text[i] < QChar(0x80) ? 1 : text[i] < QChar(0x800) ? 2 : 3;
        i += isPair ? 1 : 0;
    }
    bytes.push_back(at);
}

namespace {

QString withPlainLineEnds(QString text)
{
    unifyLineEnds(text);
    return text;
}

} // namespace

SourceText::SourceText(const QString &source)
    : m_source(source)
    , m_article(withPlainLineEnds(source))
{
    for (qsizetype at = 0; at + 1 < source.size(); ++at) {
        if (source[at] == u'\r' && source[at + 1] == u'\n')
            m_dropped.push_back(m_source.positions.toCodePoint(at));
    }
}

qint64 SourceText::length(OffsetUnit unit, bool asInFile) const
{
    const Side &side = this->side(asInFile);
    switch (unit) {
    case OffsetUnit::Utf16:
        return side.positions.utf16Units();
    case OffsetUnit::Utf8:
        return side.bytes.back();
    case OffsetUnit::CodePoint:
        break;
    }
    return side.positions.codePoints();
}

std::optional<Range> SourceText::place(std::pair<qint64, qint64> stated, OffsetUnit unit, bool asInFile) const
{
    if (stated.first < 0 || stated.second > length(unit, asInFile) || stated.first >= stated.second)
        return std::nullopt;
    const Side &side = this->side(asInFile);
    Range range{stated.first, stated.second};
    if (unit == OffsetUnit::Utf16) {
        range = side.positions.toCodePoints(Utf16Range{stated.first, stated.second});
    } else if (unit == OffsetUnit::Utf8) {
        range.begin = std::ranges::upper_bound(side.bytes, stated.first) - side.bytes.begin() - 1;
        range.end = std::ranges::lower_bound(side.bytes, stated.second) - side.bytes.begin();
    }
    if (!asInFile)
        return range;
    const auto without = [this](qsizetype position) { return position - (std::ranges::lower_bound(m_dropped, position) - m_dropped.begin()); };
    return Range{without(range.begin), without(range.end)};
}

Counting countingOf(const SourceText &text, const std::vector<TextBound> &stretches)
{
    Counting best;
    best.places.resize(stretches.size());
    bool first = true;
    for (const bool asInFile : {false, true}) {
        for (const OffsetUnit unit : {OffsetUnit::CodePoint, OffsetUnit::Utf16, OffsetUnit::Utf8}) {
            const bool same = !first && text.length(unit, asInFile) == text.length(OffsetUnit::CodePoint, false);
            if (same || (asInFile && !text.hasCarriageReturns()) || best.fits == qsizetype(stretches.size()))
                continue;
            first = false;
            Counting counting{unit, asInFile, 0, {}};
            for (const TextBound &stretch : stretches) {
                counting.places.push_back(placesOf(text, stretch, unit, asInFile));
                counting.fits += counting.places.back() ? 1 : 0;
            }
            if (counting.fits > best.fits)
                best = std::move(counting);
        }
    }
    return best;
}

} // namespace galley::brat
