// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wiredate.h"

#include <readers/article/publisheddate.h>

#include <QDate>
#include <QHash>
#include <QRegularExpression>
#include <QTime>

#include <optional>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr int firstYear = 1500;
constexpr int lastYear = 2100; // what is dated later is a slip of the pen

struct Written
{
    int year = 0, month = 0, day = 0;
    QStringView time; ///< "13:00", "13:00:03", "130003"
    QStringView zone;
};

/// "Z" or "+02:00"; nothing where none is known by this name.
std::optional<QString> isoZone(QStringView stated)
{
    static const QHash<QString, QString> named{{u"Z"_s, u"Z"_s}, {u"UT"_s, u"Z"_s}, {u"UTC"_s, u"Z"_s}, {u"GMT"_s, u"Z"_s},
        {u"EST"_s, u"-05:00"_s}, {u"EDT"_s, u"-04:00"_s}, {u"CST"_s, u"-06:00"_s}, {u"CDT"_s, u"-05:00"_s},
        {u"MST"_s, u"-07:00"_s}, {u"MDT"_s, u"-06:00"_s}, {u"PST"_s, u"-08:00"_s}, {u"PDT"_s, u"-07:00"_s},
        {u"CET"_s, u"+01:00"_s}, {u"CEST"_s, u"+02:00"_s}, {u"MEZ"_s, u"+01:00"_s}, {u"MESZ"_s, u"+02:00"_s},
        {u"BST"_s, u"+01:00"_s}};
    QString zone = stated.toString().toUpper();
    if (zone.isEmpty() || named.contains(zone))
        return named.value(zone);
    if (zone.startsWith("GMT"_L1) || zone.startsWith("UTC"_L1))
        zone.remove(0, 3);
    zone.remove(u':');
    if ((zone.size() != 5 && zone.size() != 3) || (zone[0] != u'+' && zone[0] != u'-'))
        return std::nullopt;
    zone = zone.leftJustified(5, u'0');
    const bool possible = QStringView(zone).sliced(1, 2).toInt() <= 14 && QStringView(zone).sliced(3).toInt() < 60;
    return possible ? std::optional(zone.insert(3, u':')) : std::nullopt;
}

QString iso(const Written &written)
{
    const QDate date(written.year, written.month, written.day);
    if (!date.isValid() || written.year < firstYear || written.year > lastYear)
        return {};
    if (written.time.isEmpty())
        return date.toString(Qt::ISODate);
    QString digits = written.time.toString().remove(u':');
    const bool seconds = digits.size() > 4;
    if (digits.size() % 2 == 1)
        digits.prepend(u'0');
    const QTime time = QTime::fromString(digits, seconds ? u"HHmmss"_s : u"HHmm"_s);
    const auto zone = isoZone(written.zone);
    if (!time.isValid() || !zone)
        return {};
    return date.toString(Qt::ISODate) + u'T' + time.toString(seconds ? u"HH:mm:ss"_s : u"HH:mm"_s) + *zone;
}

/// "20131020T192751+1100", "2013-10-20", "2014-07-16 13:00:03 GMT+00:00"
QString fromIso(QStringView text)
{
    static const QRegularExpression pattern(
        u"^(\\d{4})-?(\\d\\d)-?(\\d\\d)(?:[T ]?(\\d\\d:?\\d\\d(?::?\\d\\d)?)(?:[.,]\\d+)? ?"
        "((?:GMT|UTC)?[+-]\\d\\d(?::?\\d\\d)?|[A-Z]{1,4})?)?$"_s);
    const auto match = pattern.matchView(text);
    if (!match.hasMatch())
        return {};
    return iso({match.capturedView(1).toInt(), match.capturedView(2).toInt(), match.capturedView(3).toInt(),
        match.capturedView(4), match.capturedView(5)});
}

/// "Sun, 06 Sep 2009 16:20:00 +0000 (UTC)", as mail and feeds have it; the day's name may be wrong.
QString fromMail(QStringView text)
{
    static const QRegularExpression pattern(
        u"^(?:\\p{L}+\\.?,? +)?(\\d{1,2})[ -](\\p{L}{3,9})\\.?[ -](\\d{4}|\\d\\d)(?:,? +(\\d{1,2}:\\d\\d(?::\\d\\d)?)(?:\\.\\d+)?"
        " *([+-]\\d{4}|(?:GMT|UTC)?[+-]\\d\\d:?\\d\\d|[A-Za-z]{1,5})?)?(?: *\\([^)]*\\))?$"_s);
    const auto match = pattern.matchView(text);
    if (!match.hasMatch())
        return {};
    int year = match.capturedView(3).toInt();
    if (match.capturedLength(3) == 2)
        year += year < 70 ? 2000 : 1900;
    return iso({year, monthNamed(match.capturedView(2)), match.capturedView(1).toInt(), match.capturedView(4),
        match.capturedView(5)});
}

/// "Sun Nov  6 08:49:37 1994", "Tue Dec 30 11:03:00 UTC 2014"
QString fromServer(QStringView text)
{
    static const QRegularExpression pattern(
        u"^\\p{L}{3} +(\\p{L}{3}) +(\\d{1,2}) +(\\d\\d:\\d\\d:\\d\\d)(?: +([A-Z]{1,4}))? +(\\d{4})$"_s);
    const auto match = pattern.matchView(text);
    if (!match.hasMatch())
        return {};
    return iso({match.capturedView(5).toInt(), monthNamed(match.capturedView(1)), match.capturedView(2).toInt(),
        match.capturedView(3), match.capturedView(4)});
}

} // namespace

QString isoOfWireDate(QStringView stated)
{
    const QString text = stated.toString().simplified();
    if (text.size() > 60)
        return {};
    for (const auto &read : {fromIso, fromMail, fromServer}) {
        if (const QString found = read(text); !found.isEmpty())
            return found;
    }
    static const QRegularExpression partial(u"^(\\d{4})(?:-(?:0[1-9]|1[0-2]))?$"_s);
    if (const auto match = partial.match(text); match.hasMatch())
        return match.capturedView(1).toInt() >= firstYear && match.capturedView(1).toInt() <= lastYear ? text : QString();
    const auto date = dateWritten(text);
    return date && date->year() <= lastYear ? date->toString(Qt::ISODate) : QString();
}

} // namespace galley
