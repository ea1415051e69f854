// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "writtendate.h"

#include "datewords.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>
#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestDate = 100;
constexpr int earliest = 1000;

/// The parts of a match by their names, which Qt itself looks up in the pattern each time.
class NamedParts
{
public:
    NamedParts(const QRegularExpressionMatch &match, const QStringList &names) : m_match(match), m_names(names) {}

    QStringView operator()(QLatin1StringView name) const { return m_match.capturedView(int(m_names.indexOf(name))); }
    bool has(QLatin1StringView name) const { return m_match.hasCaptured(int(m_names.indexOf(name))); }

private:
    const QRegularExpressionMatch &m_match;
    const QStringList &m_names;
};

/// Goes through the parts of a date one by one; every one has to be understood, none may come twice.
class DateParser
{
public:
    DateParser(QStringView text, DateOrder order) : m_text(text), m_order(order) {}

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
    bool takeFigures(const NamedParts &part);
    bool takeNumber(int number);
    bool takeWord(QStringView word);
    bool takeMonth(int month, bool perhapsWeekday);
    bool takeMeridiem(int later);
    bool takeZone(std::optional<int> minutes);
    bool takeDate(QStringView year, QStringView month, QStringView day);
    bool takeOrdered(int first, int second, QStringView year);
    bool takeTime(QStringView hour, QStringView minute, QStringView second);
    std::optional<QString> iso() const;

    QStringView m_text;
    DateOrder m_order;
    qsizetype m_at = 0;
    Part m_last = Part::Other;
    int m_year = 0, m_month = 0, m_day = 0;
    std::optional<QTime> m_time;
    bool m_seconds = false;
    bool m_atMidnightAfter = false; // 24:00
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
        u"\\G(?:(?<blank>[\\s\\x{A0}\\x{202F}\\x{200E}\\x{200F},;()|–—-]+)|(?<later>[ap])\\.?\\s?m\\.?(?![\\p{L}\\p{M}])|(?<word>\\p{L}[\\p{L}\\p{M}.’']*)"
        "|(?<y4>\\d{4})\\s*[年년]\\s*(?:(?<m4>\\d{1,2})\\s*[月월]\\s*(?:(?<d4>\\d{1,2})\\s*[日일号])?)?"
        "|(?<h3>\\d{1,2})\\s*[时時시]\\s*(?<min3>\\d{1,2})\\s*[分분](?:\\s*(?<sec3>\\d{1,2})\\s*[秒초])?"
        "|(?<d5>\\d{1,2})(?<month5>\\p{L}{3,9})(?<y5>\\d{4})(?!\\d)"
        "|(?<a>\\d{1,2})(?<s6>[/-])(?<b>\\d{1,2})[/-](?<y6>\\d{4}|\\d{2})(?![\\d/-])"
        "|(?<y>\\d{4})(?<s>[-/.])(?<m>\\d{1,2})\\k<s>(?<d>\\d{1,2})(?!\\d)|(?<y3>\\d{4})[-/](?<m3>\\d{2})$"
        "|(?<d2>\\d{1,2})\\. ?(?<m2>\\d{1,2})\\. ?(?<y2>\\d{4})(?!\\d)"
        "|(?<date>\\d{8})(?!\\d)|(?<=\\d[Tt])(?<time>\\d{4}(?:\\d{2})?)(?!\\d)"
        "|(?<h>\\d{1,2})(?:[:.](?<min>\\d{2})(?:[:.](?<sec>\\d{2})(?:[.,]\\d+)?)?(?!\\d)"
        "| ?h(?: ?(?<min2>\\d{2}))?(?![\\d\\p{L}]))"
        "|(?<h2>\\d{1,2})(?= ?[ap]\\.?m\\b)"
        "|(?<n>\\d{4}\\.?(?![\\d\\p{L}])|\\d{1,2}(?:\\.(?!\\d)|(?:st|nd|rd|th|er|e|[º°])?(?![\\d\\p{L}.]))))"_s,
        QRegularExpression::CaseInsensitiveOption);
    // "3.3.21"; behind a date "10.11.12" is a time.
    static const QRegularExpression dotted(u"\\G(\\d{1,2})\\.\\s?(0?[1-9]|1[0-2])\\.\\s?(\\d{2})(?![\\d.:])"_s);
    if (const auto brief = m_year || m_month || m_day ? QRegularExpressionMatch() : dotted.matchView(m_text, m_at); brief.hasMatch()) {
        m_at = brief.capturedEnd();
        return takeOrdered(brief.capturedView(1).toInt(), brief.capturedView(2).toInt(), brief.capturedView(3));
    }
    const auto match = part.matchView(m_text, m_at);
    if (!match.hasMatch())
        return false;
    m_at = match.capturedEnd();
    static const QStringList names = part.namedCaptureGroups();
    const NamedParts parts(match, names);
    if (parts.has("blank"_L1))
        return true;
    if (parts.has("later"_L1))
        return takeMeridiem(parts("later"_L1).front().toLower() == u'p' ? 12 : 0);
    return parts.has("word"_L1) ? takeWord(parts("word"_L1)) : takeFigures(parts);
}

bool DateParser::takeFigures(const NamedParts &part)
{
    if (part.has("y4"_L1))
        return once(m_year, part("y4"_L1).toInt()) && (part("m4"_L1).isEmpty() || once(m_month, part("m4"_L1).toInt()))
            && (part("d4"_L1).isEmpty() || once(m_day, part("d4"_L1).toInt()));
    if (part.has("h3"_L1))
        return takeTime(part("h3"_L1), part("min3"_L1), part("sec3"_L1));
    if (part.has("y5"_L1))
        return takeWord(part("month5"_L1)) && m_month && once(m_day, part("d5"_L1).toInt()) && once(m_year, part("y5"_L1).toInt());
    if (part.has("y6"_L1)) {
        // "3/12-2021" is how Danes and Norwegians write it.
        const bool nordic = part("s6"_L1) == u"/" && part("b"_L1).end() != part("y6"_L1).begin() && *(part("y6"_L1).begin() - 1) == u'-';
        if (nordic && part("y6"_L1).size() == 4)
            return takeDate(part("y6"_L1), part("b"_L1), part("a"_L1));
        return takeOrdered(part("a"_L1).toInt(), part("b"_L1).toInt(), part("y6"_L1));
    }
    if (part.has("y"_L1))
        return takeDate(part("y"_L1), part("m"_L1), part("d"_L1));
    if (part.has("y3"_L1))
        return once(m_year, part("y3"_L1).toInt()) && once(m_month, part("m3"_L1).toInt());
    if (part.has("y2"_L1))
        return takeDate(part("y2"_L1), part("m2"_L1), part("d2"_L1));
    if (const QStringView date = part("date"_L1); !date.isEmpty())
        return takeDate(date.first(4), date.sliced(4, 2), date.sliced(6));
    if (const QStringView time = part("time"_L1); !time.isEmpty())
        return takeTime(time.first(2), time.sliced(2, 2), time.sliced(4));
    if (part.has("h"_L1))
        return takeTime(part("h"_L1), part.has("min"_L1) ? part("min"_L1) : part("min2"_L1), part("sec"_L1));
    if (part.has("h2"_L1))
        return takeTime(part("h2"_L1), {}, {});
    const QStringView number = part("n"_L1);
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

/// Day and month, in either order, before a year of four figures, or of two where the order is known.
bool DateParser::takeOrdered(int first, int second, QStringView year)
{
    DateOrder order = m_order;
    // "21/12/03" may begin with its year.
    const bool yearMayLead = year.size() == 2 && second <= 12 && year.toInt() <= 31 && 2000 + first <= QDate::currentDate().year() + 1;
    if (order == DateOrder::Unknown && first > 12 && !yearMayLead)
        order = DateOrder::DayFirst;
    else if (order == DateOrder::Unknown && second > 12)
        order = DateOrder::MonthFirst;
    else if (order == DateOrder::Unknown && first == second && !yearMayLead)
        order = DateOrder::DayFirst;
    if (order == DateOrder::Unknown)
        return false;
    const bool dayFirst = order == DateOrder::DayFirst;
    const int stated = year.toInt();
    m_last = Part::Other;
    return once(m_year, year.size() == 4 ? stated : stated < 50 ? 2000 + stated : 1900 + stated)
        && once(m_month, dayFirst ? second : first) && once(m_day, dayFirst ? first : second);
}

bool DateParser::takeTime(QStringView hour, QStringView minute, QStringView second)
{
    m_atMidnightAfter = hour.toInt() == 24 && minute.toInt() == 0 && second.toInt() == 0;
    const QTime time(m_atMidnightAfter ? 0 : hour.toInt(), minute.toInt(), second.toInt());
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
    QDate date(m_year, m_month, m_day);
    if (!date.isValid())
        return std::nullopt;
    if (m_atMidnightAfter)
        date = date.addDays(1);
    QString result = date.toString(Qt::ISODate);
    if (m_time)
        result += u'T' + m_time->toString(m_seconds ? u"HH:mm:ss"_s : u"HH:mm"_s) + m_offset;
    return result;
}

/// "2021-W35-5": the fifth day of a week.
std::optional<QString> isoWeek(QStringView text)
{
    static const QRegularExpression week(u"^(\\d{4})-?W(\\d{2})-?([1-7])$"_s);
    const auto match = week.matchView(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QDate fourth(match.capturedView(1).toInt(), 1, 4); // the day that is always in the first week
    const QDate date = fourth.addDays(1 - fourth.dayOfWeek() + (match.capturedView(2).toInt() - 1) * 7 + match.capturedView(3).toInt() - 1);
    int year = 0;
    const bool there = date.isValid() && date.weekNumber(&year) == match.capturedView(2).toInt() && year == match.capturedView(1).toInt();
    return there ? std::optional(date.toString(Qt::ISODate)) : std::nullopt;
}

/// Seconds or milliseconds since 1970, as programs count, of times when there was a Web to publish on.
std::optional<QString> isoEpoch(QStringView text)
{
    constexpr qint64 first = 631'152'000; // 1990
    const qsizetype point = text.indexOf(u'.');
    const QStringView whole = point < 0 ? text : text.first(point);
    const bool figures = std::ranges::all_of(whole, [](QChar c) { return c >= u'0' && c <= u'9'; })
        && (point < 0 || std::ranges::all_of(text.sliced(point + 1), [](QChar c) { return c >= u'0' && c <= u'9'; }));
    if (!figures || (whole.size() != 9 && whole.size() != 10 && whole.size() != 13))
        return std::nullopt;
    const qint64 seconds = whole.size() == 13 ? whole.toLongLong() / 1000 : whole.toLongLong();
    const QDateTime at = QDateTime::fromSecsSinceEpoch(seconds, QTimeZone::UTC);
    const bool likely = seconds >= first && at.date().year() <= QDate::currentDate().year() + 1;
    return likely ? std::optional(at.toString(Qt::ISODate)) : std::nullopt;
}

/// "2021-03-03", as most sources have it.
bool isPlainDay(QStringView text)
{
    if (text.size() != 10 || text[4] != u'-' || text[7] != u'-')
        return false;
    std::array<int, 3> parts{};
    for (const qsizetype at : {0, 1, 2, 3, 5, 6, 8, 9}) {
        if (text[at] < u'0' || text[at] > u'9')
            return false;
        int &part = parts[at < 4 ? 0 : at < 7 ? 1 : 2];
        part = part * 10 + (text[at].unicode() - u'0');
    }
    return parts[0] >= earliest && parts[0] <= QDate::currentDate().year() + 1 && QDate::isValid(parts[0], parts[1], parts[2]);
}

/// "2021-062": the day of the year.
std::optional<QString> isoDayOfYear(QStringView text)
{
    static const QRegularExpression day(u"^(\\d{4})-(\\d{3})$"_s);
    const auto match = day.matchView(text);
    const int number = match.capturedView(2).toInt();
    const QDate first(match.capturedView(1).toInt(), 1, 1);
    const bool there = match.hasMatch() && first.year() >= earliest && first.year() <= QDate::currentDate().year() + 1 && number >= 1 && number <= first.daysInYear();
    return there ? std::optional(first.addDays(number - 1).toString(Qt::ISODate)) : std::nullopt;
}

/// Figures of any script as 0 to 9; the reigns of Japan, and the years of Thailand, as years of our era; the time of day before its
/// hour as behind it; without what programs and pages write around a date.
QString inOneForm(QStringView text)
{
    QString plain = text.toString();
    for (QChar &c : plain) {
        if (const int digit = c.unicode() > 0x7F && c.category() == QChar::Number_DecimalDigit ? c.digitValue() : -1; digit >= 0)
            c = QChar(u'0' + digit);
    }
    static const QRegularExpression around(u"^(?:published|posted|first published|publié|publicado|veröffentlicht|pubblicato)(?: on| le| el| am)?\\s*:\\s*|\\[[A-Za-z_]+/[A-Za-z_/]+\\]$"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression counted(u"^/Date\\((\\d{12,13})(?:[+-]\\d{4})?\\)/$"_s, QRegularExpression::CaseInsensitiveOption);
    plain.remove(around);
    if (const auto match = counted.match(plain); match.hasMatch())
        return match.captured(1).rightJustified(13, u'0');
    if (std::ranges::all_of(plain, [](QChar c) { return c.unicode() < 0x80; }))
        return plain;
    static const QRegularExpression reign(u"(令和|平成|昭和|大正)(\\d{1,2}|元)年"_s);
    if (const auto match = reign.match(plain); match.hasMatch()) {
        const QString name = match.captured(1);
        const int before = name == u"令和"_s ? 2018 : name == u"平成"_s ? 1988 : name == u"昭和"_s ? 1925 : 1911;
        plain.replace(match.captured(), QString::number(before + (match.captured(2) == u"元"_s ? 1 : match.captured(2).toInt())) + u'年');
    }
    static const QRegularExpression vietnamese(u"(?:ngày\\s+)?(\\d{1,2})\\s+tháng\\s+(\\d{1,2})(?:\\s*,\\s*|\\s+)(?:năm\\s+)?(\\d{4})"_s, QRegularExpression::CaseInsensitiveOption);
    if (const auto match = vietnamese.match(plain); match.hasMatch())
        plain.replace(match.captured(), u"%1-%2-%3"_s.arg(match.captured(3), match.captured(2), match.captured(1)));
    static const QRegularExpression hour(u"\\s*(午前|上午|午後|下午|오전|오후)\\s*(\\d{1,2})(?:[:：](\\d{2})|\\s*[时時點点시]\\s*(?:(\\d{1,2})\\s*[分분])?)"_s);
    if (const auto match = hour.match(plain); match.hasMatch()) {
        const bool later = QStringView(u"午後下午오후").contains(match.capturedView(1));
        const int stated = match.capturedView(2).toInt() % 12 + (later ? 12 : 0);
        const QString minute = match.captured(3).isEmpty() ? match.captured(4) : match.captured(3);
        plain.replace(match.captured(), u" %1:%2"_s.arg(stated).arg(minute.isEmpty() ? u"00"_s : minute.rightJustified(2, u'0')));
    }
    static const QRegularExpression thai(u"\\b(2[45]\\d{2})\\b"_s);
    const bool isThai = std::ranges::any_of(plain, [](QChar c) { return c.script() == QChar::Script_Thai; });
    if (const auto match = thai.match(plain); isThai && match.hasMatch())
        plain.replace(match.capturedStart(), match.capturedLength(), QString::number(match.capturedView(1).toInt() - 543));
    return plain;
}

std::optional<QString> isoDateInOneForm(QStringView text, DateOrder order)
{
    if (const auto counted = isoEpoch(text))
        return counted;
    if (const auto week = isoWeek(text))
        return week;
    if (const auto day = isoDayOfYear(text))
        return day;
    return DateParser(text, order).parsed();
}

} // namespace

std::optional<QString> isoDateWritten(QStringView text, DateOrder order)
{
    text = text.trimmed();
    if (text.size() > longestDate)
        return std::nullopt;
    if (isPlainDay(text))
        return text.toString();
    if (const auto date = isoDateInOneForm(text, order)) // most are in it
        return date;
    const QString plain = inOneForm(text);
    return plain == text ? std::nullopt : isoDateInOneForm(plain, order);
}

bool isAmbiguousDate(QStringView text)
{
    return !isoDateWritten(text) && isoDateWritten(text, DateOrder::DayFirst) && isoDateWritten(text, DateOrder::MonthFirst);
}

bool isNoDate(QStringView text)
{
    static const QRegularExpression nothing(
        u"^\\s*(?:000[01]-\\d{2}-\\d{2}(?:[T ].*)?|0?[01]/0?[01]/000[01](?: .*)?|NaT|NaN|null|none|N/?A)\\s*$"_s, QRegularExpression::CaseInsensitiveOption);
    return text.size() <= longestDate && nothing.matchView(text).hasMatch();
}

std::optional<QString> yearOfPeriodWritten(QStringView text)
{
    static const QRegularExpression period(u"^\\p{L}+(?:[ /-]+\\p{L}+){0,2},? ((?:19|20)\\d{2})$"_s);
    const auto match = period.matchView(text);
    return match.hasMatch() ? std::optional(match.captured(1)) : std::nullopt;
}

} // namespace galley
