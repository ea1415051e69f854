// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "newsmlg2reader.h"

#include "newsxml.h"
#include "nitf.h"
#include "xmlprose.h"

#include <readers/readertext.h>
#include <readers/text/plaintext.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array<const char *, 1> newsmlG2Suffixes{"g2"};
constexpr std::initializer_list<QLatin1StringView> items{
    "newsItem"_L1, "packageItem"_L1, "conceptItem"_L1, "knowledgeItem"_L1, "planningItem"_L1, "catalogItem"_L1};

/// The name of a party, whichever way it is said.
QString partyOf(const QDomElement &party)
{
    const QString name = collapsedText(childNamed(party, "name"_L1));
    return name.isEmpty() ? collapsed(party.attribute(u"literal"_s)) : name;
}

QString g2Outlet(const QDomElement &item)
{
    const QDomElement provider = childNamed(childNamed(item, "itemMeta"_L1), "provider"_L1);
    QString outlet = partyOf(provider);
    if (outlet.isEmpty())
        outlet = partyOf(childNamed(childNamed(item, "rightsInfo"_L1), "copyrightHolder"_L1));
    if (outlet.isEmpty())
        outlet = provider.attribute(u"qcode"_s).section(u':', -1);
    return outlet;
}

/// The first without a role, else the first.
QDomElement chosenElement(const std::vector<QDomElement> &elements)
{
    const auto plain = std::ranges::find_if(elements, [](const QDomElement &one) {
        const QString role = one.attribute(u"role"_s);
        return role.isEmpty() || role.endsWith(":main"_L1, Qt::CaseInsensitive);
    });
    return plain != elements.end() ? *plain : elements.empty() ? QDomElement() : elements.front();
}

QString g2Headline(const QDomElement &item)
{
    const auto headlines = childrenNamed(childNamed(item, "contentMeta"_L1), "headline"_L1);
    const QString headline = collapsedText(chosenElement(headlines));
    return headline.isEmpty() ? collapsedText(childNamed(childNamed(item, "itemMeta"_L1), "title"_L1)) : headline;
}

void addG2Metadata(const QDomElement &item, StatedArticle &stated)
{
    Article &article = stated.article;
    article.title = g2Headline(item);
    for (const QString &name : {u"guid"_s, u"version"_s})
        addField(article, name, item.attribute(name));
    for (const QLatin1StringView part : {"rightsInfo"_L1, "itemMeta"_L1, "contentMeta"_L1}) {
        for (const QDomElement &child : childrenNamed(childNamed(item, part))) {
            const QString name = localName(child);
            const bool said = (name == "headline"_L1 || name == "title"_L1) && collapsedText(child) == article.title;
            if (!said && name != "dateline"_L1)
                addElement(child, article);
        }
    }
    const QDomElement itemMeta = childNamed(item, "itemMeta"_L1);
    const QDomElement contentMeta = childNamed(item, "contentMeta"_L1);
    for (const auto &[part, name] : {std::pair(itemMeta, "versionCreated"_L1), std::pair(contentMeta, "contentModified"_L1),
             std::pair(contentMeta, "contentCreated"_L1), std::pair(itemMeta, "firstCreated"_L1)}) {
        if (article.published.isEmpty())
            setPublished(stated, collapsedText(childNamed(part, name)));
    }
    article.outlet = g2Outlet(item);
    article.language = childNamed(contentMeta, "language"_L1).attribute(u"tag"_s);
    for (const QDomElement &headline : childrenNamed(contentMeta, "headline"_L1)) {
        if (headline.attribute(u"role"_s).contains(":sub"_L1, Qt::CaseInsensitive))
            stated.decks += collapsedText(headline);
    }
    if (const QString line = collapsedText(childNamed(contentMeta, "by"_L1)); !line.isEmpty())
        setByline(stated, line);
    if (const QString line = collapsedText(childNamed(contentMeta, "dateline"_L1)); !line.isEmpty())
        setDateline(stated, line);
}

/// Nothing else names them: then those who created the content and are called by a name.
void addCreators(const QDomElement &item, Article &article)
{
    QStringList names;
    for (const QDomElement &creator : childrenNamed(childNamed(item, "contentMeta"_L1), "creator"_L1)) {
        const QString name = collapsedText(childNamed(creator, "name"_L1));
        if (!name.isEmpty() && !names.contains(name))
            names.push_back(name);
    }
    if (article.authors.isEmpty())
        article.authors = names.join("; "_L1);
}

void addInlineXml(const QDomElement &content, StatedArticle &stated)
{
    const auto documents = outermost(content, {"nitf"_L1});
    for (const QDomElement &document : documents)
        addNitf(document, stated);
    if (documents.empty())
        std::ranges::move(xmlProse(content), std::back_inserter(stated.body));
}

void addInlineData(const QDomElement &content, StatedArticle &stated)
{
    QString text = content.text();
    if (content.attribute(u"encoding"_s).endsWith("base64"_L1, Qt::CaseInsensitive))
        text = QString::fromUtf8(QByteArray::fromBase64(text.toLatin1()));
    const QString type = content.attribute(u"contenttype"_s);
    if (!type.isEmpty() && !type.contains("text"_L1) && !type.contains("html"_L1))
        return;
    auto prose = type.contains("html"_L1) ? htmlProse(text) : proseOf(text);
    if (prose)
        std::ranges::move(*prose, std::back_inserter(stated.body));
    else
        stated.losses += prose.error().message;
}

/// The renditions of a content set say the same in different formats: the first that is text counts.
void addG2Content(const QDomElement &item, StatedArticle &stated)
{
    for (const QDomElement &content : childrenNamed(childNamed(item, "contentSet"_L1))) {
        const QString name = localName(content);
        const qsizetype before = qsizetype(stated.body.size());
        if (name == "inlineXML"_L1)
            addInlineXml(content, stated);
        else if (name == "inlineData"_L1)
            addInlineData(content, stated);
        if (qsizetype(stated.body.size()) == before)
            continue;
        addField(stated.article, u"wordcount"_s, content.attribute(u"wordcount"_s));
        if (stated.article.language.isEmpty())
            stated.article.language = languageOf(content);
        return;
    }
}

bool giveNewsItem(const QDomElement &item, const QDomElement &header, const TakeRecord &take)
{
    StatedArticle stated;
    addG2Metadata(item, stated);
    addG2Content(item, stated);
    addCreators(item, stated.article);
    if (stated.article.language.isEmpty())
        stated.article.language = languageOf(item);
    for (const QDomElement &child : childrenNamed(header))
        addElement(child, stated.article);
    stated.line = item.lineNumber();
    holdTexts(stated.account, item);
    return give(std::move(stated), take);
}

/// What is not text is told, and nothing of it is missing.
ReadProblem whyNoArticle(const QDomElement &item)
{
    const QString name = localName(item);
    const QString guid = item.attribute(u"guid"_s);
    const QString title = g2Headline(item).isEmpty() ? guid : g2Headline(item);
    if (name == "packageItem"_L1)
        return {about(title, Readers::tr("It is a package, which only points to articles and has no text of its own.")), true};
    return {about(title, Readers::tr("It is a NewsML-G2 “%1” and no article.").arg(name)), true};
}

Result<ReadInfo> readNewsmlG2(QIODevice &device, QStringView, const ReadOptions &options, const TakeRecord &taken)
{
    return readXml(device, options, taken, [](const QDomElement &root, const TakeRecord &take) {
        const auto all = outermost(root, items);
        if (all.empty())
            take({1, ReadProblem{Readers::tr("There is no news item in it.")}});
        for (const QDomElement &item : all) {
            const bool more = localName(item) == "newsItem"_L1
                ? giveNewsItem(item, childNamed(root, "header"_L1), take)
                : take({item.lineNumber(), whyNoArticle(item)});
            if (!more)
                return;
        }
    });
}

bool isNewsmlG2(const FileHead &head)
{
    const RootName root = rootName(head);
    return root.name == "newsMessage"_L1 || (std::ranges::contains(items, root.name) && root.name != "catalogItem"_L1)
        || (root.name == "catalogItem"_L1 && root.space.contains("iptc.org/std/nar"_L1));
}

} // namespace

const Reader newsmlG2Reader{"newsml-g2", [] { return Readers::tr("NewsML-G2"); }, newsmlG2Suffixes, isNewsmlG2, readNewsmlG2};

} // namespace galley
