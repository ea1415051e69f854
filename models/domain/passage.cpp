// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "passage.h"

#include <algorithm>

namespace galley {

PassageInContext passageAt(const MeasuredText &text, Range range, qsizetype width)
{
    const auto part = [&](qsizetype begin, qsizetype end) {
        const Utf16Range units = text.positions.toUtf16(Range{begin, end});
        return text.text.sliced(units.begin, units.length()).toString();
    };
    const qsizetype length = text.positions.codePoints();
    return {part(std::max<qsizetype>(0, range.begin - width), range.begin), part(range.begin, range.end), part(range.end, std::min<qsizetype>(length, range.end + width))};
}

std::vector<Range> toCodePoints(std::string_view utf8, const std::vector<Utf8Range> &ranges)
{
    // Hits lie side by side or in one another, so that few steps go back.
    size_t at = 0;
    qsizetype points = 0;
    const auto isFirst = [&](size_t byte) { return (static_cast<unsigned char>(utf8[byte]) & 0xC0u) != 0x80u; };
    const auto goTo = [&](qsizetype byte) {
        const size_t wanted = std::min(utf8.size(), size_t(byte));
        for (; at < wanted; ++at)
            points += isFirst(at) ? 1 : 0;
        for (; at > wanted; --at)
            points -= isFirst(at - 1) ? 1 : 0;
        return points;
    };
    std::vector<Range> result;
    result.reserve(ranges.size());
    for (const Utf8Range &range : ranges) {
        const qsizetype begin = goTo(range.begin);
        result.push_back({begin, goTo(range.end)});
    }
    return result;
}

} // namespace galley
