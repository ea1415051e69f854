// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "htmlmetadata.h"

#include "htmlnames.h"

#include <readers/article/publisheddate.h>

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <ranges>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

QString firstFilled(std::initializer_list<QString> candidates)
{
    const auto found = std::ranges::find_if(candidates, [](const QString &text) { return !text.isEmpty(); });
    return found == candidates.end() ? QString() : *found;
}

bool isPageAddress(const QString &text)
{
    const QUrl url(text);
    return url.isValid() && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1);
}

QString addressOf(const HtmlStated &stated)
{
    for (const QString &address : {stated.canonical, stated.first({"og:url"}), stated.linked.url}) {
        if (isPageAddress(address))
            return address;
    }
    return {};
}

QString outletOfPage(const HtmlStated &stated)
{
    return firstFilled({stated.first({"og:site_name"}), stated.linked.outlet,
        stated.first({"application-name", "dc.publisher", "dcterms.publisher", "cre", "site edition"})});
}

/// A heading that the title begins with or repeats is the headline without the outlet's name.
QString headlineAmong(const QStringList &headings, const QString &title)
{
    for (const QString &heading : headings) {
        const bool most = heading.size() * 2 >= title.size();
        if (heading.size() >= 8 && (title.isEmpty() || title.startsWith(heading) || (most && title.contains(heading))))
            return heading;
    }
    return {};
}

/// The only headline that a reader of the page sees, whatever its head says for windows and search engines.
QString headlineShown(const HtmlStated &stated, const QStringList &sites)
{
    QStringList shown = stated.headlines.isEmpty() ? stated.headings : stated.headlines;
    shown.removeDuplicates();
    if (shown.size() > 1)
        shown.removeIf([&](const QString &heading) { return isSiteName(heading, sites); });
    if (shown.size() != 1 || shown[0].size() > 300)
        return {};
    // One or two words may name a section, but not where an article begins with them.
    const bool wide = std::ranges::count_if(shown[0], [](QChar c) { return c.unicode() >= 0x3040; }) >= 4;
    const bool own = stated.ownHeadlines == shown && (wide || (shown[0].size() >= 6 && shown[0].count(u' ') >= 1));
    const bool headline = own || (shown[0].size() >= 8 && shown[0].count(u' ') >= 2);
    return headline && !isSiteName(shown[0], sites) ? shown[0] : QString();
}

/// Where a page has no heading of the first level: one of the second or third that says nearly what its head does.
QString headlineLike(const QStringList &subheadings, const QString &title)
{
    const auto wordsIn = [](const QString &text) {
        QStringList words = text.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
        for (QString &word : words)
            word = bareWords(word);
        words.removeAll(QString());
        return words;
    };
    const QStringList words = wordsIn(title);
    for (const QString &heading : subheadings) {
        QStringList open = words;
        const QStringList own = wordsIn(heading);
        const auto common = std::ranges::count_if(own, [&](const QString &word) { return open.removeOne(word); });
        if (own.size() >= 3 && common * 10 >= std::max(own.size(), words.size()) * 7)
            return heading;
    }
    return {};
}

/// What the head of a page says of its title.
QString titleInHead(const HtmlStated &stated)
{
    return firstFilled({stated.first({"og:title", "twitter:title"}), stated.linked.headline,
        stated.first({"headline", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "title"}), stated.title});
}

QString titleOf(const HtmlStated &stated, const QString &outlet, const QString &address)
{
    const QString title = titleInHead(stated);
    if (const QString heading = headlineAmong(stated.headings, title); !heading.isEmpty())
        return heading;
    if (title.isEmpty())
        return stated.headings.value(0);
    const QString host = QUrl(address).host();
    const QStringList sites{outlet, stated.first({"application-name"}), stated.linked.outlet, host, host.section(u'.', -2, -2)};
    // Some pages have their headline on the second level, and a heading of the text on the first.
    const QString bare = withoutSiteName(title, sites);
    if (stated.subheadings.contains(bare))
        return bare;
    return firstFilled({headlineShown(stated, sites), stated.headings.isEmpty() ? headlineLike(stated.subheadings, bare) : QString(), bare});
}

QString authorsOfPage(const HtmlStated &stated)
{
    QStringList authors;
    const auto take = [&](const QStringList &lines) {
        for (const QString &line : lines) {
            if (const QString author = authorIn(line); !author.isEmpty() && !authors.contains(author))
                authors.push_back(author);
        }
    };
    take(stated.linked.authors);
    for (const char *name : {"author", "article:author", "article:author_name", "og:article:author", "parsely-author",
             "sailthru.author", "dc.creator", "dcterms.creator", "citation_author", "byl", "byline"}) {
        if (authors.isEmpty())
            take(stated.meta.value(QLatin1StringView(name)));
    }
    if (authors.isEmpty())
        take(stated.authors);
    if (authors.isEmpty())
        take({stated.byline});
    return authors.join("; "_L1);
}

/// ".../2019/11/19/...": many sites have the day in the address of a report.
QString dateIn(const QString &address)
{
    static const QRegularExpression day(u"/((?:19|20)\\d{2})[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\\d|3[01])(?=[/-])"_s);
    const auto match = day.match(address);
    const QDate date(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
    return match.hasMatch() && date.isValid() ? date.toString(Qt::ISODate) : QString();
}

/// "0001-01-01T00:00:00Z": the empty value of a program, not a day.
QString unlessEmptyDate(const QString &date)
{
    static const QRegularExpression empty(u"^\\s*(?:0{3,4}[01]?-0[01]-0[01]|1970-01-01T00:00:00|1900-01-01T00:00:00|-0001-)"_s);
    return empty.match(date).hasMatch() ? QString() : date;
}

QString publishedOf(const HtmlStated &stated, const QString &address)
{
    const QString date = firstFilled({unlessEmptyDate(stated.linked.published),
        unlessEmptyDate(stated.first({"article:published_time", "og:article:published_time", "article:published", "datepublished",
            "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.created",
            "dc.date.created", "pubdate",
            "publishdate", "publish-date", "article.published", "article:publicationdate", "publication_date",
            "citation_publication_date", "og:pubdate", "date", "revision_date"})),
        unlessEmptyDate(stated.time)});
    return date.isEmpty() ? dateIn(address) : isoDate(date);
}

/// BCP 47: "en_GB" and "en-GB, fr" as "en-GB". Empty where it is no language.
QString languageFrom(const QString &stated)
{
    static const QRegularExpression tag(u"^\\s*([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*)(?:\\s*[,;]|\\s*$)"_s);
    return tag.match(stated).captured(1).replace(u'_', u'-');
}

} // namespace

Article htmlMetadata(const HtmlStated &stated)
{
    Article article;
    article.url = addressOf(stated);
    article.outlet = outletOfPage(stated);
    article.title = titleOf(stated, article.outlet, article.url);
    if (const QString title = titleInHead(stated); !title.contains(article.title, Qt::CaseInsensitive))
        article.fields.insert(u"title in head"_s, title);
    article.authors = authorsOfPage(stated);
    article.published = publishedOf(stated, article.url);
    article.section = firstFilled({stated.first({"article:section", "parsely-section", "section"}), stated.linked.section});
    article.language = firstFilled({languageFrom(stated.language), languageFrom(stated.first({"og:locale"})),
        languageFrom(stated.linked.language), languageFrom(stated.first({"inlanguage", "dc.language", "dcterms.language"}))});
    const std::initializer_list<std::pair<QString, QString>> fields{
        {u"description"_s, firstFilled({stated.first({"description", "og:description"}), stated.linked.description})},
        {u"keywords"_s, firstFilled({stated.first({"keywords", "news_keywords"}), stated.linked.keywords})},
        {u"modified"_s,
            isoDate(firstFilled(
                {unlessEmptyDate(stated.linked.modified),
                    unlessEmptyDate(stated.first({"article:modified_time", "og:updated_time", "datemodified"}))}))}};
    for (const auto &[name, value] : fields) {
        if (!value.isEmpty())
            article.fields.insert(name, value);
    }
    return article;
}

QStringList descriptionsOf(const HtmlStated &stated)
{
    QStringList descriptions{stated.linked.description};
    for (const char *name : {"description", "og:description", "twitter:description"})
        descriptions += stated.meta.value(QLatin1StringView(name));
    descriptions.removeAll(QString());
    descriptions.removeDuplicates();
    return descriptions.first(std::min<qsizetype>(descriptions.size(), 10));
}

} // namespace galley
