// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "publisheddate.h"

#include "dateline.h"
#include "writtendate.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array englishMonths{"january"_L1, "february"_L1, "march"_L1,     "april"_L1,   "may"_L1,      "june"_L1,
                            "july"_L1,    "august"_L1,   "september"_L1, "october"_L1, "november"_L1, "december"_L1};

std::optional<QDate> validDate(int year, int month, int day)
{
    const QDate date(year, month, day);
    return date.isValid() && year >= 1500 ? std::optional(date) : std::nullopt;
}

} // namespace

int monthNamed(QStringView word)
{
    if (word.endsWith(u'.'))
        word.chop(1);
    if (word.size() < 3 || word.size() > 9)
        return 0;
    const QString lower = word.toString().toLower();
    const auto found = std::ranges::find_if(englishMonths, [&](QLatin1StringView month) {
        return month == lower || (month.first(3) == lower) || (lower == "sept"_L1 && month.startsWith(lower));
    });
    return found == englishMonths.end() ? 0 : int(found - englishMonths.begin()) + 1;
}

std::optional<QDate> dateWritten(QStringView text)
{
    text = text.trimmed();
    if (text.size() < 9 || text.size() > 20)
        return std::nullopt;
    static const QRegularExpression written(
        u"^(?:(?<m>\\p{L}+\\.?) (?<d>\\d{1,2}),? (?<y>\\d{4})|(?<d2>\\d{1,2})\\.? (?<m2>\\p{L}+\\.?),? (?<y2>\\d{4})"
        "|(?<y3>\\d{4})-(?<m3>\\d{2})-(?<d3>\\d{2}))$"_s);
    const auto match = written.matchView(text);
    if (!match.hasMatch())
        return std::nullopt;
    if (match.hasCaptured(u"y3"_s))
        return validDate(
            match.capturedView(u"y3"_s).toInt(), match.capturedView(u"m3"_s).toInt(), match.capturedView(u"d3"_s).toInt());
    const bool monthFirst = match.hasCaptured(u"y"_s);
    return validDate(match.capturedView(monthFirst ? u"y"_s : u"y2"_s).toInt(),
        monthNamed(match.capturedView(monthFirst ? u"m"_s : u"m2"_s)), match.capturedView(monthFirst ? u"d"_s : u"d2"_s).toInt());
}

QString publishedIn(QStringView text)
{
    constexpr int mostAbove = 8; // lines above which a date alone is the article's
    std::optional<QDate> only;
    int lines = 0;
    const QStringView top = text.first(std::min<qsizetype>(text.size(), 4000));
    for (const QStringView line : top.split(u'\n')) {
        std::optional<QDate> date;
        const QStringView bare = line.trimmed();
        if (!bare.isEmpty() && ++lines <= mostAbove && bare.size() <= 48 && std::ranges::any_of(bare, [](QChar c) { return c.isLetter(); })) {
            const QString alone = isoDateWritten(bare).value_or(QString());
            date = alone.size() >= 10 ? std::optional(QDate::fromString(alone.first(10), Qt::ISODate)) : std::nullopt;
        }
        if (date && !date->isValid())
            date = std::nullopt;
        if (!date && line.startsWith(u'[')) {
            const qsizetype end = line.indexOf(u']');
            date = end > 0 ? dateWritten(line.sliced(1, end - 1)) : std::nullopt;
        }
        if (!date) {
            const auto dateline = datelineAt(line);
            date = dateline ? dateline->date : std::nullopt;
        }
        if (date && only && *only != *date)
            return {};
        if (date)
            only = date;
    }
    return only ? only->toString(Qt::ISODate) : QString();
}

QString isoDate(const QString &stated)
{
    const QString text = stated.trimmed();
    return isNoDate(text) ? QString() : isoDateWritten(text).value_or(text);
}

} // namespace galley
