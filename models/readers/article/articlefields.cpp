// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "articlefields.h"

#include "anatomy.h"
#include "publisheddate.h"

#include <domain/nameduuid.h>
#include <readers/readertext.h>
#include <readers/text/decoding.h>
#include <readers/text/textlines.h>

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

// The first name of a field is its own.
const std::vector<std::pair<ArticleField, QStringList>> &fieldNames()
{
    static const std::vector<std::pair<ArticleField, QStringList>> names{
        {ArticleField::Id, {u"id"_s, u"articleid"_s, u"bodyid"_s, u"documentid"_s, u"docid"_s, u"uuid"_s, u"guid"_s}},
        {ArticleField::Title, {u"title"_s, u"headline"_s, u"articletitle"_s, u"newstitle"_s, u"head"_s, u"webtitle"_s}},
        {ArticleField::Outlet,
            {u"outlet"_s, u"source"_s, u"publication"_s, u"publisher"_s, u"newspaper"_s, u"medium"_s, u"sitename"_s,
                u"sourcename"_s}},
        {ArticleField::Authors, {u"authors"_s, u"author"_s, u"byline"_s, u"creator"_s, u"journalist"_s}},
        {ArticleField::Published,
            {u"published"_s, u"date"_s, u"publisheddate"_s, u"publicationdate"_s, u"pubdate"_s, u"datepublished"_s,
                u"publishdate"_s, u"publishedat"_s, u"publishedon"_s, u"datetime"_s, u"createdat"_s, u"webpublicationdate"_s}},
        {ArticleField::Section, {u"section"_s, u"sectionname"_s, u"desk"_s, u"rubric"_s, u"ressort"_s}},
        {ArticleField::Page, {u"page"_s, u"pages"_s, u"pagenumber"_s}},
        {ArticleField::Language, {u"language"_s, u"lang"_s}},
        {ArticleField::Url, {u"url"_s, u"link"_s, u"uri"_s, u"href"_s, u"weburl"_s}},
        {ArticleField::Text,
            {u"text"_s, u"body"_s, u"content"_s, u"articletext"_s, u"articlebody"_s, u"fulltext"_s, u"bodytext"_s, u"maintext"_s,
                u"article"_s, u"story"_s}},
    };
    return names;
}

} // namespace

std::optional<ArticleField> articleFieldNamed(QStringView name)
{
    static const QHash<QString, ArticleField> fields = [] {
        QHash<QString, ArticleField> result;
        for (const auto &[field, names] : fieldNames()) {
            for (const QString &one : names)
                result.insert(one, field);
        }
        return result;
    }();
    if (name.size() > 40)
        return std::nullopt;
    QString plain;
    for (const QChar c : name) {
        if (c.isLetterOrNumber())
            plain += c.toLower();
        else if (!c.isSpace() && c != u'_' && c != u'-' && c != u'.')
            return std::nullopt;
    }
    const auto found = fields.constFind(plain);
    return found == fields.constEnd() ? std::nullopt : std::optional(*found);
}

bool isOwnName(ArticleField field, QStringView name)
{
    const auto found = std::ranges::find(fieldNames(), field, [](const auto &entry) { return entry.first; });
    return found->second.front() == name;
}

QString ownNameOf(ArticleField field)
{
    return std::ranges::find(fieldNames(), field, &std::pair<ArticleField, QStringList>::first)->second.front();
}

void setField(ReadArticle &read, ArticleField field, QString value)
{
    Article &article = read.article;
    switch (field) {
    case ArticleField::Id:
        break;
    case ArticleField::Title:
        article.title = std::move(value);
        break;
    case ArticleField::Outlet:
        article.outlet = std::move(value);
        break;
    case ArticleField::Authors:
        article.authors = std::move(value);
        break;
    case ArticleField::Published:
        article.published = isoDate(value);
        break;
    case ArticleField::Section:
        article.section = std::move(value);
        break;
    case ArticleField::Page:
        article.page = std::move(value);
        break;
    case ArticleField::Language:
        article.language = std::move(value);
        break;
    case ArticleField::Url:
        article.url = std::move(value);
        break;
    case ArticleField::Text:
        read.text = std::move(value);
        break;
    }
}

void addField(Article &article, const QString &name, const QString &value)
{
    constexpr qsizetype most = 500;
    constexpr qsizetype longest = 2'000; // beyond it, to look for what is there already takes too long
    const QString stated = value.trimmed();
    if (name.isEmpty() || stated.isEmpty() || (article.fields.size() >= most && !article.fields.contains(name)))
        return;
    QString &field = article.fields[name];
    const bool known = field.size() <= longest && (u"; "_s + field + u"; "_s).contains(u"; "_s + stated + u"; "_s);
    if (!known)
        field += field.isEmpty() ? stated : u"; "_s + stated;
}

namespace {

/// Does a part that is no reporting, or only says who wrote when, make up the whole of a line? In code points.
bool isAside(Range line, const std::vector<Zone> &zones)
{
    return std::ranges::any_of(zones, [&](const Zone &zone) {
        const bool aside = isBoilerplate(zone.kind) || zone.kind == ZoneKind::Byline || zone.kind == ZoneKind::Dateline;
        return aside && zone.range.begin <= line.begin && zone.range.end >= line.end;
    });
}

/// At most 200 characters, cut at a word.
QString shortened(QStringView title)
{
    constexpr qsizetype most = 200;
    if (title.size() <= most)
        return title.toString();
    const qsizetype blank = title.lastIndexOf(u' ', most);
    qsizetype end = blank > 0 ? blank : most;
    end -= title[end - 1].isHighSurrogate();
    return title.first(end).toString() + u'…';
}

} // namespace

QString titleFrom(QStringView text, const std::vector<Zone> &zones)
{
    constexpr int mostAbove = 50; // lines above a title; where more are no title, nothing is
    QStringView first;
    int above = 0;
    qint64 begin = 0; // of the line, in code points
    for (qsizetype at = 0; at <= text.size();) {
        const qsizetype end = lineEndIn(text, at);
        const QStringView whole = text.sliced(at, end - at);
        at = end + 1;
        const QStringView line = whole.trimmed();
        const qint64 indent = whole.indexOf(line);
        const qint64 length = line.size() - std::ranges::count_if(line, [](QChar c) { return c.isLowSurrogate(); });
        if (!line.isEmpty() && !isAside({begin + indent, begin + indent + length}, zones))
            return shortened(line);
        if (first.isEmpty())
            first = line;
        if (!line.isEmpty() && ++above == mostAbove)
            break;
        begin += whole.size() - line.size() + length + 1;
    }
    return shortened(first);
}

bool holdsTags(const QString &text)
{
    static const QRegularExpression tag(u"</(?:p|div|br|span|a|em|strong|b|i|ul|ol|li|h[1-6])>|<br\\s*/?>"_s, QRegularExpression::CaseInsensitiveOption);
    return text.contains(u'<') && tag.match(text).hasMatch(); // the sign alone is found a hundred times as fast
}

QString tagsRemark(int texts)
{
    return Readers::tr("%n texts hold tags of HTML such as </p>; they came in as they are written, tags and all.", nullptr, texts);
}

QString completed(ReadArticle &read, const QString &id, bool titled)
{
    if (QStringView(read.text).trimmed().isEmpty())
        return Readers::tr("The article has no text.");
    if (const QString why = whyNotText(read.text); !why.isEmpty())
        return why;
    read.key = id;
    read.article.uuid = uuidWritten(id);
    if (read.article.uuid.isNull() && !id.isEmpty()) {
        // With the text, because many files number their articles from 1.
        read.article.uuid = namedUuid({u"article", id, read.text});
        read.article.fields.insert(u"id"_s, id);
    }
    if (!read.zonesStated)
        read.zones = findZones(read.text, {.title = read.article.title, .headlineFirst = false});
    if (!titled)
        read.article.title = titleFrom(read.text, read.zones);
    return {};
}

} // namespace galley
