// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remainder.h"

#include <algorithm>

namespace galley {

Remainder::Remainder(qint64 length, std::vector<Range> taken)
    : m_length(length)
{
    std::ranges::sort(taken);
    for (const Range &range : taken) {
        const Range inside{std::max(range.begin, m_taken.empty() ? 0 : m_taken.back().end), std::min<qsizetype>(range.end, length)};
        if (!inside.isEmpty())
            m_taken.push_back(inside);
    }
}

qint64 Remainder::position(qint64 original) const
{
    qint64 before = 0;
    for (const Range &range : m_taken) {
        if (range.begin >= original)
            break;
        before += std::min<qint64>(range.end, original) - range.begin;
    }
    return original - before;
}

std::vector<Range> leftOut(const std::vector<Zone> &zones, const Layer &layer, const std::vector<ZoneKind> &excluded)
{
    std::vector<Range> ranges;
    for (const Zone &zone : zones) {
        if (layer.leaveOut.contains(nameOf(zone.kind)) || std::ranges::contains(excluded, zone.kind))
            ranges.push_back(zone.range);
    }
    return ranges;
}

} // namespace galley
