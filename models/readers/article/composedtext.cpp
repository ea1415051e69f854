// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "composedtext.h"

#include "anatomy.h"

#include <algorithm>
#include <tuple>

namespace galley {

void ComposedText::add(const QString &part, std::optional<ZoneKind> kind)
{
    if (part.trimmed().isEmpty())
        return;
    if (!m_text.isEmpty())
        m_text += QLatin1StringView("\n\n");
    if (kind)
        m_stated.emplace_back(*kind, Utf16Range{m_text.size(), m_text.size() + part.size()});
    m_text += part;
}

void ComposedText::moveTo(ReadArticle &read)
{
    const TextPositions positions(m_text);
    std::vector<Zone> zones;
    for (const auto &[kind, range] : m_stated) {
        Zone zone;
        zone.kind = kind;
        zone.range = positions.toCodePoints(range);
        zones.push_back(zone);
    }
    const auto stated = qsizetype(zones.size());
    for (const Zone &zone : findZones(m_text, {.title = read.article.title, .headlineFirst = false})) {
        // What is stated stands in order and apart.
        const auto end = zones.begin() + stated;
        const auto first = std::partition_point(
            zones.begin(), end, [&](const Zone &other) { return other.range.end <= zone.range.begin; });
        const auto last = std::partition_point(first, end, [&](const Zone &other) { return other.range.begin < zone.range.end; });
        const bool known = std::any_of(first, last, [&](const Zone &other) {
            return zone.kind == other.kind || zone.kind != ZoneKind::PhotoCredit;
        });
        if (!known)
            zones.push_back(zone);
    }
    std::ranges::stable_sort(zones, {}, [](const Zone &zone) { return std::tuple(zone.range.begin, -zone.range.end); });
    read.zones = std::move(zones);
    read.text = std::move(m_text);
}

} // namespace galley
