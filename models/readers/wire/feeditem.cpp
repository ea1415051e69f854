// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeditem.h"

#include "newsxml.h"
#include "xmlprose.h"

#include <readers/text/plaintext.h>

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <iterator>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr int mostFeedAttributes = 100; // to ask for the last of very many takes very long
constexpr auto contentSpace = "purl.org/rss/1.0/modules/content"_L1;
constexpr auto dublinCore = "purl.org/dc/"_L1;
constexpr auto mediaSpace = "search.yahoo.com/mrss"_L1;

std::vector<QDomElement> childrenIn(const QDomElement &parent, QLatin1StringView space, QLatin1StringView name)
{
    auto found = childrenNamed(parent, name);
    std::erase_if(found, [&](const QDomElement &one) { return !one.namespaceURI().contains(space); });
    return found;
}

QDomElement childIn(const QDomElement &parent, QLatin1StringView space, QLatin1StringView name)
{
    const auto found = childrenIn(parent, space, name);
    return found.empty() ? QDomElement() : found.front();
}

std::vector<QDomElement> ownChildren(const QDomElement &item, QLatin1StringView name)
{
    auto found = childrenNamed(item, name);
    std::erase_if(found, [&](const QDomElement &one) { return one.namespaceURI() != item.namespaceURI(); });
    return found;
}

QDomElement ownChild(const QDomElement &item, QLatin1StringView name)
{
    const auto found = ownChildren(item, name);
    return found.empty() ? QDomElement() : found.front();
}

/// RSS holds it as text, Atom in an attribute, the one for readers before all others.
QString linkOf(const QDomElement &item)
{
    QString first;
    for (const QDomElement &link : ownChildren(item, "link"_L1)) {
        const QString address = link.hasAttribute(u"href"_s) ? link.attribute(u"href"_s).trimmed() : collapsedText(link);
        const QString rel = link.attribute(u"rel"_s, u"alternate"_s);
        if (rel == "alternate"_L1 && !address.isEmpty())
            return address;
        if (first.isEmpty() && (rel == "self"_L1 || rel == "via"_L1))
            first = address;
    }
    const QDomElement guid = ownChild(item, "guid"_L1);
    if (first.isEmpty() && guid.attribute(u"isPermaLink"_s, u"true"_s) == "true"_L1 && isWebAddress(collapsedText(guid)))
        return collapsedText(guid);
    for (int at = 0; first.isEmpty() && at < std::min(item.attributes().count(), mostFeedAttributes); ++at) {
        const QDomAttr attribute = item.attributes().item(at).toAttr();
        if (attribute.localName() == "about"_L1)
            first = attribute.value(); // RSS 1.0
    }
    return first;
}

/// "ann@example.org (Ann Lee)" is how RSS 2.0 names an author.
QString nameIn(const QString &author)
{
    static const QRegularExpression mailed(u"^\\S+@\\S+\\s+\\(([^)]+)\\)$"_s);
    const auto match = mailed.match(author);
    return match.hasMatch() ? match.captured(1).trimmed() : author;
}

QString feedAuthors(const QDomElement &item)
{
    QStringList names;
    const auto add = [&](const QString &name) {
        if (!name.isEmpty() && !names.contains(name) && names.size() < 500)
            names.push_back(name);
    };
    for (const QDomElement &creator : childrenIn(item, dublinCore, "creator"_L1))
        add(nameIn(collapsedText(creator)));
    for (const QDomElement &author : ownChildren(item, "author"_L1)) {
        const QDomElement name = childNamed(author, "name"_L1);
        add(nameIn(collapsedText(name.isNull() ? author : name)));
    }
    if (names.isEmpty())
        add(nameIn(collapsedText(childIn(item, "itunes"_L1, "author"_L1))));
    return names.join("; "_L1);
}

QString feedDate(const QDomElement &item)
{
    for (const QLatin1StringView name : {"pubDate"_L1, "published"_L1, "issued"_L1}) {
        if (const QString date = ownText(item, name); !date.isEmpty())
            return date;
    }
    if (const QString date = collapsedText(childIn(item, dublinCore, "date"_L1)); !date.isEmpty())
        return date;
    const QString updated = ownText(item, "updated"_L1);
    return updated.isEmpty() ? ownText(item, "modified"_L1) : updated;
}

/// What an element says beside its text.
QString feedValue(const QDomElement &element)
{
    if (const QString text = collapsedText(element); !text.isEmpty())
        return text;
    for (const QString &name : {u"term"_s, u"label"_s, u"url"_s, u"href"_s, u"resource"_s}) {
        for (int at = 0; at < std::min(element.attributes().count(), mostFeedAttributes); ++at) {
            const QDomAttr attribute = element.attributes().item(at).toAttr();
            if ((attribute.localName().isEmpty() ? attribute.name() : attribute.localName()) == name)
                return collapsed(attribute.value());
        }
    }
    return {};
}

/// Every element by its name as it is written, but for those that went elsewhere.
void addFeedFields(const QDomElement &item, StatedArticle &stated)
{
    static const QSet<QString> elsewhere{u"title"_s, u"description"_s, u"summary"_s, u"content"_s, u"encoded"_s, u"body"_s,
        u"group"_s, u"thumbnail"_s};
    for (const QDomElement &child : childrenNamed(item)) {
        const bool isMedia = child.namespaceURI().contains(mediaSpace);
        const bool isElsewhere = elsewhere.contains(localName(child));
        const QString value = isMedia ? child.attribute(u"url"_s) : isElsewhere ? QString() : feedValue(child);
        if (!(localName(child) == "link"_L1 && value == stated.article.url))
            addField(stated.article, child.nodeName(), value);
    }
}

/// By its type, as Atom says; RSS holds HTML.
Result<Prose> feedProse(const QDomElement &element)
{
    if (!childrenNamed(element).empty())
        return xmlProse(element);
    const QString type = element.attribute(u"type"_s).toLower();
    const QString text = element.text();
    if (type == "text"_L1 || type == "plain"_L1 || (type == "text/plain"_L1 && element.attribute(u"mode"_s) != "base64"_L1))
        return Prose{{text, std::nullopt}};
    if (element.attribute(u"mode"_s) == "base64"_L1
        || (type.contains(u'/') && !type.contains("html"_L1) && !type.contains("xml"_L1)))
        return Prose();
    return htmlProse(text);
}

QString joined(const Prose &prose)
{
    QStringList parts;
    for (const ProseBlock &block : prose)
        parts.push_back(block.text);
    return parts.join("\n\n"_L1).trimmed();
}

void addMedia(const QDomElement &item, StatedArticle &stated)
{
    for (const auto &[name, kind] :
        {std::pair("description"_L1, ZoneKind::Caption), std::pair("credit"_L1, ZoneKind::PhotoCredit)}) {
        for (const QDomElement &one : descendantsNamed(item, name)) {
            const QString text = one.namespaceURI().contains(mediaSpace) ? plainTitle(one.text()) : QString();
            const bool known = std::ranges::any_of(stated.body, [&](const ProseBlock &block) { return block.text == text; });
            if (!text.isEmpty() && !known && stated.body.size() < 10'000)
                stated.body.push_back({text, kind});
        }
    }
}

} // namespace

QString ownText(const QDomElement &item, QLatin1StringView name)
{
    return collapsedText(ownChild(item, name));
}

Channel channelOf(const QDomElement &channel)
{
    Channel result;
    result.title = plainTitle(ownText(channel, "title"_L1));
    result.language = ownText(channel, "language"_L1);
    if (result.language.isEmpty())
        result.language = collapsedText(childIn(channel, dublinCore, "language"_L1));
    if (result.language.isEmpty())
        result.language = languageOf(channel);
    for (const QDomElement &author : ownChildren(channel, "author"_L1))
        result.authors = collapsedText(childNamed(author, "name"_L1));
    return result;
}

void addFeedMetadata(const QDomElement &item, const Channel &channel, StatedArticle &stated)
{
    Article &article = stated.article;
    const QDomElement title = ownChild(item, "title"_L1);
    article.title = title.attribute(u"type"_s) == "text"_L1 ? collapsedText(title) : plainTitle(collapsedText(title));
    article.url = linkOf(item);
    article.outlet = channel.title;
    article.authors = feedAuthors(item);
    if (article.authors.isEmpty())
        article.authors = channel.authors;
    article.language = collapsedText(childIn(item, dublinCore, "language"_L1));
    for (const QString &language : {languageOf(item), channel.language}) {
        if (article.language.isEmpty())
            article.language = language;
    }
    setPublished(stated, feedDate(item));
    addFeedFields(item, stated);
}

void addFeedText(const QDomElement &item, StatedArticle &stated)
{
    const std::vector<std::pair<QString, QDomElement>> places{{u"content:encoded"_s, childIn(item, contentSpace, "encoded"_L1)},
        {u"content"_s, ownChild(item, "content"_L1)}, {u"body"_s, childIn(item, "w3.org/1999/xhtml"_L1, "body"_L1)},
        {u"description"_s, ownChild(item, "description"_L1)}, {u"summary"_s, ownChild(item, "summary"_L1)},
        {u"dc:description"_s, childIn(item, dublinCore, "description"_L1)},
        {u"itunes:summary"_s, childIn(item, "itunes"_L1, "summary"_L1)},
        {u"media:description"_s, childIn(item, mediaSpace, "description"_L1)}};
    for (const auto &[name, element] : places) {
        if (element.isNull())
            continue;
        auto prose = feedProse(element);
        if (!prose) {
            stated.losses += prose.error().message;
        } else if (isSilent(stated.body)) {
            stated.body = std::move(*prose);
        } else if (name != "media:description"_L1) {
            addField(stated.article, name, joined(*prose));
        }
    }
    if (!isSilent(stated.body))
        addMedia(item, stated);
}

} // namespace galley
