// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoneedits.h"

#include "edittexts.h"

#include <QCoreApplication>

#include <algorithm>

namespace galley {

namespace {

bool liesWithin(ZoneKind inner, ZoneKind outer)
{
    return inner != outer
        && (inner == ZoneKind::Quote || (inner == ZoneKind::PhotoCredit && outer == ZoneKind::Caption)
            || (inner == ZoneKind::Dateline && (outer == ZoneKind::Lead || outer == ZoneKind::Body)));
}

/// May both stand where they overlap?
bool standTogether(const Zone &zone, Range range, std::optional<ZoneKind> kind)
{
    if (!kind)
        return false;
    return (liesWithin(*kind, zone.kind) && zone.range.begin <= range.begin && range.end <= zone.range.end)
        || (liesWithin(zone.kind, *kind) && range.begin <= zone.range.begin && zone.range.end <= range.end);
}

/// What is left of a zone when `range` is taken out of it.
void cut(const Zone &zone, Range range, const std::function<ZoneId()> &allot, std::vector<AnyEdit> &edits)
{
    const Range before{zone.range.begin, std::min(range.begin, zone.range.end)};
    const Range after{std::max(range.end, zone.range.begin), zone.range.end};
    Zone rest = zone;
    rest.range = before.isEmpty() ? after : before;
    if (rest.range.isEmpty())
        edits.emplace_back(removed(zone));
    else
        edits.emplace_back(modified(zone, rest));
    if (before.isEmpty() || after.isEmpty())
        return;
    rest.id = allot();
    rest.range = after;
    edits.emplace_back(added(rest));
}

} // namespace

Change setZone(const ZonesOf &article, Range range, std::optional<ZoneKind> kind, const QString &passage)
{
    Change change{kind ? Edits::tr("Mark “%1” as %2").arg(passage, nameOf(*kind)) : Edits::tr("Mark “%1” as plain text").arg(passage),
        {}};
    for (const Zone &zone : article.zones) {
        if (kind && zone.kind == *kind && zone.range == range)
            return {};
        if (intersection(zone.range, range) && !standTogether(zone, range, kind))
            cut(zone, range, article.allot, change.edits);
    }
    if (kind) {
        Zone zone;
        zone.id = article.allot();
        zone.article = article.article;
        zone.kind = *kind;
        zone.range = range;
        change.edits.emplace_back(added(zone));
    }
    return change.edits.empty() ? Change{} : change;
}

} // namespace galley
