// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "placing.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdlib>

namespace galley {

namespace {

struct Placing
{
    Q_DECLARE_TR_FUNCTIONS(Placing)
};

qint64 lengthIn(OffsetUnit unit, QStringView text, const TextPositions &positions)
{
    switch (unit) {
    case OffsetUnit::Utf16:
        return positions.utf16Units();
    case OffsetUnit::Utf8:
        return text.toUtf8().size();
    case OffsetUnit::CodePoint:
        break;
    }
    return positions.codePoints();
}

Range converted(std::pair<qint64, qint64> stated, OffsetUnit unit, QStringView text, const TextPositions &positions)
{
    const auto [begin, end] = stated;
    switch (unit) {
    case OffsetUnit::Utf16:
        return positions.toCodePoints(Utf16Range{begin, end});
    case OffsetUnit::Utf8:
        return toCodePoints(text, Utf8Range{begin, end});
    case OffsetUnit::CodePoint:
        break;
    }
    return {begin, end};
}

QString shortened(const QString &quote)
{
    return quote.size() <= 60 ? quote : quote.left(snappedToGraphemes(quote, {0, 58}).end) + u'…';
}

/// " The quote stands at 120–134.", of all its places the nearest to where it was stated.
QString whereElse(const QString &quote, Range stated, QStringView text, const TextPositions &positions)
{
    std::optional<Range> best;
    const qsizetype near = positions.toUtf16(stated.begin);
    for (qsizetype at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
        const Range found = positions.toCodePoints(Utf16Range{at, at + quote.size()});
        if (!best || std::abs(at - near) < std::abs(positions.toUtf16(best->begin) - near))
            best = found;
        if (at > near)
            break;
    }
    return best ? u' ' + Placing::tr("The quote stands at %1–%2.").arg(best->begin).arg(best->end)
                : u' ' + Placing::tr("The quote is nowhere in the article.");
}

} // namespace

Result<Placement> placed(const ReadPassage &stated, OffsetUnit unit, QStringView text, const TextPositions &positions)
{
    Placement placement;
    const qint64 length = stated.ranges.empty() ? 0 : lengthIn(unit, text, positions);
    for (const auto &range : stated.ranges) {
        const auto written = [&] { return Placing::tr("%1–%2").arg(range.first).arg(range.second); };
        if (range.first >= range.second)
            return failed(Placing::tr("The range %1 is empty or ends before it begins.").arg(written()));
        if (range.first < 0 || range.second > length)
            return failed(Placing::tr("The range %1 is outside the article, which has %2.").arg(written()).arg(length));
        placement.ranges.push_back(converted(range, unit, text, positions));
    }
    std::ranges::sort(placement.ranges);
    for (size_t at = 1; at < placement.ranges.size(); ++at) {
        if (placement.ranges[at].begin < placement.ranges[at - 1].end)
            return failed(Placing::tr("Its ranges overlap."));
    }
    placement.quote = quoteOf(text, positions, placement.ranges);
    if (stated.quote && *stated.quote != placement.quote) {
        const bool findable = placement.ranges.size() == 1 && !stated.quote->isEmpty();
        return failed(Placing::tr("The quote “%1” is not the text at its place, which is “%2”.")
                          .arg(shortened(*stated.quote), shortened(placement.quote))
                      + (findable ? whereElse(*stated.quote, placement.ranges.front(), text, positions) : QString()));
    }
    return placement;
}

} // namespace galley
