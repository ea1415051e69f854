// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dates.h"

#include <QLocale>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

QString monthOf(const QDate &date)
{
    return QLocale().standaloneMonthName(date.month(), QLocale::ShortFormat);
}

} // namespace

QString dateForPeople(const QString &published)
{
    if (published.size() >= 10) {
        if (const QDate date = QDate::fromString(published.first(10), Qt::ISODate); date.isValid())
            return u"%1 %2 %3"_s.arg(date.day()).arg(monthOf(date)).arg(date.year());
    }
    if (published.size() == 7) {
        if (const QDate date = QDate::fromString(published + u"-01"_s, Qt::ISODate); date.isValid())
            return u"%1 %2"_s.arg(monthOf(date)).arg(date.year());
    }
    return published;
}

QString momentForPeople(const QDateTime &at)
{
    const QDateTime local = at.toLocalTime();
    const QDate date = local.date();
    const QDate today = QDate::currentDate();
    const QString time = local.time().toString(u"HH:mm"_s);
    if (date == today)
        return time;
    if (date.year() == today.year())
        return u"%1 %2, %3"_s.arg(date.day()).arg(monthOf(date), time);
    return u"%1 %2 %3, %4"_s.arg(date.day()).arg(monthOf(date)).arg(date.year()).arg(time);
}

} // namespace galley
