// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace galley {

/// What a parser would have to do for a page, counted from its tags alone.
struct HtmlLoad
{
    int depth = 0;         ///< most elements open at once
    int attributes = 0;    ///< most attributes of one tag
    qint64 reopenings = 0; ///< formatting elements that a parser might open again, over all tags

    struct Part
    {
        qsizetype begin, end;
    };
    std::vector<Part> unread; ///< scripts (but for linked data), styles and comments, apart and in order
};

HtmlLoad htmlLoad(QByteArrayView page);

/// Far beyond any page that was made for readers, and still quickly parsed.
bool isBearable(const HtmlLoad &load);

/// The page without what nobody reads, often half of it, so that no parser has to.
QByteArray withoutUnread(QByteArrayView page, const HtmlLoad &load);

} // namespace galley
