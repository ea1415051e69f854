// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "factivaxmlreader.h"

#include "languagename.h"

#include <readers/article/publisheddate.h>
#include <readers/article/statedarticle.h>
#include <readers/markup/xmldocument.h>
#include <readers/readertext.h>
#include <readers/text/decoding.h>

#include <QIODevice>

#include <algorithm>
#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array<const char *, 1> factivaXmlSuffixes{"xml"};
constexpr qint64 largestFactivaXml = 256'000'000;

/// The text of a paragraph; one that is shown as it is set keeps its lines.
QString paragraphText(const QDomElement &paragraph)
{
    const QString display = paragraph.attribute(u"display"_s);
    return display.isEmpty() || display == "Proportional"_L1 ? collapsedText(paragraph) : paragraph.text();
}

QStringList paragraphs(const QDomElement &element)
{
    QStringList texts;
    for (const QDomElement &paragraph : childrenNamed(element, "paragraph"_L1))
        texts.push_back(paragraphText(paragraph));
    texts.removeAll(QString());
    if (texts.isEmpty())
        texts.push_back(collapsedText(element));
    return texts;
}

/// "<region code='usa'><name>United States</name></region>" by its name, anything else by all its text.
QString factivaValue(const QDomElement &element)
{
    const QDomElement name = childNamed(element, "name"_L1);
    return collapsedText(name.isNull() ? element : name);
}

QString factivaDate(const QDomElement &article)
{
    for (const QLatin1StringView name : {"publicationDate"_L1, "publicationTime"_L1, "modificationDate"_L1, "loadDate"_L1}) {
        const QDomElement date = childNamed(article, name);
        if (const QString text = collapsedText(date); !text.isEmpty())
            return isoDate(text);
    }
    return {};
}

void takeFactivaPart(StatedArticle &out, const QDomElement &element)
{
    Article &article = out.article;
    const QString name = element.localName();
    const QString text = factivaValue(element);
    if (name == "headline"_L1) {
        QStringList headlines = paragraphs(element);
        out.headline = headlines.takeFirst();
        out.leads += headlines;
    } else if (name == "leadParagraph"_L1 || name == "tailParagraphs"_L1) {
        for (const QString &paragraph : paragraphs(element))
            out.body.push_back({paragraph, name == "leadParagraph"_L1 ? std::optional(ZoneKind::Lead) : std::nullopt});
    } else if (name == "byline"_L1) {
        out.byline = paragraphs(element).join(u"; "_s);
    } else if (name == "artWorks"_L1 || name == "artWork"_L1 || name == "caption"_L1) {
        out.captions += paragraphs(element);
    } else if (name == "credit"_L1) {
        out.body.push_back({text, ZoneKind::Credit});
    } else if (name == "sourceName"_L1) {
        article.outlet = text;
    } else if (name == "sectionName"_L1) {
        article.section = text;
    } else if (name == "pages"_L1) {
        QStringList pages;
        for (const QDomElement &page : childrenNamed(element))
            pages.push_back(collapsedText(page));
        article.page = pages.isEmpty() ? text : pages.join(u", "_s);
    } else if (name != "publicationDate"_L1) {
        if (name == "baseLanguage"_L1)
            article.language = languageTag(text);
        addField(article, name, text);
    }
}

/// The text in order of the article, whatever order the file has.
StatedArticle factivaArticleIn(const QDomElement &element)
{
    StatedArticle out;
    out.line = std::max(element.lineNumber(), 0);
    for (const QDomElement &part : childrenNamed(element))
        takeFactivaPart(out, part);
    out.article.published = factivaDate(element);
    std::ranges::stable_sort(out.body, {}, [](const ProseBlock &part) {
        return part.kind == ZoneKind::Lead ? 0 : part.kind == ZoneKind::Credit ? 2 : 1;
    });
    return out;
}

Result<ReadInfo> readFactivaXml(QIODevice &device, QStringView, const ReadOptions &options, const TakeRecord &take)
{
    const auto bytes = readWhole(device, largestFactivaXml);
    if (!bytes)
        return std::unexpected(bytes.error());
    const auto document = xmlDocument(*bytes, options.encoding);
    if (!document)
        return std::unexpected(document.error());
    const auto articles = descendantsNamed(document->tree, "article"_L1);
    if (articles.empty())
        take({1, ReadProblem{Readers::tr("There is no article in it.")}});
    FileAccount account(take);
    for (const QDomElement &article : articles) {
        StatedArticle stated = factivaArticleIn(article);
        holdTexts(stated.account, article);
        if (!give(std::move(stated), account.take()))
            break;
    }
    TextAccount all;
    holdTexts(all, document->tree.documentElement());
    account.close(all.characters(), LeftOutReason::Label);
    return ReadInfo{document->encoding, sha256Of(*bytes), document->encodingGuessed, document->remarks, all.characters()};
}

bool isFactivaXml(const FileHead &head)
{
    const QString root = xmlRoot(head.text);
    return root.contains("global.factiva.com"_L1) || root == "PPSResponse"_L1
        || (!root.isEmpty() && head.text.contains("http://global.factiva.com/"));
}

} // namespace

const Reader factivaXmlReader{"factiva-xml", [] { return Readers::tr("Factiva (XML)"); }, factivaXmlSuffixes,
    isFactivaXml, readFactivaXml, true};

} // namespace galley
