// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/article.h>
#include <domain/change.h>

#include <functional>

namespace galley {

/// An open article's parts, as far as they concern a correction by hand.
struct ZonesOf
{
    ArticleId article;
    const std::vector<Zone> &zones;
    std::function<ZoneId()> allot; ///< an id nothing has
};

/// Makes `range` (code points) a part of that kind, or no part at all. What other parts had of it they lose: they are
/// shortened, divided or removed, except where parts lie within each other by nature (a photo credit in its caption, a
/// dateline in the lead, a quotation in anything). `passage` is the text of the range, for the history.
/// An empty change where nothing would be other than before.
Change setZone(const ZonesOf &article, Range range, std::optional<ZoneKind> kind, const QString &passage);

} // namespace galley
