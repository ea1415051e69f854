// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonfeedreader.h"

#include "xmlprose.h"

#include <readers/markup/xmldocument.h>
#include <readers/readertext.h>
#include <readers/text/decoding.h>
#include <readers/text/plaintext.h>

#include <QIODevice>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 largestJsonFeed = 512'000'000;
constexpr std::array<const char *, 1> jsonFeedSuffixes{"jsonfeed"};

QString jsonFeedAuthors(const QJsonObject &object)
{
    QStringList names;
    QJsonArray authors = object.value("authors"_L1).toArray();
    if (authors.isEmpty() && object.value("author"_L1).isObject())
        authors.append(object.value("author"_L1)); // version 1
    for (const QJsonValue &author : authors) {
        if (const QString name = author.toObject().value("name"_L1).toString().simplified(); !name.isEmpty() && !names.contains(name))
            names += name;
    }
    return names.join("; "_L1);
}

/// The content as HTML where both are there: it has the paragraphs.
void addJsonFeedText(const QJsonObject &item, StatedArticle &stated)
{
    const QString html = item.value("content_html"_L1).toString();
    const QString plain = item.value("content_text"_L1).toString();
    const QString summary = item.value("summary"_L1).toString();
    if (auto prose = htmlProse(html); !html.isEmpty() && prose && !isSilent(*prose))
        stated.body = std::move(*prose);
    else if (!plain.trimmed().isEmpty())
        stated.body.push_back({plain});
    else if (!summary.trimmed().isEmpty())
        stated.body.push_back({summary});
    else if (!html.isEmpty() && !prose)
        stated.losses += prose.error().message;
    if (stated.body.empty() || (stated.body.size() == 1 && stated.body.front().text == summary))
        return;
    addField(stated.article, u"summary"_s, summary);
}

StatedArticle statedByJsonFeed(const QJsonObject &item, const QJsonObject &feed)
{
    static const QSet<QString> elsewhere{u"title"_s, u"url"_s, u"content_html"_s, u"content_text"_s, u"summary"_s, u"authors"_s, u"author"_s,
        u"date_published"_s, u"language"_s};
    StatedArticle stated;
    Article &article = stated.article;
    article.title = plainTitle(item.value("title"_L1).toString());
    article.outlet = feed.value("title"_L1).toString().simplified();
    article.url = item.value("url"_L1).toString(item.value("external_url"_L1).toString());
    article.authors = jsonFeedAuthors(item);
    if (article.authors.isEmpty())
        article.authors = jsonFeedAuthors(feed);
    article.language = item.value("language"_L1).toString(feed.value("language"_L1).toString());
    const QString published = item.value("date_published"_L1).toString();
    setPublished(stated, published.isEmpty() ? item.value("date_modified"_L1).toString() : published);
    for (auto entry = item.begin(); entry != item.end(); ++entry) {
        if (!elsewhere.contains(entry.key()))
            addField(article, entry.key(), plainText(entry.value()));
    }
    addJsonFeedText(item, stated);
    stated.line = 1;
    return stated;
}

/// Every string of the feed or of an entry.
void holdFeedStrings(TextAccount &account, const QJsonValue &value)
{
    if (value.isString())
        holdMarkup(account, value.toString(), LeftOutReason::Metadata);
    for (const QJsonValue &element : value.toArray())
        holdFeedStrings(account, element);
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member)
        holdFeedStrings(account, member.value());
}

Result<ReadInfo> readJsonFeed(QIODevice &device, QStringView, const ReadOptions &options, const TakeRecord &take)
{
    const auto bytes = readWhole(device, largestJsonFeed);
    if (!bytes)
        return std::unexpected(bytes.error());
    const auto utf8 = decodedToUtf8(*bytes, options.encoding);
    if (!utf8)
        return std::unexpected(utf8.error());
    QJsonParseError error;
    const QJsonObject feed = QJsonDocument::fromJson(utf8->bytes, &error).object();
    if (error.error != QJsonParseError::NoError)
        return failed(Readers::tr("It is no valid JSON at byte %L1: %2").arg(error.offset + 1).arg(error.errorString()));
    const QJsonArray items = feed.value("items"_L1).toArray();
    if (items.isEmpty())
        take({1, ReadProblem{Readers::tr("There are no entries in the feed.")}});
    FileAccount account(take);
    for (const QJsonValue &item : items) {
        StatedArticle stated = statedByJsonFeed(item.toObject(), feed);
        holdFeedStrings(stated.account, item);
        if (!give(std::move(stated), account.take()))
            break;
    }
    TextAccount all;
    holdFeedStrings(all, feed);
    account.close(all.characters(), LeftOutReason::Part);
    return ReadInfo{utf8->encoding, sha256Of(*bytes), utf8->guessed, utf8->remarks, all.characters()};
}

bool isJsonFeed(const FileHead &head)
{
    const QByteArrayView start = head.text.trimmed();
    return start.startsWith('{') && start.first(std::min<qsizetype>(start.size(), 4000)).contains("jsonfeed.org/version/");
}

} // namespace

const Reader jsonFeedReader{"jsonfeed", [] { return Readers::tr("News feed (JSON Feed)"); }, jsonFeedSuffixes, isJsonFeed, readJsonFeed};

} // namespace galley
