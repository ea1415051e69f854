// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "iptc7901reader.h"

#include "wiremessage.h"

#include <readers/article/statedarticle.h>
#include <readers/readertext.h>
#include <readers/text/decoding.h>
#include <readers/text/plaintext.h>

#include <QHash>
#include <QIODevice>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array<const char *, 1> iptc7901Suffixes{"iptc"};

/// "eca062 4 i 211 ccccb   dpa 061": source, number, priority, category, words, and what a service adds.
const QRegularExpression &headerLine()
{
    static const QRegularExpression pattern(
        u"^\\s*([A-Za-z]{2,5})\\s?(\\d{2,5})\\s+(\\d)\\s+(\\S{1,10})(?:\\s+(\\d{1,5}))?(?:\\s+(.*))?$"_s);
    return pattern;
}

void addIptcHeader(const QString &header, Article &article)
{
    QStringList slugs;
    for (const QString &line : header.split(u'\n')) {
        const QString text = line.trimmed();
        if (text.isEmpty())
            continue;
        if (article.fields.contains(u"header"_s)) {
            slugs.push_back(text);
            continue;
        }
        addField(article, u"header"_s, text);
        const auto match = headerLine().match(text);
        int group = 0;
        for (const QString &name :
            {u"source"_s, u"message number"_s, u"priority"_s, u"category"_s, u"word count"_s, u"service"_s})
            addField(article, name, match.captured(++group).trimmed());
    }
    addField(article, u"slug"_s, slugs.join(u' '));
    // "dpa 0045": the last word names the agency's service.
    static const QRegularExpression service(u"(\\p{L}[\\p{L}-]*)\\s+\\d+$"_s);
    article.outlet = service.match(article.fields.value(u"service"_s)).captured(1);
}

/// "131137 GMT Nov 13": the 13th of November 2013, 11:37.
void addIptcTrailer(const QString &trailer, StatedArticle &stated)
{
    const QString line = collapsed(trailer);
    addField(stated.article, u"date-time"_s, line);
    static const QRegularExpression pattern(u"\\b(\\d\\d)(\\d\\d)(\\d\\d) ?([A-Z]{1,4})? (\\p{L}{3,9})\\.? (\\d{4}|\\d\\d)\\b"_s);
    const auto match = pattern.match(line);
    if (!match.hasMatch())
        return;
    static const QHash<QString, QString> german{{u"Mrz"_s, u"Mar"_s}, {u"Mai"_s, u"May"_s}, {u"Okt"_s, u"Oct"_s},
        {u"Dez"_s, u"Dec"_s}};
    const QString month = german.value(match.captured(5), match.captured(5));
    setPublished(stated, u"%1 %2 %3 %4:%5 %6"_s.arg(match.captured(1), month, match.captured(6), match.captured(2),
                             match.captured(3),
                             match.captured(4)));
}

/// "EXTRA", "1ST LEAD", "(Achtung)" before the headline.
bool isIptcSignal(const QString &line)
{
    return line.size() <= 30 && line.count(u' ') <= 3
        && (line == line.toUpper() || (line.startsWith(u'(') && line.endsWith(u')')));
}

bool isByline(const QString &line)
{
    return line.startsWith("By "_L1, Qt::CaseInsensitive) || line.startsWith("Von "_L1);
}

/// The lines before the first blank one, if they are a head: each part of it ends with "=".
bool takeHead(const QStringList &lines, StatedArticle &stated)
{
    const bool marked = std::ranges::any_of(lines, [](const QString &line) { return line.trimmed().endsWith(u'='); });
    const bool plain = lines.size() == 1 && lines[0].size() <= 150 && !lines[0].startsWith(u' ')
        && !lines[0].trimmed().endsWith(u'.');
    if (!marked && !plain)
        return false;
    QStringList parts{QString()};
    for (const QString &line : lines) {
        QString text = line.trimmed();
        const bool ends = text.endsWith(u'=');
        while (text.endsWith(u'=') || text.endsWith(u' '))
            text.chop(1);
        if (parts == QStringList{QString()} && !ends && isIptcSignal(text)) {
            stated.kicker += stated.kicker.isEmpty() ? text : u'\n' + text;
            continue;
        }
        if (ends && isByline(text) && !parts.back().isEmpty())
            parts.push_back(QString());
        parts.back() += parts.back().isEmpty() ? text : u' ' + text;
        if (ends)
            parts.push_back(QString());
    }
    parts.removeAll(QString());
    for (const QString &part : parts) {
        if (isByline(part))
            setByline(stated, part);
        else if (stated.article.title.isEmpty())
            stated.article.title = part;
        else
            stated.decks.push_back(part);
    }
    return true;
}

/// From here on it is for editors: "# dpa NOTEBOOK", "* * * *".
bool beginsNotes(const QString &paragraph)
{
    static const QRegularExpression notes(
        u"^#+ ?(?:\\p{Ll}{2,4} )?(?:notebook|notizblock|bloc-?notes|cuaderno)\\b|^(?:\\* ){2,}\\*|not for publication"_s,
        QRegularExpression::CaseInsensitiveOption);
    return notes.match(paragraph).hasMatch();
}

/// "dpa wsz jln npr": who wrote and edited it.
bool isSignature(const QString &paragraph)
{
    static const QRegularExpression initials(u"^(?:\\p{Ll}{2,4}|\\p{Lu}{2,5})(?:[ /]\\p{Ll}{1,4}){1,6}$"_s);
    return initials.match(paragraph).hasMatch();
}

void addIptcText(const QString &text, StatedArticle &stated)
{
    QStringList lines = text.split(u'\n');
    while (!lines.isEmpty() && lines.first().trimmed().isEmpty())
        lines.removeFirst();
    const auto blank = std::ranges::find_if(lines, [](const QString &line) { return line.trimmed().isEmpty(); });
    qsizetype at = blank - lines.begin();
    if (at == lines.size() || !takeHead(lines.first(at), stated))
        at = 0;
    std::vector<WireLine> rest;
    for (; at < lines.size(); ++at)
        rest.push_back({lines[at]});
    bool notes = false;
    for (const QString &paragraph : wireParagraphs(rest)) {
        notes = notes || beginsNotes(paragraph);
        stated.body.push_back({paragraph, notes ? std::optional(ZoneKind::Chrome) : std::nullopt});
    }
    if (stated.body.size() > 1 && isSignature(stated.body.back().text))
        stated.body.back().kind = ZoneKind::Credit;
}

void stateIptc(const WireMessage &message, StatedArticle &stated)
{
    addIptcHeader(message.header, stated.article);
    addIptcText(message.text, stated);
    addIptcTrailer(message.trailer, stated);
}

Result<ReadInfo> readIptc7901(QIODevice &device, QStringView, const ReadOptions &options, const TakeRecord &take)
{
    return readMessages(device, options, take, stateIptc, Readers::tr("There is no IPTC 7901 message in it."));
}

bool isIptc7901(const FileHead &head)
{
    const QByteArrayView lead = wireHeader(head.bytes);
    if (lead.isEmpty())
        return false;
    const QByteArrayView header = lead.sliced(lead.indexOf('\x01') + 1).trimmed();
    const qsizetype end = header.indexOf('\n');
    const QByteArrayView first = (end < 0 ? header : header.first(end)).trimmed();
    return headerLine().match(QString::fromLatin1(first)).hasMatch() || lead.trimmed().startsWith('\x01');
}

} // namespace

const Reader iptc7901Reader{"iptc7901", [] { return Readers::tr("IPTC 7901"); }, iptc7901Suffixes, isIptc7901, readIptc7901};

} // namespace galley
