// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "htmllinkeddata.h"

#include <readers/markup/htmlblocks.h>
#include <readers/text/decoding.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr int deepestLinkedData = 12;
constexpr qsizetype mostLinkedNames = 100;
constexpr auto reference = "\x1f@id:"; // before an @id whose name is not known yet

/// Servers write line ends into strings and wrap scripts into comments.
QJsonDocument lenientlyParsed(QByteArrayView script)
{
    QByteArray json = script.trimmed().toByteArray();
    QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isNull())
        return document;
    for (const char *wrapper : {"/*<![CDATA[*/", "//<![CDATA[", "<![CDATA[", "/*]]>*/", "//]]>", "]]>", "<!--", "-->"})
        json.replace(wrapper, " ");
    std::ranges::replace_if(json, [](char c) { return uchar(c) < 0x20; }, ' ');
    json = json.trimmed();
    if (json.endsWith(';'))
        json.chop(1);
    return QJsonDocument::fromJson(json);
}

/// The text of a string that may hold markup, its paragraphs apart.
QString plainLinked(const QString &text)
{
    static const auto isMarkup = [](const QString &stated) {
        return (stated.contains(u'&') && stated.contains(u';')) || stated.contains("</"_L1) || stated.contains("<br"_L1);
    };
    if (!isMarkup(text))
        return text.trimmed();
    // Markup may itself have been escaped.
    const auto tree = HtmlTree::parse("<body>" + text.toUtf8());
    QStringList paragraphs;
    if (tree) {
        for (const HtmlBlock &block : htmlPage(*tree).blocks)
            paragraphs.push_back(block.text);
    }
    return paragraphs.join("\n\n"_L1);
}

QString linkedLine(const QJsonValue &value)
{
    if (value.isArray())
        return linkedLine(value.toArray().first());
    return plainLinked(value.toString()).simplified();
}

QString linkedName(const QJsonValue &value)
{
    if (value.isString())
        return linkedLine(value);
    const QJsonObject object = value.toObject();
    if (const QString name = linkedLine(object.value("name"_L1)); !name.isEmpty())
        return name;
    const QString id = object.value("@id"_L1).toString();
    return id.isEmpty() ? QString() : QLatin1StringView(reference) + id;
}

QStringList namesOf(const QJsonValue &value)
{
    QStringList names;
    const QJsonArray all = value.isArray() ? value.toArray() : QJsonArray{value};
    for (const QJsonValue one : all) {
        if (names.size() >= mostLinkedNames)
            break;
        if (const QString name = linkedName(one); !name.isEmpty() && !names.contains(name))
            names.push_back(name);
    }
    return names;
}

bool isArticle(const QJsonObject &object)
{
    const QJsonValue type = object.value("@type"_L1);
    const QJsonArray types = type.isArray() ? type.toArray() : QJsonArray{type};
    return std::ranges::any_of(types, [](const QJsonValue &one) {
        const QString name = one.toString();
        return name.endsWith("Article"_L1) || name.endsWith("Posting"_L1) || name == "Report"_L1;
    });
}

} // namespace

void LinkedData::take(QByteArrayView script)
{
    const QJsonDocument document = lenientlyParsed(script);
    takeValue(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()), 0);
}

void LinkedData::takeValue(const QJsonValue &value, int depth)
{
    if (depth > deepestLinkedData)
        return;
    if (value.isArray()) {
        for (const QJsonValue one : value.toArray())
            takeValue(one, depth + 1);
        return;
    }
    const QJsonObject object = value.toObject();
    const QString id = object.value("@id"_L1).toString();
    const QString name = linkedLine(object.value("name"_L1));
    if (!id.isEmpty() && !name.isEmpty())
        m_names.insert(id, name);
    if (isArticle(object) && !m_known)
        takeArticle(object);
    for (const char *key : {"@graph", "mainEntity", "mainEntityOfPage", "author", "publisher"}) {
        if (const QJsonValue inner = object.value(QLatin1StringView(key)); inner.isObject() || inner.isArray())
            takeValue(inner, depth + 1);
    }
}

void LinkedData::takeArticle(const QJsonObject &article)
{
    const auto either = [&](const char *name, const char *other) {
        const QString value = linkedLine(article.value(QLatin1StringView(name)));
        return value.isEmpty() ? linkedLine(article.value(QLatin1StringView(other))) : value;
    };
    headline = either("headline", "name");
    published = either("datePublished", "dateCreated");
    modified = linkedLine(article.value("dateModified"_L1));
    outlet = namesOf(article.value("publisher"_L1)).value(0);
    section = linkedLine(article.value("articleSection"_L1));
    language = linkedLine(article.value("inLanguage"_L1));
    url = either("url", "mainEntityOfPage");
    description = linkedLine(article.value("description"_L1));
    const QJsonValue words = article.value("keywords"_L1);
    keywords = words.isArray() ? namesOf(words).join(", "_L1) : linkedLine(words);
    body = plainLinked(article.value("articleBody"_L1).toString());
    authors = namesOf(article.value("author"_L1));
    if (authors.isEmpty())
        authors = namesOf(article.value("creator"_L1));
    m_known = !headline.isEmpty();
}

void LinkedData::resolve()
{
    const auto resolved = [&](const QString &name) {
        return name.startsWith(QLatin1StringView(reference)) ? m_names.value(name.sliced(qstrlen(reference))) : name;
    };
    QStringList known;
    for (const QString &author : std::as_const(authors)) {
        if (const QString name = resolved(author); !name.isEmpty() && !known.contains(name))
            known.push_back(name);
    }
    authors = known;
    outlet = resolved(outlet);
}

} // namespace galley
