// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ninjsreader.h"

#include "ninjskeys.h"
#include "nitf.h"
#include "xmlprose.h"

#include <readers/markup/xmldocument.h>
#include <readers/readertext.h>
#include <readers/text/decoding.h>
#include <readers/text/plaintext.h>

#include <QIODevice>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array<const char *, 1> ninjsSuffixes{"ninjs"};
constexpr qint64 largestNinjs = 64'000'000;
constexpr int deepestAssociation = 8;

/// The property by its name in any case: ninjs 1 and 2 write "versioncreated", ninjs 3 "versionCreated".
QJsonValue ninjsValue(const QJsonObject &item, QLatin1StringView name)
{
    for (auto entry = item.begin(); entry != item.end(); ++entry) {
        if (entry.key().compare(name, Qt::CaseInsensitive) == 0)
            return entry.value();
    }
    return {};
}

QString ninjsText(const QJsonObject &item, QLatin1StringView name)
{
    return ninjsValue(item, name).toString().trimmed();
}

/// "oil and gas (04005004)", a plain value, or several of them.
QString shown(const QJsonValue &value)
{
    if (value.isString())
        return value.toString().trimmed();
    if (value.isDouble() || value.isBool())
        return value.toVariant().toString();
    QStringList parts;
    for (const QJsonValue &one : value.toArray())
        parts.push_back(shown(one));
    const QJsonObject object = value.toObject();
    QString name;
    for (const QLatin1StringView key : {"name"_L1, "value"_L1, "by"_L1, "title"_L1, "literal"_L1, "code"_L1, "uri"_L1, "href"_L1})
        name = name.isEmpty() ? ninjsText(object, key) : name;
    for (const QLatin1StringView key : {"code"_L1, "literal"_L1}) {
        if (const QString code = ninjsText(object, key); !code.isEmpty() && code != name)
            name += " ("_L1 + code + u')';
    }
    parts.push_back(name);
    parts.removeAll(QString());
    return parts.join("; "_L1);
}

/// The entry of a list of renditions ("headlines", "bodies") that counts: the main one, else the first.
QJsonObject mainOf(const QJsonArray &entries)
{
    for (const QJsonValue &entry : entries) {
        if (ninjsText(entry.toObject(), "role"_L1).compare("main"_L1, Qt::CaseInsensitive) == 0)
            return entry.toObject();
    }
    return entries.isEmpty() ? QJsonObject() : entries.first().toObject();
}

QString ninjsHeadline(const QJsonObject &item)
{
    QString headline = ninjsText(item, "headline"_L1);
    const QJsonValue list = ninjsValue(item, "headlines"_L1);
    if (headline.isEmpty())
        headline = list.isArray() ? ninjsText(mainOf(list.toArray()), "value"_L1) : list.toString();
    if (headline.isEmpty())
        headline = ninjsText(item, "title"_L1);
    return plainTitle(headline);
}

QString bylineOf(const QJsonObject &item)
{
    for (const QLatin1StringView name : {"byline"_L1, "by"_L1}) {
        if (const QString line = ninjsText(item, name); !line.isEmpty())
            return plainTitle(line);
    }
    return plainTitle(shown(ninjsValue(item, "bylines"_L1)));
}

struct Body
{
    QString value;
    QString type;
};

/// The bodies say the same in different formats: first those that mark their paragraphs.
std::vector<Body> bodiesOf(const QJsonObject &item)
{
    std::vector<Body> bodies;
    for (auto entry = item.begin(); entry != item.end(); ++entry) {
        if (entry.key().startsWith("body_"_L1, Qt::CaseInsensitive) && entry.value().isString())
            bodies.push_back({entry.value().toString(), entry.key().sliced(5).toLower()});
    }
    for (const QJsonValue &entry : ninjsValue(item, "bodies"_L1).toArray()) {
        const QJsonObject body = entry.toObject();
        const QString type = ninjsText(body, "contenttype"_L1);
        bodies.push_back({ninjsValue(body, "value"_L1).toString(), (type.isEmpty() ? ninjsText(body, "role"_L1) : type).toLower()});
    }
    std::ranges::stable_sort(bodies, {}, [](const Body &body) {
        return body.type.contains("nitf"_L1) ? 0 : body.type.contains("html"_L1) ? 1 : body.type.contains("text"_L1) ? 2 : 3;
    });
    return bodies;
}

void addNinjsBody(const Body &body, StatedArticle &stated)
{
    if (body.type.contains("nitf"_L1)) {
        const auto document = xmlDocument(body.value.toUtf8());
        if (document)
            return addNitf(document->tree.documentElement(), stated);
    }
    auto prose = body.type.contains("html"_L1) ? htmlProse(body.value)
        : body.type == "text/plain"_L1 || body.type == "text"_L1
        ? Result<Prose>(Prose{{body.value, std::nullopt}})
        : proseOf(body.value);
    if (prose)
        stated.body = std::move(*prose);
    else
        stated.losses += prose.error().message;
}

void addNinjsFields(const QJsonObject &item, Article &article)
{
    for (auto entry = item.begin(); entry != item.end(); ++entry) {
        const QString key = entry.key();
        const QString lower = key.toLower();
        const bool elsewhere = lower.startsWith("body_"_L1) || lower == "bodies"_L1 || lower == "associations"_L1
            || lower == "renditions"_L1 || lower == "headline"_L1 || lower == "language"_L1;
        const QString value = elsewhere ? QString() : shown(entry.value());
        if (!value.isEmpty() && value != article.title && value != article.url)
            addField(article, key, value);
    }
}

StatedArticle statedByNinjs(const QJsonObject &item)
{
    StatedArticle stated;
    Article &article = stated.article;
    article.title = ninjsHeadline(item);
    article.language = ninjsText(item, "language"_L1);
    for (const QLatin1StringView name : {"source"_L1, "provider"_L1, "infosources"_L1, "copyrightholder"_L1}) {
        if (article.outlet.isEmpty())
            article.outlet = shown(ninjsValue(item, name));
    }
    if (const QString uri = ninjsText(item, "uri"_L1); isWebAddress(uri))
        article.url = uri;
    for (const QLatin1StringView name : {"versioncreated"_L1, "contentcreated"_L1, "firstcreated"_L1}) {
        if (article.published.isEmpty())
            setPublished(stated, ninjsText(item, name));
    }
    addNinjsFields(item, article);
    if (const QString line = bylineOf(item); !line.isEmpty())
        setByline(stated, line);
    if (const QString line = ninjsText(item, "dateline"_L1); !line.isEmpty())
        setDateline(stated, line);
    for (const Body &body : bodiesOf(item)) {
        if (stated.body.empty() && !body.value.trimmed().isEmpty())
            addNinjsBody(body, stated);
    }
    return stated;
}

/// Every string within, but for what an item brings along.
void holdStrings(TextAccount &account, const QJsonValue &value, bool associated)
{
    if (value.isString())
        holdMarkup(account, value.toString());
    for (const QJsonValue &element : value.toArray())
        holdStrings(account, element, associated);
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (associated || !member.key().endsWith("associations"_L1, Qt::CaseInsensitive))
            holdStrings(account, member.value(), associated);
    }
}

bool giveNinjs(const QJsonObject &item, int depth, const TakeRecord &take);

/// Texts that a composite item or an article brings along; pictures and films are none.
bool giveAssociated(const QJsonValue &value, int depth, const TakeRecord &take)
{
    for (const QJsonValue &entry : value.toArray()) {
        if (!giveAssociated(entry, depth, take))
            return false;
    }
    const QJsonObject item = value.toObject();
    const QString type = ninjsText(item, "type"_L1);
    const bool text = type == "text"_L1 || type == "composite"_L1 || (type.isEmpty() && !bodiesOf(item).empty());
    return !text || bodiesOf(item).empty() ? true : giveNinjs(item, depth, take);
}

bool giveNinjs(const QJsonObject &item, int depth, const TakeRecord &take)
{
    const QJsonValue associated = ninjsValue(item, "associations"_L1);
    StatedArticle stated = statedByNinjs(item);
    if (stated.article.title.isEmpty() && stated.body.empty())
        stated.article.title = ninjsText(item, "uri"_L1);
    stated.line = 1;
    holdStrings(stated.account, item, false);
    if (!give(std::move(stated), take))
        return false;
    if (depth >= deepestAssociation)
        return true;
    const QJsonObject named = associated.toObject();
    for (const QJsonValue &value : associated.isArray() ? associated.toArray() : QJsonArray()) {
        if (!giveAssociated(value, depth + 1, take))
            return false;
    }
    return std::all_of(named.begin(), named.end(),
        [&](const QJsonValue &value) { return giveAssociated(value, depth + 1, take); });
}

/// One item, a list of them, or the list that a service's answer holds.
QJsonArray itemsOf(const QJsonDocument &document)
{
    const QJsonObject object = document.object();
    for (const QLatin1StringView name : {"items"_L1, "item"_L1}) {
        if (!object.contains("headline"_L1) && object.value(name).isArray())
            return object.value(name).toArray();
    }
    return document.isArray() ? document.array() : QJsonArray{object};
}

Result<ReadInfo> readNinjs(QIODevice &device, QStringView, const ReadOptions &options, const TakeRecord &take)
{
    const auto bytes = readWhole(device, largestNinjs);
    if (!bytes)
        return std::unexpected(bytes.error());
    const auto utf8 = decodedToUtf8(*bytes, options.encoding);
    if (!utf8)
        return std::unexpected(utf8.error());
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(utf8->bytes, &error);
    if (error.error != QJsonParseError::NoError)
        return failed(Readers::tr("It is no valid JSON at byte %L1: %2").arg(error.offset + 1).arg(error.errorString()));
    ReadInfo info{utf8->encoding, sha256Of(*bytes), utf8->guessed, utf8->remarks};
    const QJsonArray items = itemsOf(document);
    FileAccount account(take);
    for (const QJsonValue &item : items) {
        if (item.isObject() ? !giveNinjs(item.toObject(), 0, account.take())
                            : !account.take()({1, ReadProblem{Readers::tr("The list holds a value that is no news item.")}}))
            break;
    }
    TextAccount all;
    holdStrings(all, document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()), true);
    info.characters = all.characters();
    account.close(all.characters(), LeftOutReason::Part);
    return info;
}

} // namespace

const Reader ninjsReader{"ninjs", [] { return Readers::tr("ninjs (news in JSON)"); }, ninjsSuffixes,
    [](const FileHead &head) { return beginsNinjs(head.text); }, readNinjs};

} // namespace galley
