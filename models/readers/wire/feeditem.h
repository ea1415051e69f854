// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/article/statedarticle.h>

#include <QDomElement>

namespace galley {

/// What a channel or feed states for all of its entries.
struct Channel
{
    QString title;
    QString language;
    QString authors; ///< of a feed whose entries name none
};
Channel channelOf(const QDomElement &channel);

/// Title, address, dates, authors and everything else but the text that an item of RSS 0.9 to 2.0 or an entry of Atom states.
void addFeedMetadata(const QDomElement &item, const Channel &channel, StatedArticle &stated);

/// The text of an item: its content in full where it has it, else its description or summary; captions of its pictures.
void addFeedText(const QDomElement &item, StatedArticle &stated);

/// The text of the child element in the namespace of the item itself.
QString ownText(const QDomElement &item, QLatin1StringView name);

} // namespace galley
