// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remainder.h"

#include <algorithm>
#include <iterator>

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

Result<Remainder> remainderOf(const ProjectStore &store, const CodedArticle &article, const Layer &layer, const std::vector<ZoneKind> &excluded)
{
    std::vector<ZoneKind> kinds = excluded;
    for (const QString &name : layer.leaveOut)
        std::ranges::copy(zoneKindsMeant(name), std::back_inserter(kinds));
    if (kinds.empty())
        return Remainder(article.length, {});
    const auto zones = store.zones(article.id);
    if (!zones)
        return std::unexpected(zones.error());
    std::vector<Range> taken;
    for (const Zone &zone : *zones) {
        if (std::ranges::contains(kinds, zone.kind))
            taken.push_back(zone.range);
    }
    return Remainder(article.length, std::move(taken));
}

} // namespace galley
