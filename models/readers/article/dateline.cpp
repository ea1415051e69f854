// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dateline.h"

#include "datewords.h"
#include "publisheddate.h"
#include "writtendate.h"

#include <QRegularExpression>

#include <algorithm>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

// In capitals before a dash these announce something; they are no places.
bool isSignal(QStringView words)
{
    static const QStringList signals_{u"UPDATE"_s, u"BREAKING"_s, u"EXCLUSIVE"_s, u"CORRECTED"_s, u"CORRECTION"_s, u"REFILE"_s,
        u"WRAPUP"_s, u"FACTBOX"_s, u"ANALYSIS"_s, u"OPINION"_s, u"WATCH"_s, u"VIDEO"_s, u"PHOTOS"_s, u"LIVE"_s, u"NEWS"_s,
        u"ALERT"_s, u"UPDATED"_s, u"EDITORIAL"_s, u"NOTE"_s, u"READ"_s, u"MORE"_s};
    const auto all = words.split(u' ', Qt::SkipEmptyParts);
    return std::ranges::any_of(all, [](QStringView word) { return signals_.contains(word); });
}

const QRegularExpression &datelinePattern()
{
    // [date]? PLACE(/PLACE)? (, region){0,2} (, month day(, year)?)? (AGENCY)? DASH
    static const QRegularExpression expression(
        u"^(?:\\[(?<bracket>[^\\]\\n]{8,20})\\]\\s*)?"
        "(?<place>[\\p{Lu}\\p{Lo}][\\p{L}.'’ -]{1,40}?(?:/ ?[\\p{Lu}][\\p{L}.'’ -]{1,40}?)?)"
        "(?<region>(?:[,،] ?\\p{L}[\\p{L}. ]{1,24}?){0,2}"
        "(?:/ ?\\p{Lu}[\\p{L}.'’ -]{1,40}?(?:, ?\\p{L}[\\p{L}. ]{1,24}?)?){0,2})"
        "(?:,? (?<date>\\p{L}{3,9}\\.? \\d{1,2}(?:,? \\d{4})?|\\d{1,2}\\.? \\p{L}{3,9}\\.?(?:,? \\d{4})?))?"
        "(?:,? ?[(/](?<agency>\\p{L}[\\p{L}. &/-]{1,30})[)/]:?)?"
        "(?:(?<dash> ?(?:—|–|--)|\\.-| -| _)\\s+(?=[\\p{L}\\p{N}\"“«'‘„])"
        // Without a blank behind it: a sentence begins there, not another name in capitals.
        "|(?<tight> ?(?:—|--))(?=[\"“«'‘„]?\\p{Lu}(?:\\p{Ll}|[ ’']\\p{Ll}))"
        // On a line of its own.
        "|(?<end> ?(?:—|–|--))\\s*$)"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    return expression;
}

/// "Jan 30 (Reuters) - ", "(ANSA) - Rome, October 11 - ", "SYDNEY March 22 AAP - ": no place, or one that stands elsewhere.
const QRegularExpression &agencyPattern()
{
    static const QRegularExpression expression(
        u"^(?:(?<date>\\p{L}{3,9}\\.? \\d{1,2}(?:,? \\d{4})?|\\d{1,2} \\p{L}{3,9}\\.?(?:,? \\d{4})?)"
        " \\((?<house>\\p{L}[\\p{L}. &/-]{1,30})\\)"
        "|\\((?<agency>\\p{L}[\\p{L}. &/-]{1,30})\\) ?[-–—] ?\\p{Lu}[\\p{L}.'’ -]{1,40},"
        " (?:\\p{L}{3,9}\\.? \\d{1,2}|\\d{1,2} \\p{L}{3,9}\\.?)(?:,? \\d{4})?"
        "|\\p{Lu}[\\p{Lu}.'’ -]{2,40},? \\p{L}{3,9}\\.? \\d{1,2} (?:AAP|AFP|AP|PA|dpa))"
        " ?(?:—|–|--|-|_)\\s+(?=[\\p{L}\\p{N}\"“«'‘„])"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    return expression;
}

bool isKnownAgency(QStringView name)
{
    static const QStringList agencies{u"Reuters"_s, u"AP"_s, u"AFP"_s, u"UPI"_s, u"CNN"_s, u"Xinhua"_s, u"dpa"_s, u"DPA"_s,
        u"EFE"_s, u"ANSA"_s, u"TASS"_s, u"PTI"_s, u"IANS"_s, u"ANI"_s, u"Kyodo"_s, u"Yonhap"_s, u"PA"_s, u"AAP"_s, u"CP"_s,
        u"APA"_s, u"ritzau"_s, u"Ritzau"_s, u"RTV"_s, u"Interfax"_s, u"Bloomberg"_s, u"Belga"_s, u"Thomson Reuters Foundation"_s,
        u"The Canadian Press"_s, u"Associated Press"_s, u"Agence France-Presse"_s};
    return std::ranges::any_of(name.split(u'/'), [](QStringView one) { return agencies.contains(one); });
}

std::optional<QDate> fullDate(const QRegularExpressionMatch &match)
{
    if (match.hasCaptured(u"bracket"_s))
        return dateWritten(match.capturedView(u"bracket"_s));
    if (!match.hasCaptured(u"date"_s))
        return std::nullopt;
    if (const auto date = dateWritten(match.capturedView(u"date"_s)))
        return date;
    const QDate other = QDate::fromString(isoDateWritten(match.capturedView(u"date"_s)).value_or(QString()), Qt::ISODate);
    return other.isValid() && match.capturedView(u"date"_s).last(4).toInt() > 0 ? std::optional(other) : std::nullopt;
}

bool isMonth(QStringView word)
{
    const auto meaning = dateWord(word);
    return monthNamed(word) > 0 || (meaning && meaning->kind == DateWord::Kind::Month);
}

/// The word in "Feb 26" or "26 Feb" has to be a month.
bool holdsMonth(QStringView date)
{
    const auto words = date.split(u' ', Qt::SkipEmptyParts);
    return std::ranges::any_of(
        words, [](QStringView word) { return isMonth(word.endsWith(u',') ? word.chopped(1) : word); });
}

bool isNoPlace(QStringView word)
{
    const auto meaning = dateWord(word);
    return meaning && (meaning->kind == DateWord::Kind::Weekday || meaning->kind == DateWord::Kind::Month) && word.size() > 2;
}

/// "Lindmoor", "Port Aven": up to three words, each with a capital, none of which begins a sentence about a day.
bool isPlaceInWords(QStringView place)
{
    static const QStringList others{u"On"_s, u"In"_s, u"At"_s, u"By"_s, u"Since"_s, u"Until"_s, u"From"_s, u"The"_s, u"Last"_s, u"Updated"_s,
        u"Published"_s, u"Posted"_s, u"This"_s, u"Next"_s, u"Early"_s, u"Late"_s, u"Am"_s, u"Seit"_s, u"Le"_s, u"El"_s};
    const auto words = place.split(u' ', Qt::SkipEmptyParts);
    return !words.isEmpty() && words.size() <= 3 && !others.contains(words.front()) && !isNoPlace(words.front())
        && std::ranges::all_of(words, [](QStringView word) { return word.front().isUpper(); });
}

bool isDirectionMark(QChar c)
{
    const char16_t unit = c.unicode();
    if (unit < 0x061C)
        return false;
    return unit == 0x200E || unit == 0x200F || unit == 0x061C || (unit >= 0x202A && unit <= 0x202E) || (unit >= 0x2066 && unit <= 0x2069);
}

/// A place in capitals, an agency or a date: without any of them it is no dateline, and the patterns need not be tried.
bool mayHaveDateline(QStringView head)
{
    qsizetype end = 0;
    while (end < head.size() && (head[end].isLetter() || head[end] == u'.' || head[end] == u'\'' || head[end] == u'’'))
        ++end;
    const bool capitals = end > 0 && std::ranges::none_of(head.first(end), [](QChar c) { return c.isLower(); });
    return capitals || std::ranges::any_of(head, [](QChar c) { return c == u'(' || c == u'/' || c == u'[' || c.isDigit(); });
}

std::optional<Dateline> plainDatelineAt(QStringView line)
{
    const QStringView head = line.first(std::min<qsizetype>(line.size(), 160));
    const bool begins = head.size() >= 5
        && (head[0] == u'[' || head[0] == u'(' || head[0].isDigit() || head[0].isUpper() || head[0].category() == QChar::Letter_Other);
    if (!begins || !std::ranges::any_of(head, [](QChar c) { return c == u'-' || c == u'–' || c == u'—' || c == u'_'; }))
        return std::nullopt;
    if (!mayHaveDateline(head))
        return std::nullopt;
    if (const auto agency = agencyPattern().matchView(head); agency.hasMatch()) {
        const bool likely = (!agency.hasCaptured(u"agency"_s) || isKnownAgency(agency.capturedView(u"agency"_s)))
            && (!agency.hasCaptured(u"date"_s) || holdsMonth(agency.capturedView(u"date"_s)));
        if (likely)
            return Dateline{agency.capturedLength(), fullDate(agency), true};
    }
    const auto match = datelinePattern().matchView(head);
    if (!match.hasMatch())
        return std::nullopt;
    const QStringView place = match.capturedView(u"place"_s);
    const QStringView date = match.capturedView(u"date"_s);
    const QStringView agency = match.capturedView(u"agency"_s);
    const bool capitals = place.size() >= 4 && place.toString().toUpper() == place && place.toString().toLower() != place;
    if (!date.isEmpty() && !holdsMonth(date))
        return std::nullopt;
    if (match.hasCaptured(u"bracket"_s) && !dateWritten(match.capturedView(u"bracket"_s)))
        return std::nullopt;
    if (match.hasCaptured(u"end"_s) && date.isEmpty() && agency.isEmpty())
        return std::nullopt;
    const bool strongDash = match.capturedView(u"dash"_s).contains(u"--"_s) || match.capturedView(u"dash"_s).contains(u'—')
        || match.hasCaptured(u"tight"_s) || match.capturedView(u"end"_s).contains(u'—');
    const bool dated = !date.isEmpty() && strongDash && isPlaceInWords(place);
    if (!isKnownAgency(agency) && ((!capitals && !dated) || isSignal(place)))
        return std::nullopt;
    return Dateline{
        match.capturedLength(), fullDate(match), !agency.isEmpty() || !date.isEmpty() || match.hasCaptured(u"bracket"_s)};
}

} // namespace

std::optional<Dateline> datelineAt(QStringView line)
{
    constexpr qsizetype looked = 200;
    const QStringView top = line.first(std::min(line.size(), looked));
    if (std::ranges::none_of(top, isDirectionMark))
        return plainDatelineAt(line);
    // The marks that tell screens in which direction to write are no part of a name.
    QString plain;
    std::vector<qsizetype> places;
    for (qsizetype at = 0; at < top.size(); ++at) {
        if (!isDirectionMark(top[at])) {
            plain += top[at];
            places.push_back(at);
        }
    }
    auto found = plainDatelineAt(plain);
    if (found)
        found->length = found->length < qsizetype(places.size()) ? places[size_t(found->length)] : top.size();
    return found;
}

} // namespace galley
