// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace galley {

/// What a parser would have to do for a page, counted from its tags alone.
struct HtmlLoad
{
    int depth = 0;         ///< most elements open at once
    int attributes = 0;    ///< most attributes of one tag
    qint64 reopenings = 0; ///< formatting elements that a parser might open again, over all tags
};

HtmlLoad htmlLoad(QByteArrayView page);

/// Far beyond any page that was made for readers, and still quickly parsed.
bool isBearable(const HtmlLoad &load);

} // namespace galley
