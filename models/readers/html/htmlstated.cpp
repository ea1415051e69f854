// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "htmlstated.h"

#include <readers/markup/htmlnaming.h>

#include <QRegularExpression>

#include <algorithm>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestStatedByline = 120;
constexpr qsizetype longestHeading = 1000;
constexpr qsizetype mostStatedNames = 50;

/// Anywhere in it, in either case. Without a copy: this is asked for every element of a page.
bool mentions(QByteArrayView attribute, const char *word)
{
    const auto sameLetter = [](char one, char other) { return (one | 0x20) == (other | 0x20); };
    return !std::ranges::search(attribute, QByteArrayView(word), sameLetter).empty();
}

bool says(QByteArrayView attribute, const char *word)
{
    if (!mentions(attribute, word))
        return false;
    const QList<QByteArray> words = attribute.toByteArray().toLower().simplified().split(' ');
    return words.contains(word);
}

class Gatherer
{
public:
    HtmlStated stated;

    void take(const GumboNode *node)
    {
        if (!isElement(node))
            return;
        if (isElement(node, GUMBO_TAG_META))
            takeMeta(node);
        else if (isElement(node, GUMBO_TAG_TITLE) && stated.title.isEmpty())
            stated.title = textWithin(node, longestHeading);
        else if (isElement(node, GUMBO_TAG_H1))
            takeHeading(node);
        else if (isElement(node, GUMBO_TAG_LINK) && says(attribute(node, "rel"), "canonical"))
            stated.canonical = attributeText(node, "href");
        else if (isElement(node, GUMBO_TAG_SCRIPT))
            takeScript(node);
        else
            takeVisible(node);
    }

private:
    void takeMeta(const GumboNode *node)
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

    void takeHeading(const GumboNode *node)
    {
        if (leadsHome(node))
            return; // the name of the outlet
        if (const QString text = textWithin(node, longestHeading); !text.isEmpty())
            stated.headings.push_back(text);
        else
            return;
        bool shown = true, main = false, article = false;
        for (const GumboNode *around = node; around && isElement(around); around = around->parent) {
            article = article || isElement(around, GUMBO_TAG_ARTICLE);
            main = main || isElement(around, GUMBO_TAG_ARTICLE) || isElement(around, GUMBO_TAG_MAIN)
                || attribute(around, "role").compare("main", Qt::CaseInsensitive) == 0;
            shown = shown && !isElement(around, GUMBO_TAG_NAV) && !isElement(around, GUMBO_TAG_ASIDE) && !isElement(around, GUMBO_TAG_FOOTER)
                && !gumbo_get_attribute(&around->v.element.attributes, "hidden") && !m_namings.of(around).unseen;
        }
        if (main && shown && !stated.headlines.contains(stated.headings.back()))
            stated.headlines.push_back(stated.headings.back());
        if (article && shown && !stated.ownHeadlines.contains(stated.headings.back()))
            stated.ownHeadlines.push_back(stated.headings.back());
    }

    /// Is all of it a link to the first page of its site?
    static bool leadsHome(const GumboNode *heading)
    {
        const GumboNode *link = nullptr;
        walk(heading, [&](const GumboNode *node) {
            link = link ? link : isElement(node, GUMBO_TAG_A) ? node : nullptr;
            return !link;
        });
        if (!link || textWithin(link, longestHeading) != textWithin(heading, longestHeading))
            return false;
        static const QRegularExpression home(u"^(?:\\./?|/(?:index\\.\\w{2,5})?|(?:https?:)?//[^/]+/?)$"_s);
        return home.match(attributeText(link, "href")).hasMatch();
    }

    void takeScript(const GumboNode *node)
    {
        if (!attribute(node, "type").trimmed().toByteArray().toLower().startsWith("application/ld+json"))
            return;
        const GumboVector &children = node->v.element.children;
        const auto *text = children.length == 1 ? static_cast<const GumboNode *>(children.data[0]) : nullptr;
        if (text && text->type == GUMBO_NODE_TEXT)
            stated.linked.take(text->v.text.text);
    }

    void takeVisible(const GumboNode *node)
    {
        if ((isElement(node, GUMBO_TAG_H2) || isElement(node, GUMBO_TAG_H3)) && stated.subheadings.size() < mostStatedNames)
            stated.subheadings.push_back(textWithin(node, longestHeading));
        const QByteArrayView property = attribute(node, "itemprop");
        if (says(property, "datepublished") || (isElement(node, GUMBO_TAG_TIME) && gumbo_get_attribute(
                                                    &node->v.element.attributes, "pubdate")))
            takeTime(node, true);
        else if (isElement(node, GUMBO_TAG_TIME))
            takeTime(node, false);
        if (stated.authors.size() < mostStatedNames
            && (says(property, "author") || (isElement(node, GUMBO_TAG_A) && says(attribute(node, "rel"), "author")))) {
            if (const QString name = textWithin(node, longestStatedByline); !name.isEmpty() && !stated.authors.contains(name))
                stated.authors.push_back(name);
        }
        if (stated.byline.isEmpty()) {
            const QByteArrayView name = attribute(node, "class");
            const auto isCalled = [&](const char *word) { return mentions(name, word) || mentions(attribute(node, "id"), word); };
            if (isCalled("byline") || isCalled("writtenby") || isCalled("author-name") || says(name, "author"))
                stated.byline = textWithin(node, longestStatedByline);
        }
    }

    void takeTime(const GumboNode *node, bool published)
    {
        QString time = attributeText(node, "datetime");
        if (time.isEmpty() && published)
            time = attributeText(node, "content");
        if (time.isEmpty() || m_published || (!published && !stated.time.isEmpty()))
            return;
        stated.time = time;
        m_published = published;
    }

    bool m_published = false;
    Namings m_namings;
};

} // namespace

QString HtmlStated::first(std::initializer_list<const char *> names) const
{
    for (const char *name : names) {
        if (const auto values = meta.find(QLatin1StringView(name)); values != meta.end())
            return values->front();
    }
    return {};
}

HtmlStated statedOn(const HtmlTree &tree)
{
    Gatherer gatherer;
    walk(tree.root(), [&](const GumboNode *node) {
        gatherer.take(node);
        return true;
    });
    HtmlStated &stated = gatherer.stated;
    stated.linked.resolve();
    if (const QString language = attributeText(tree.root(), "lang"); !language.isEmpty())
        stated.language = language;
    return std::move(stated);
}

} // namespace galley
