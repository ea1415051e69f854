// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "newsxml.h"

#include <readers/article/articlefields.h>
#include <readers/text/decoding.h>
#include <readers/text/plaintext.h>

#include <QIODevice>

#include <algorithm>
#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 largestNewsXml = 64'000'000;

} // namespace

Result<ReadInfo> readXml(QIODevice &device, const ReadOptions &options, const TakeRecord &take,
    const std::function<void(const QDomElement &root, const TakeRecord &take)> &giveAll)
{
    const auto bytes = readWhole(device, largestNewsXml);
    if (!bytes)
        return std::unexpected(bytes.error());
    const auto document = xmlDocument(*bytes, options.encoding, XmlEnd::MayBeMissing);
    if (!document)
        return std::unexpected(document.error());
    FileAccount account(take);
    giveAll(document->tree.documentElement(), account.take());
    TextAccount all;
    holdTexts(all, document->tree.documentElement());
    account.leave(int(document->lostLine), document->lost, LeftOutReason::Unread);
    const qint64 characters = all.characters() + inkOf(document->lost);
    account.close(characters, LeftOutReason::Part);
    return ReadInfo{document->encoding, sha256Of(*bytes), document->encodingGuessed, document->remarks, characters};
}

void addElement(const QDomElement &element, Article &article)
{
    const QDomElement named = childNamed(element, "name"_L1);
    QString value = collapsedText(named.isNull() ? element : named);
    QString code;
    for (const QString &attribute : {u"qcode"_s, u"literal"_s, u"FormalName"_s, u"Value"_s, u"uri"_s, u"residref"_s,
             u"NewsItem"_s, u"href"_s, u"tag"_s, u"guid"_s}) {
        if (code.isEmpty())
            code = collapsed(element.attribute(attribute));
    }
    if (value.isEmpty())
        value = code;
    else if (!code.isEmpty() && code != value)
        value += " ("_L1 + code + u')';
    addField(article, localName(element), value);
}

} // namespace galley
