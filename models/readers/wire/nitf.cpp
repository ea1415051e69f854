// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "nitf.h"

#include "newsxml.h"
#include "xmlprose.h"

#include <readers/article/bylines.h>
#include <readers/text/plaintext.h>

#include <QHash>
#include <QSet>

#include <algorithm>
#include <iterator>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr int mostNitfAttributes = 100; // to ask for the last of very many takes very long

/// The attribute that holds what an element is there for; its value goes by the element's name alone.
QString mainAttribute(const QString &element)
{
    static const QHash<QString, QString> known{{u"doc-id"_s, u"id-string"_s}, {u"urgency"_s, u"ed-urg"_s},
        {u"keyword"_s, u"key"_s}, {u"du-key"_s, u"key"_s}, {u"doc-scope"_s, u"scope"_s}, {u"ed-msg"_s, u"info"_s},
        {u"fixture"_s, u"fix-id"_s}, {u"from-src"_s, u"src-name"_s}, {u"correction"_s, u"info"_s},
        {u"revision-history"_s, u"name"_s}, {u"pubdata"_s, u"name"_s}, {u"series"_s, u"series.name"_s}};
    return element.startsWith("date."_L1) ? u"norm"_s : known.value(element);
}

/// "urgency": "4", "doc.copyright year": "2016", "tobject.subject.refnum": "04015000"
void addAttributes(const QDomElement &element, Article &article)
{
    const QString name = localName(element);
    const QDomNamedNodeMap attributes = element.attributes();
    for (int at = 0; at < std::min(attributes.count(), mostNitfAttributes); ++at) {
        const QDomAttr attribute = attributes.item(at).toAttr();
        if (attribute.namespaceURI().contains("XMLSchema"_L1) || attribute.name().startsWith("xmlns"_L1))
            continue;
        const QString key = attribute.name();
        const bool alone = key == mainAttribute(name);
        addField(article, alone ? name : key.startsWith(name) ? key : name + u' ' + key, collapsed(attribute.value()));
    }
    for (const QDomElement &child : childrenNamed(element))
        addAttributes(child, article);
}

void addHead(const QDomElement &head, StatedArticle &stated)
{
    Article &article = stated.article;
    for (const QDomElement &child : childrenNamed(head)) {
        const QString name = localName(child);
        if (name == "meta"_L1)
            addField(article, child.attribute(u"name"_s), collapsed(child.attribute(u"content"_s)));
        else if (name != "title"_L1)
            addAttributes(child, article);
    }
}

/// The first of these attributes that is there.
QString firstStated(const QDomElement &nitf, std::initializer_list<std::pair<QLatin1StringView, QLatin1StringView>> places)
{
    for (const auto &[element, attribute] : places) {
        const QString value = collapsed(descendantNamed(nitf, element).attribute(attribute));
        if (!value.isEmpty())
            return value;
    }
    return {};
}

void collectLine(const QDomElement &element, QLatin1StringView without, QString &text)
{
    static const QSet<QString> apart{u"byttl"_s, u"location"_s, u"sublocation"_s, u"city"_s, u"state"_s, u"region"_s,
        u"country"_s, u"story.date"_s, u"virtloc"_s, u"br"_s};
    for (QDomNode child = element.firstChild(); !child.isNull(); child = child.nextSibling()) {
        const QString name = localName(child.toElement());
        if (child.isText() || child.isCDATASection() || child.isEntityReference())
            text += child.nodeValue();
        if (!child.isElement() || (!without.isEmpty() && name == without))
            continue;
        if (apart.contains(name) || (name == "person"_L1 && !text.isEmpty() && text.back().isLetter()))
            text += u' ';
        collectLine(child.toElement(), without, text);
    }
}

/// Its text in one line, a blank before elements that are words of their own; those named `without` are left out.
QString nitfLine(const QDomElement &element, QLatin1StringView without = {})
{
    QString text;
    collectLine(element, without, text);
    text = collapsed(text);
    // "<city>Rome</city>, <country>Italy</country>": no blank before a comma.
    for (const QString &mark : {u" ,"_s, u" ;"_s})
        text.replace(mark, mark.sliced(1));
    return text;
}

void addBylines(const QDomElement &bodyHead, StatedArticle &stated)
{
    QStringList lines, people, names;
    for (const QDomElement &byline : childrenNamed(bodyHead, "byline"_L1)) {
        if (const QString line = nitfLine(byline); !line.isEmpty())
            lines.push_back(line);
        for (const QDomElement &person : descendantsNamed(byline, "person"_L1))
            people += authorsIn(nitfLine(person)).split("; "_L1, Qt::SkipEmptyParts);
        if (const QString line = nitfLine(byline, "byttl"_L1); !line.isEmpty())
            names += authorsIn(line).split("; "_L1);
    }
    if (lines.isEmpty() || !stated.byline.isEmpty())
        return;
    people.removeAll(QString());
    if (stated.article.authors.isEmpty())
        stated.article.authors = (people.size() < names.size() ? names : people).join("; "_L1); // not all are always marked
    setByline(stated, lines.join(u'\n'));
}

void addDateline(const QDomElement &dateline, StatedArticle &stated)
{
    const QString whole = nitfLine(dateline);
    if (whole.isEmpty() || !stated.dateline.isEmpty())
        return;
    addField(stated.article, u"dateline"_s, whole);
    const QString place = nitfLine(dateline, "story.date"_L1);
    const QString date = collapsed(collapsedText(childNamed(dateline, "story.date"_L1)));
    // A day in words belongs to the line, a time stamp does not.
    const bool worded = std::ranges::any_of(date.left(4), [](QChar c) { return c.isLetter(); });
    stated.dateline = worded ? whole : place;
}

void addHeadlines(const QDomElement &bodyHead, StatedArticle &stated)
{
    const QDomElement hedline = childNamed(bodyHead, "hedline"_L1);
    QStringList first, others;
    for (const QDomElement &line : childrenNamed(hedline)) {
        if (const QString text = nitfLine(line); !text.isEmpty())
            (localName(line) == "hl1"_L1 ? first : others).push_back(text);
    }
    QString headline = first.join(u' ');
    if (headline.isEmpty())
        headline = first.isEmpty() && others.isEmpty() ? collapsedText(hedline) : QString();
    if (stated.article.title.isEmpty())
        stated.article.title = headline;
    else if (!headline.isEmpty() && collapsed(stated.article.title) != headline)
        stated.decks += headline;
    stated.decks += others;
}

QString nitfParagraphs(const QDomElement &element)
{
    QStringList paragraphs;
    for (const ProseBlock &block : xmlProse(element))
        paragraphs.push_back(block.text);
    return paragraphs.join("\n\n"_L1);
}

void addBodyHead(const QDomElement &bodyHead, StatedArticle &stated)
{
    addHeadlines(bodyHead, stated);
    for (const QDomElement &note : childrenNamed(bodyHead, "note"_L1)) {
        for (const ProseBlock &block : xmlProse(note))
            stated.body.push_back({block.text, ZoneKind::Chrome});
    }
    addBylines(bodyHead, stated);
    addDateline(childNamed(bodyHead, "dateline"_L1), stated);
    for (const QDomElement &child : childrenNamed(bodyHead)) {
        const QString name = localName(child);
        if (name == "abstract"_L1 || name == "distributor"_L1 || name == "rights"_L1 || name == "series"_L1)
            addField(stated.article, name, nitfParagraphs(child));
    }
}

void addNitfBody(const QDomElement &body, StatedArticle &stated)
{
    const auto add = [&](Prose prose) { std::ranges::move(prose, std::back_inserter(stated.body)); };
    const auto contents = childrenNamed(body, "body.content"_L1);
    addBodyHead(childNamed(body, "body.head"_L1), stated);
    for (const QDomElement &content : contents)
        add(xmlProse(content));
    if (contents.empty()) {
        // Some put the paragraphs where the parts of the body belong.
        QDomElement rest = body.cloneNode().toElement();
        for (const QLatin1StringView part : {"body.head"_L1, "body.end"_L1})
            rest.removeChild(childNamed(rest, part));
        add(xmlProse(rest));
    }
    add(xmlProse(childNamed(body, "body.end"_L1)));
}

} // namespace

void addNitf(const QDomElement &nitf, StatedArticle &stated)
{
    Article &article = stated.article;
    const QDomElement head = childNamed(nitf, "head"_L1);
    const QDomElement body = childNamed(nitf, "body"_L1);
    addHead(head, stated);
    addNitfBody(body, stated);
    const QString title = collapsedText(childNamed(head, "title"_L1));
    if (article.title.isEmpty())
        article.title = title;
    else if (title != article.title)
        addField(article, u"title"_s, title);
    if (article.published.isEmpty())
        setPublished(stated, firstStated(head, {{"date.issue"_L1, "norm"_L1}, {"date.release"_L1, "norm"_L1},
                                                   {"pubdata"_L1, "date.publication"_L1}}));
    if (article.published.isEmpty())
        setPublished(stated, firstStated(body, {{"story.date"_L1, "norm"_L1}}));
    if (article.outlet.isEmpty())
        article.outlet = firstStated(head, {{"pubdata"_L1, "name"_L1}});
    if (article.outlet.isEmpty())
        article.outlet = collapsedText(childNamed(childNamed(body, "body.head"_L1), "distributor"_L1));
    if (article.outlet.isEmpty())
        article.outlet = firstStated(head, {{"doc.copyright"_L1, "holder"_L1}, {"from-src"_L1, "src-name"_L1}});
    article.section = firstStated(head, {{"pubdata"_L1, "position.section"_L1}});
    article.page = firstStated(head, {{"pubdata"_L1, "position.sequence"_L1}});
    const QString address = firstStated(head, {{"pubdata"_L1, "ex-ref"_L1}});
    if (article.url.isEmpty() && address.startsWith("http"_L1))
        article.url = address;
    for (const QDomElement &element : {nitf, body}) {
        if (article.language.isEmpty())
            article.language = element.attribute(u"baselang"_s, languageOf(element));
    }
}

} // namespace galley
