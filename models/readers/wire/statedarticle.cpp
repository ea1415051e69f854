// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "statedarticle.h"

#include "wiredate.h"

#include <readers/article/articlefields.h>
#include <readers/article/composedtext.h>
#include <readers/article/dateline.h>
#include <readers/readertext.h>
#include <readers/text/decoding.h>

#include <QRegularExpression>

#include <algorithm>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

bool isTimeStamp(const QString &dateline)
{
    static const QRegularExpression stamp(u"^[\\d\\s:.,/+TZ-]+(?:(?:GMT|UTC)[\\d:+-]*)?$"_s);
    return stamp.match(dateline).hasMatch();
}

QString withLineFeeds(QString text)
{
    unifyLineEnds(text);
    return text;
}

/// The part without blank lines around it; blanks before its first letter stay.
QString trimmedLines(const QString &text)
{
    const QString lines = withLineFeeds(text);
    const auto isShown = [](QChar c) { return c != u' ' && c != u'\t' && c != u'\n'; };
    const qsizetype first = std::ranges::find_if(lines, isShown) - lines.begin();
    const qsizetype begin = first > 0 ? lines.lastIndexOf(u'\n', first - 1) + 1 : 0;
    qsizetype end = lines.size();
    while (end > begin && !isShown(lines[end - 1]))
        --end;
    return lines.sliced(begin, end - begin);
}

bool saysTheSame(const QString &a, const QString &b)
{
    return a.simplified().compare(b.simplified(), Qt::CaseInsensitive) == 0;
}

/// The text repeats its dateline, as most agencies do: one of them is enough.
bool beginsWithDateline(const Prose &body, const QString &dateline)
{
    const auto first
        = std::ranges::find_if(body, [](const ProseBlock &block) { return !block.kind && !block.text.trimmed().isEmpty(); });
    if (first == body.end())
        return false;
    const QString text = first->text.trimmed();
    return text.startsWith(dateline.trimmed(), Qt::CaseInsensitive) && datelineAt(text);
}

/// What cannot be stored as text, in the article or in what is said about it.
QString whyUnfit(const Article &article)
{
    QStringList all = article.fields.values() + article.fields.keys();
    all += {article.title, article.outlet, article.authors, article.published, article.section, article.page, article.language,
        article.url};
    return whyNotText(all.join(u' '));
}

ReadArticle composed(const StatedArticle &stated)
{
    ReadArticle read;
    read.article = stated.article;
    ComposedText text;
    text.add(withLineFeeds(stated.kicker), ZoneKind::Kicker);
    text.add(withLineFeeds(stated.article.title), ZoneKind::Headline);
    for (const QString &deck : stated.decks) {
        if (!saysTheSame(deck, stated.article.title))
            text.add(deck, ZoneKind::Subheading);
    }
    text.add(withLineFeeds(stated.byline), ZoneKind::Byline);
    if (!beginsWithDateline(stated.body, stated.dateline))
        text.add(withLineFeeds(stated.dateline), ZoneKind::Dateline);
    for (const ProseBlock &block : stated.body)
        text.add(trimmedLines(block.text), block.kind);
    if (read.article.title.isEmpty()) {
        const auto first = std::ranges::find_if(stated.body, [](const ProseBlock &block) { return !block.kind; });
        read.article.title = titleFrom(withLineFeeds((first == stated.body.end() ? stated.body.begin() : first)->text), {});
    }
    text.moveTo(read);
    return read;
}

} // namespace

bool isSilent(const Prose &prose)
{
    return std::ranges::all_of(prose, [](const ProseBlock &block) { return block.text.trimmed().isEmpty(); });
}

void setPublished(StatedArticle &stated, const QString &date)
{
    if (date.trimmed().isEmpty())
        return;
    stated.article.published = isoOfWireDate(date);
    if (!stated.article.published.isEmpty())
        return;
    stated.article.published = date.simplified();
    stated.remarks += Readers::tr("The date “%1” is not understood or cannot be; it stays as it is written.").arg(date.simplified());
}

void setByline(StatedArticle &stated, const QString &byline)
{
    stated.byline = byline;
    addField(stated.article, u"byline"_s, byline);
    if (stated.article.authors.isEmpty())
        stated.article.authors = authorsIn(byline);
}

void setDateline(StatedArticle &stated, const QString &dateline)
{
    addField(stated.article, u"dateline"_s, dateline);
    if (!isTimeStamp(dateline))
        stated.dateline = dateline;
}

bool isAffiliation(const QString &part)
{
    static const QRegularExpression words(
        u"\\b(?:staff|writers?|reporters?|editors?|correspondents?|bureau|press|news|newspapers?|agency|association|service|"
        "media|network|times|post|reuters|columnist|contributor|chief|redaktion|journalist)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression agency(u"^(?:\\p{Lu}{2,5}|\\p{Ll}{2,6}|(?:AP|PA|AFP|AAP|UPI|EFE|ANSA|NTB|STT|TT|dpa|The) .*)$"_s);
    return words.match(part).hasMatch() || agency.match(part).hasMatch();
}

QString authorsIn(const QString &byline)
{
    static const QRegularExpression by(
        u"^(?:by|von|par|por|door|av|af|text|words|story)\\b:?\\s+"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression separators(
        u"\\s*[,;\\n]\\s*(?:and\\s+)?|\\s+(?:and|und|et|och|og|&)\\s+"_s, QRegularExpression::CaseInsensitiveOption);
    constexpr qsizetype longest = 500;
    const QString names = byline.trimmed().remove(by);
    if (names.size() > longest)
        return collapsed(names);
    QStringList authors;
    for (const QString &part : names.split(separators, Qt::SkipEmptyParts)) {
        if (!isAffiliation(part) && !authors.contains(part))
            authors.push_back(collapsed(part));
    }
    return authors.isEmpty() ? collapsed(names) : authors.join("; "_L1);
}

bool isWebAddress(const QString &text)
{
    return text.startsWith("http://"_L1) || text.startsWith("https://"_L1);
}

QString collapsed(QStringView text)
{
    QString result;
    for (const QChar c : text) {
        const bool blank = c == u' ' || c == u'\t' || c == u'\n' || c == u'\r';
        if (!blank)
            result += c;
        else if (!result.isEmpty() && result.back() != u' ')
            result += u' ';
    }
    if (result.endsWith(u' '))
        result.chop(1);
    return result;
}

bool give(StatedArticle stated, int line, const TakeRecord &take)
{
    QString why = whyUnfit(stated.article);
    for (const ProseBlock &block : stated.body) {
        if (why.isEmpty())
            why = whyNotText(block.text);
    }
    if (!why.isEmpty())
        return take({line, ReadProblem{why}});
    const QString title = stated.article.title;
    // A heading that repeats the headline adds nothing.
    const auto heading = std::ranges::find(stated.body, std::optional(ZoneKind::Subheading), &ProseBlock::kind);
    if (heading != stated.body.end() && saysTheSame(heading->text, title))
        stated.body.erase(heading);
    if (isSilent(stated.body)) {
        const QString reason = stated.losses.isEmpty() ? Readers::tr("It has no text of its own.") : stated.losses.join(u' ');
        return take({line, ReadProblem{about(title, reason)}});
    }
    ReadArticle read = composed(stated);
    if (const auto byline = std::ranges::find(read.zones, ZoneKind::Byline, &Zone::kind);
        read.article.authors.isEmpty() && byline != read.zones.end()) {
        const Utf16Range range = TextPositions(read.text).toUtf16(byline->range);
        read.article.authors = authorsIn(read.text.sliced(range.begin, range.length()));
    }
    const QString name = read.article.title;
    if (!take({line, std::move(read)}))
        return false;
    const auto tell = [&](const QStringList &sentences, bool remark) {
        return std::ranges::all_of(
            sentences, [&](const QString &one) { return take({line, ReadProblem{about(name, one), remark}}); });
    };
    return tell(stated.losses, false) && tell(stated.remarks, true);
}

QString about(const QString &title, const QString &reason)
{
    return title.isEmpty() ? reason : Readers::tr("“%1”: %2").arg(title, reason);
}

} // namespace galley
