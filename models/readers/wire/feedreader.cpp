// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feedreader.h"

#include "feeditem.h"
#include "newsxml.h"

#include <readers/readertext.h>

#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array<const char *, 2> feedSuffixes{"rss", "atom"};

/// The channel stands around its items, in RSS 1.0 before them; in Atom it is the root.
QDomElement channelIn(const QDomElement &root)
{
    const QDomElement channel = childNamed(root, "channel"_L1);
    return channel.isNull() ? root : channel;
}

Result<ReadInfo> readFeed(QIODevice &device, QStringView, const ReadOptions &options, const TakeRecord &taken)
{
    return readXml(device, options, taken, [](const QDomElement &root, const TakeRecord &take) {
        const Channel channel = localName(root) == "entry"_L1 ? Channel() : channelOf(channelIn(root));
        const auto items = outermost(root, {"item"_L1, "entry"_L1});
        if (items.empty())
            take({1, ReadProblem{Readers::tr("There are no entries in the feed.")}});
        for (const QDomElement &item : items) {
            StatedArticle stated;
            addFeedMetadata(item, channel, stated);
            addFeedText(item, stated);
            stated.line = item.lineNumber();
            holdTexts(stated.account, item);
            if (!give(std::move(stated), take))
                return;
        }
    });
}

bool isFeed(const FileHead &head)
{
    const RootName root = rootName(head);
    if (root.name == "rss"_L1)
        return true;
    if (root.name == "feed"_L1 || root.name == "entry"_L1)
        return root.space.isEmpty() || root.space.contains("atom"_L1, Qt::CaseInsensitive)
            || (root.name == "feed"_L1 && head.text.contains("<entry"));
    return root.name == "RDF"_L1
        && (head.text.contains("http://purl.org/rss/1.0/") || head.text.contains("http://my.netscape.com/rdf/simple/0.9"));
}

} // namespace

const Reader feedReader{"feeds", [] { return Readers::tr("News feed (RSS, Atom)"); }, feedSuffixes, isFeed, readFeed};

} // namespace galley
