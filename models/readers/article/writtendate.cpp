// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "writtendate.h"

#include "datewords.h"

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestDate = 100;
constexpr int earliest = 1000;

/// Goes through the parts of a date one by one; every one has to be understood, none may come twice.
class DateParser
{
public:
    explicit DateParser(QStringView text) : m_text(text) {}

    std::optional<QString> parsed()
    {
        while (m_at < m_text.size()) {
            if (!takeComment() && !takeOffset() && !takePart())
                return std::nullopt;
        }
        return iso();
    }

private:
    enum class Part { Month, Time, Other };

    bool takeComment();
    bool takeOffset();
    bool takePart();
    bool takeFigures(const QRegularExpressionMatch &match);
    bool takeNumber(int number);
    bool takeWord(QStringView word);
    bool takeMonth(int month, bool perhapsWeekday);
    bool takeMeridiem(int later);
    bool takeZone(std::optional<int> minutes);
    bool takeDate(QStringView year, QStringView month, QStringView day);
    bool takeTime(QStringView hour, QStringView minute, QStringView second);
    std::optional<QString> iso() const;

    QStringView m_text;
    qsizetype m_at = 0;
    Part m_last = Part::Other;
    int m_year = 0, m_month = 0, m_day = 0;
    std::optional<QTime> m_time;
    bool m_seconds = false;
    bool m_monthMayBeWeekday = false; // "mar." is March and, in French, Tuesday
    QString m_offset;
    bool m_zoned = false;
};

bool once(int &part, int value)
{
    if (part || value <= 0)
        return false;
    part = value;
    return true;
}

QString offsetOf(int minutes)
{
    const QTime size(std::abs(minutes) / 60, std::abs(minutes) % 60);
    return QChar(minutes < 0 ? u'-' : u'+') + size.toString(u"HH:mm"_s);
}

/// "(Pacific Daylight Time)" behind an offset: mail says it twice.
bool DateParser::takeComment()
{
    static const QRegularExpression comment(u"\\G\\s*\\([^()]*\\)\\s*$"_s);
    if (!m_zoned || !comment.matchView(m_text, m_at).hasMatch())
        return false;
    m_at = m_text.size();
    return true;
}

/// "+0200", "-04:00", "GMT+2": only a time has one, elsewhere the same stroke stands between the parts.
bool DateParser::takeOffset()
{
    static const QRegularExpression offset(u"\\G\\s*(?:GMT|UTC)?([+-])(\\d{1,2})(?::?(\\d{2}))?(?![\\d:])"_s);
    if (!m_time || m_zoned)
        return false;
    const auto match = offset.matchView(m_text, m_at);
    const int minutes = match.capturedView(2).toInt() * 60 + match.capturedView(3).toInt();
    if (!match.hasMatch() || minutes > 14 * 60)
        return false;
    m_at = match.capturedEnd();
    m_zoned = true;
    const bool west = match.capturedView(1) == u'-';
    m_offset = minutes == 0 && west ? u"Z"_s : offsetOf(west ? -minutes : minutes); // "-0000": the place is not told
    return true;
}

bool DateParser::takePart()
{
    static const QRegularExpression part(
        u"\\G(?:(?<blank>[\\s\\x{A0}\\x{202F},;()|–—-]+)|(?<word>\\p{L}[\\p{L}.]*)"
        "|(?<y>\\d{4})(?<s>[-/.])(?<m>\\d{1,2})\\k<s>(?<d>\\d{1,2})(?!\\d)|(?<y3>\\d{4})-(?<m3>\\d{2})$"
        "|(?<d2>\\d{1,2})\\. ?(?<m2>\\d{1,2})\\. ?(?<y2>\\d{4})(?!\\d)"
        "|(?<date>\\d{8})(?!\\d)|(?<=\\d[Tt])(?<time>\\d{4}(?:\\d{2})?)(?!\\d)"
        "|(?<h>\\d{1,2})(?:[:.](?<min>\\d{2})(?:[:.](?<sec>\\d{2})(?:[.,]\\d+)?)?(?!\\d)"
        "| ?h(?: ?(?<min2>\\d{2}))?(?![\\d\\p{L}]))"
        "|(?<h2>\\d{1,2})(?= ?[ap]\\.?m\\b)"
        "|(?<n>\\d{4}\\.?(?![\\d\\p{L}])|\\d{1,2}(?:\\.(?!\\d)|(?:st|nd|rd|th|er|e|[º°])?(?![\\d\\p{L}.]))))"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = part.matchView(m_text, m_at);
    if (!match.hasMatch())
        return false;
    m_at = match.capturedEnd();
    if (match.hasCaptured(u"blank"_s))
        return true;
    return match.hasCaptured(u"word"_s) ? takeWord(match.capturedView(u"word"_s)) : takeFigures(match);
}

bool DateParser::takeFigures(const QRegularExpressionMatch &match)
{
    const auto part = [&](const QString &name) { return match.capturedView(name); };
    if (match.hasCaptured(u"y"_s))
        return takeDate(part(u"y"_s), part(u"m"_s), part(u"d"_s));
    if (match.hasCaptured(u"y3"_s))
        return once(m_year, part(u"y3"_s).toInt()) && once(m_month, part(u"m3"_s).toInt());
    if (match.hasCaptured(u"y2"_s))
        return takeDate(part(u"y2"_s), part(u"m2"_s), part(u"d2"_s));
    if (const QStringView date = part(u"date"_s); !date.isEmpty())
        return takeDate(date.first(4), date.sliced(4, 2), date.sliced(6));
    if (const QStringView time = part(u"time"_s); !time.isEmpty())
        return takeTime(time.first(2), time.sliced(2, 2), time.sliced(4));
    if (match.hasCaptured(u"h"_s))
        return takeTime(part(u"h"_s), match.hasCaptured(u"min"_s) ? part(u"min"_s) : part(u"min2"_s), part(u"sec"_s));
    if (match.hasCaptured(u"h2"_s))
        return takeTime(part(u"h2"_s), {}, {});
    const QStringView number = part(u"n"_s);
    const auto digits = std::ranges::find_if(number, [](QChar c) { return c < u'0' || c > u'9'; }) - number.begin();
    const int value = number.first(digits).toInt();
    return digits == 4 ? once(m_year, value) : takeNumber(value);
}

/// A day, or the two last figures of a year after day and month, as mail and agencies once wrote it.
bool DateParser::takeNumber(int number)
{
    const bool isYear = m_day && m_last == Part::Month;
    m_last = Part::Other;
    return isYear ? once(m_year, number < 50 ? 2000 + number : 1900 + number) : once(m_day, number);
}

bool DateParser::takeDate(QStringView year, QStringView month, QStringView day)
{
    m_last = Part::Other;
    return once(m_year, year.toInt()) && once(m_month, month.toInt()) && once(m_day, day.toInt());
}

bool DateParser::takeTime(QStringView hour, QStringView minute, QStringView second)
{
    const QTime time(hour.toInt(), minute.toInt(), second.toInt());
    if (m_time || !time.isValid())
        return false;
    m_time = time;
    m_seconds = !second.isEmpty();
    m_last = Part::Time;
    return true;
}

bool DateParser::takeWord(QStringView word)
{
    const auto meaning = dateWord(word);
    const auto isCapital = [](QChar c) { return c >= u'A' && c <= u'Z'; };
    const bool perhapsZone = m_time && word.size() <= 5 && std::ranges::all_of(word, isCapital);
    if (!meaning)
        return perhapsZone && takeZone(std::nullopt);
    switch (meaning->kind) {
    case DateWord::Kind::Month:
        return takeMonth(meaning->value, word.toString().remove(u'.').compare("mar"_L1, Qt::CaseInsensitive) == 0);
    case DateWord::Kind::Meridiem:
        return takeMeridiem(meaning->value);
    case DateWord::Kind::Zone:
        return takeZone(meaning->value);
    case DateWord::Kind::VagueZone:
        return takeZone(std::nullopt);
    case DateWord::Kind::Weekday:
    case DateWord::Kind::Filler:
        m_last = m_last == Part::Month ? Part::Other : m_last;
        break;
    }
    return true;
}

bool DateParser::takeMonth(int month, bool perhapsWeekday)
{
    if (m_month && perhapsWeekday)
        return true;
    if (m_monthMayBeWeekday)
        m_month = 0;
    m_monthMayBeWeekday = perhapsWeekday && !m_month;
    m_last = Part::Month;
    return once(m_month, month);
}

bool DateParser::takeMeridiem(int later)
{
    if (m_last != Part::Time)
        return later == 0; // "am 4. Mai"
    m_last = Part::Other;
    const int hour = m_time->hour();
    if (later == 0 && hour > 12)
        return false;
    if (hour <= 12)
        m_time = QTime(hour % 12 + later, m_time->minute(), m_time->second());
    return true;
}

bool DateParser::takeZone(std::optional<int> minutes)
{
    if (!m_time)
        return false;
    if (minutes && !m_zoned)
        m_offset = *minutes == 0 ? u"Z"_s : offsetOf(*minutes);
    m_zoned = true;
    return true;
}

std::optional<QString> DateParser::iso() const
{
    if (m_year < earliest || m_year > QDate::currentDate().year() + 1)
        return std::nullopt;
    const QString year = QString::number(m_year);
    if (m_month > 12)
        return std::nullopt;
    if (!m_day)
        return m_time ? std::nullopt : std::optional(m_month ? year + u"-%1"_s.arg(m_month, 2, 10, QChar(u'0')) : year);
    const QDate date(m_year, m_month, m_day);
    if (!date.isValid())
        return std::nullopt;
    QString result = date.toString(Qt::ISODate);
    if (m_time)
        result += u'T' + m_time->toString(m_seconds ? u"HH:mm:ss"_s : u"HH:mm"_s) + m_offset;
    return result;
}

} // namespace

std::optional<QString> isoDateWritten(QStringView text)
{
    text = text.trimmed();
    if (text.size() > longestDate)
        return std::nullopt;
    return DateParser(text).parsed();
}

std::optional<QString> yearOfPeriodWritten(QStringView text)
{
    static const QRegularExpression period(u"^\\p{L}+(?:[ /-]+\\p{L}+){0,2},? ((?:19|20)\\d{2})$"_s);
    const auto match = period.matchView(text);
    return match.hasMatch() ? std::optional(match.captured(1)) : std::nullopt;
}

} // namespace galley
