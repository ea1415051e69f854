// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "statedarticle.h"

#include "bylines.h"
#include "composedtext.h"
#include "dateline.h"
#include "publisheddate.h"
#include "writtendate.h"

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
QString whyUnfit(const StatedArticle &stated)
{
    const Article &article = stated.article;
    QStringList all = article.fields.values() + article.fields.keys() + stated.leads + stated.captions;
    all += {article.title, article.outlet, article.authors, article.published, article.section, article.page, article.language,
        article.url, stated.headline, stated.kicker};
    QString why = whyNotText(all.join(u' '));
    for (const ProseBlock &block : stated.body) {
        if (why.isEmpty())
            why = whyNotText(block.text);
    }
    return why;
}

bool hasText(const StatedArticle &stated)
{
    const auto isShown = [](const QString &text) { return !text.trimmed().isEmpty(); };
    return !isSilent(stated.body) || std::ranges::any_of(stated.leads, isShown) || std::ranges::any_of(stated.captions, isShown);
}

/// The cells of its first line are parted by tabs, or are figures alone.
bool isTable(const ProseBlock &block)
{
    const QString text = withLineFeeds(block.text).trimmed();
    return text.left(text.indexOf(u'\n')).contains(u'\t') || std::ranges::none_of(text, [](QChar c) { return c.isLetter(); });
}

/// A title for what has none: from its text, else from what leads to it. A row of a table names nothing: where there is nothing
/// else, it is where and when it appeared.
QString titleOf(const StatedArticle &stated)
{
    const auto isProse = [](const ProseBlock &block) { return !block.text.trimmed().isEmpty() && !isTable(block); };
    auto first = std::ranges::find_if(stated.body, [&](const ProseBlock &block) { return !block.kind && isProse(block); });
    if (first == stated.body.end())
        first = std::ranges::find_if(stated.body, isProse);
    if (first != stated.body.end())
        return titleFrom(withLineFeeds(first->text), {});
    for (const QString &part : stated.leads + stated.captions) {
        if (!part.trimmed().isEmpty())
            return titleFrom(part.trimmed(), {});
    }
    QStringList place{stated.article.outlet, stated.article.published.left(10)};
    place.removeAll(QString());
    if (!place.isEmpty())
        return place.join(u", "_s);
    first = std::ranges::find_if(stated.body, [](const ProseBlock &block) { return !block.text.trimmed().isEmpty(); });
    return first == stated.body.end() ? QString() : titleFrom(withLineFeeds(first->text).replace(u'\t', u' '), {});
}

ReadArticle composed(const StatedArticle &stated)
{
    const QString headline = stated.headline.isEmpty() ? stated.article.title : stated.headline;
    ReadArticle read;
    read.article = stated.article;
    if (read.article.title.isEmpty())
        read.article.title = stated.headline.simplified();
    ComposedText text;
    text.add(withLineFeeds(stated.kicker), ZoneKind::Kicker);
    text.add(withLineFeeds(headline), ZoneKind::Headline);
    const auto opening = std::ranges::find_if(stated.body, [](const ProseBlock &block) { return !block.text.trimmed().isEmpty(); });
    for (const QString &deck : stated.decks) {
        if (!saysTheSame(deck, headline) && (opening == stated.body.end() || !saysTheSame(deck, opening->text)))
            text.add(deck, ZoneKind::Subheading);
    }
    for (const QString &lead : stated.leads)
        text.add(lead, ZoneKind::Lead);
    text.add(withLineFeeds(stated.byline), ZoneKind::Byline);
    if (!beginsWithDateline(stated.body, stated.dateline))
        text.add(withLineFeeds(stated.dateline), ZoneKind::Dateline);
    for (const ProseBlock &block : stated.body)
        text.add(trimmedLines(block.text), block.kind);
    for (const QString &caption : stated.captions)
        text.add(caption, ZoneKind::Caption);
    text.moveTo(read);
    if (read.article.title.isEmpty())
        read.article.title = titleOf(stated);
    return read;
}

/// A byline that only the text has.
QString authorsInText(const ReadArticle &read)
{
    const auto byline = std::ranges::find(read.zones, ZoneKind::Byline, &Zone::kind);
    if (byline == read.zones.end())
        return {};
    const Utf16Range range = TextPositions(read.text).toUtf16(byline->range);
    return authorsIn(read.text.sliced(range.begin, range.length()));
}

} // namespace

bool isSilent(const Prose &prose)
{
    return std::ranges::all_of(prose, [](const ProseBlock &block) { return block.text.trimmed().isEmpty(); });
}

void setPublished(StatedArticle &stated, const QString &date)
{
    stated.article.published = isoDate(date.simplified());
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

void prependDateline(StatedArticle &stated, const QString &dateline)
{
    if (!dateline.isEmpty())
        stated.body.insert(stated.body.begin(), {dateline, ZoneKind::Dateline});
}

bool give(StatedArticle stated, const TakeRecord &take)
{
    const int line = stated.line;
    if (const QString why = whyUnfit(stated); !why.isEmpty())
        return take({line, ReadProblem{why}});
    const QString headline = stated.headline.isEmpty() ? stated.article.title : stated.headline;
    // A heading that repeats the headline adds nothing.
    const auto heading = std::ranges::find(stated.body, std::optional(ZoneKind::Subheading), &ProseBlock::kind);
    if (heading != stated.body.end() && saysTheSame(heading->text, headline))
        stated.body.erase(heading);
    if (!hasText(stated)) {
        const QString nothing
            = headline.isEmpty() ? Readers::tr("The article has no text.") : Readers::tr("It has no text of its own.");
        return take({line, ReadProblem{about(headline.simplified(), stated.losses.isEmpty() ? nothing : stated.losses.join(u' '))}});
    }
    const QString &date = stated.article.published;
    const bool strangeDate = !date.isEmpty() && !isoDateWritten(date) && !isAmbiguousDate(date);
    if (strangeDate)
        stated.remarks.prepend(Readers::tr("The date “%1” is not understood or cannot be; it stays as it is written.").arg(date));
    ReadArticle read = composed(stated);
    read.toldOfDate = strangeDate;
    if (read.article.authors.isEmpty())
        read.article.authors = stated.byline.isEmpty() ? authorsInText(read) : authorsIn(stated.byline);
    stated.account.settle(read);
    const QString title = read.article.title;
    if (!take({line, std::move(read)}))
        return false;
    const auto tell = [&](const QStringList &sentences, bool remark) {
        return std::ranges::all_of(
            sentences, [&](const QString &one) { return take({line, ReadProblem{about(title, one), remark}}); });
    };
    return tell(stated.losses, false) && tell(stated.remarks, true);
}

QString about(const QString &title, const QString &reason)
{
    return title.isEmpty() ? reason : Readers::tr("“%1”: %2").arg(title, reason);
}

} // namespace galley
