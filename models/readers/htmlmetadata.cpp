// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "htmlmetadata.h"

#include "publisheddate.h"

#include <QHash>
#include <QUrl>

#include <algorithm>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

/// Everything of interest, as it is met on the page.
struct Stated
{
    QHash<QString, QStringList> meta; ///< by lower-case name, property or itemprop
    QString titleElement;
    QStringList headings; ///< of the first level
    QString canonical;
    QString language;
    QString time;

    QString first(std::initializer_list<QLatin1StringView> names) const
    {
        for (const QLatin1StringView name : names) {
            if (const QStringList values = meta.value(name); !values.isEmpty())
                return values.front();
        }
        return {};
    }
};

void takeMeta(const GumboNode *node, Stated &stated)
{
    const QString content = attributeText(node, "content");
    if (content.isEmpty())
        return;
    for (const char *key : {"property", "name", "itemprop"}) {
        if (const QString name = attributeText(node, key).toLower(); !name.isEmpty())
            stated.meta[name].push_back(content);
    }
    if (attribute(node, "http-equiv").compare("content-language", Qt::CaseInsensitive) == 0 && stated.language.isEmpty())
        stated.language = content;
}

Stated statedBy(const HtmlTree &tree)
{
    Stated stated;
    walk(tree.root(), [&](const GumboNode *node) {
        if (isElement(node, GUMBO_TAG_META))
            takeMeta(node, stated);
        else if (isElement(node, GUMBO_TAG_TITLE) && stated.titleElement.isEmpty())
            stated.titleElement = textWithin(node);
        else if (isElement(node, GUMBO_TAG_H1))
            stated.headings.push_back(textWithin(node));
        else if (isElement(node, GUMBO_TAG_LINK) && attribute(node, "rel").compare("canonical", Qt::CaseInsensitive) == 0)
            stated.canonical = attributeText(node, "href");
        else if (isElement(node, GUMBO_TAG_TIME) && stated.time.isEmpty())
            stated.time = attributeText(node, "datetime");
        return true;
    });
    stated.headings.removeAll(QString());
    if (const QString language = attributeText(tree.root(), "lang"); !language.isEmpty())
        stated.language = language;
    return stated;
}

/// "Headline | Outlet" and "Headline - Outlet" without what follows the last separator, if enough is left.
QString withoutSiteName(const QString &title)
{
    for (const QString &separator : {u" | "_s, u" — "_s, u" – "_s, u" - "_s, u" :: "_s, u" » "_s}) {
        const qsizetype at = title.lastIndexOf(separator);
        if (at >= 15 || (at > 0 && title.first(at).count(u' ') >= 3))
            return title.first(at).trimmed();
    }
    return title;
}

QString titleOf(const Stated &stated)
{
    QString title = stated.first({"og:title"_L1, "twitter:title"_L1, "headline"_L1, "dc.title"_L1, "sailthru.title"_L1});
    if (title.isEmpty())
        title = stated.titleElement;
    // A heading that the stated title begins with or repeats is the headline without the outlet's name.
    for (const QString &heading : stated.headings) {
        if (heading.size() >= 8 && (title.isEmpty() || title.startsWith(heading) || title.contains(heading)))
            return heading;
    }
    if (title.isEmpty() && !stated.headings.isEmpty())
        return stated.headings.front();
    return withoutSiteName(title);
}

QString authorsOf(const Stated &stated)
{
    QStringList authors;
    for (const QLatin1StringView name : {"author"_L1, "article:author"_L1, "parsely-author"_L1, "sailthru.author"_L1,
             "dc.creator"_L1, "dcterms.creator"_L1, "byl"_L1}) {
        for (QString author : stated.meta.value(name)) {
            if (author.startsWith("by "_L1, Qt::CaseInsensitive))
                author.remove(0, 3);
            if (!author.contains("://"_L1) && !author.startsWith(u'@') && !authors.contains(author))
                authors.push_back(author);
        }
        if (!authors.isEmpty())
            break;
    }
    return authors.join("; "_L1);
}

QString publishedOf(const Stated &stated)
{
    const QString date = stated.first({"article:published_time"_L1, "og:article:published_time"_L1, "datepublished"_L1,
        "parsely-pub-date"_L1, "sailthru.date"_L1, "dc.date.issued"_L1, "dcterms.issued"_L1, "dc.date"_L1, "dcterms.created"_L1,
        "pubdate"_L1, "publishdate"_L1, "publish-date"_L1, "article.published"_L1, "date"_L1, "revision_date"_L1});
    return isoDate(date.isEmpty() ? stated.time : date);
}

bool isWebAddress(const QString &text)
{
    const QUrl url(text);
    return url.isValid() && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1);
}

} // namespace

Article htmlMetadata(const HtmlTree &tree)
{
    const Stated stated = statedBy(tree);
    Article article;
    article.title = titleOf(stated);
    article.outlet = stated.first({"og:site_name"_L1, "application-name"_L1, "dc.publisher"_L1, "site edition"_L1});
    article.authors = authorsOf(stated);
    article.published = publishedOf(stated);
    article.section = stated.first({"article:section"_L1, "parsely-section"_L1, "section"_L1});
    article.language = QString(stated.language).replace(u'_', u'-');
    if (article.language.isEmpty())
        article.language = stated.first({"og:locale"_L1}).replace(u'_', u'-');
    for (const QString &address : {stated.canonical, stated.first({"og:url"_L1})}) {
        if (article.url.isEmpty() && isWebAddress(address))
            article.url = address;
    }
    for (const QLatin1StringView name : {"description"_L1, "keywords"_L1}) {
        if (const QString value = stated.first({name}); !value.isEmpty())
            article.fields.insert(name, value);
    }
    return article;
}

} // namespace galley
