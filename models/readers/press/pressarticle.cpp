// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pressarticle.h"

#include <readers/article/articlefields.h>
#include <readers/article/composedtext.h>
#include <readers/article/writtendate.h>
#include <readers/readertext.h>
#include <readers/text/decoding.h>

#include <QRegularExpression>

#include <algorithm>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 largestPressFile = 256'000'000;

/// Two to four words in capital letters, none of them an office: "Ann Lee", "William Rees-Mogg", "Pierre de la Tour".
bool isName(const QString &part)
{
    static const QRegularExpression name(
        u"^\\p{Lu}[\\p{L}.'’-]*(?: (?:\\p{Lu}[\\p{L}.'’-]*|de|du|la|le|van|von|der|den|del|di|da)){1,4}$"_s);
    static const QRegularExpression office(
        u"\\b(?:editors?|correspondents?|reporters?|writers?|staff|bureau|chief|columnists?|critic|press|news|service|agency|"
        "redaktion|korrespondent|correspondant|redactie)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    return name.match(part).hasMatch() && !office.match(part).hasMatch();
}

QString firstText(const std::vector<PressPart> &parts)
{
    const auto hasText = [](const PressPart &part) { return !part.text.trimmed().isEmpty(); };
    const auto first = std::ranges::find_if(parts, hasText);
    return first == parts.end() ? QString() : first->text;
}

} // namespace

QString bylineAuthors(const QString &byline)
{
    static const QRegularExpression by(u"^(?:by|von|par|door|por|af|av|di)\\s*:?\\s+(?=\\p{Lu})"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression between(u"\\s*(?:[,;/&]|\\b(?:and|und|et|en|y|og|och)\\b)\\s*"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QString authors = QString(byline).remove(by).trimmed();
    if (authors.size() > 500)
        return authors;
    const QStringList parts = authors.split(between, Qt::SkipEmptyParts);
    // "Ann Lee, Exampleton" is one author and a place: a comma alone divides names only where there are several.
    const bool several = parts.size() > 2 || (parts.size() == 2 && !authors.contains(u','));
    return several && std::ranges::all_of(parts, isName) ? parts.join("; "_L1) : authors;
}

bool give(PressArticle article, const TakeRecord &take)
{
    ReadArticle &read = article.read;
    QString begin = firstText(article.body);
    for (const QString &part : article.leads + article.captions)
        begin = begin.isEmpty() ? part.trimmed() : begin;
    if (begin.isEmpty())
        return take({article.line, ReadProblem{Readers::tr("The article has no text.")}});
    if (read.article.title.isEmpty())
        read.article.title = article.headline.simplified();
    ComposedText text;
    text.add(article.kicker, ZoneKind::Kicker);
    text.add(article.headline, ZoneKind::Headline);
    for (const QString &lead : article.leads)
        text.add(lead, ZoneKind::Lead);
    text.add(article.byline, ZoneKind::Byline);
    text.add(article.dateline, ZoneKind::Dateline);
    for (const PressPart &part : article.body)
        text.add(part.text, part.kind);
    for (const QString &caption : article.captions)
        text.add(caption, ZoneKind::Caption);
    text.moveTo(read);
    if (const QString why = whyNotText(read.text); !why.isEmpty())
        return take({article.line, ReadProblem{why}});
    if (read.article.title.isEmpty())
        read.article.title = titleFrom(begin, {});
    if (read.article.authors.isEmpty())
        read.article.authors = bylineAuthors(article.byline);
    const QString published = read.article.published;
    if (!take({article.line, std::move(read)}))
        return false;
    if (!article.remark.isEmpty() && !take({article.line, ReadProblem{article.remark, true}}))
        return false;
    if (published.isEmpty() || isoDateWritten(published))
        return true;
    return take(
        {article.line, ReadProblem{Readers::tr("The date “%1” is ambiguous or impossible and stays as written.").arg(published), true}});
}

Result<WholeText> wholeText(QIODevice &device, const ReadOptions &options)
{
    const auto bytes = readWhole(device, largestPressFile);
    if (!bytes)
        return std::unexpected(bytes.error());
    auto text = decoded(*bytes, options.encoding);
    if (!text)
        return std::unexpected(text.error());
    return WholeText{std::move(text->text), {text->encoding, sha256Of(*bytes), text->guessed}};
}

} // namespace galley
