// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawingprivate.h"

#include <QLocale>

#include <array>
#include <map>

namespace galley::drawing {

Result<Sample> constructedWeeks(Sample sample, const Articles &articles)
{
    std::map<QDate, Articles> byDate;
    for (const Article *article : articles)
        byDate[dayOf(*article)].push_back(article);
    SampleRequest &request = sample.request;
    if (!request.from.isValid())
        request.from = byDate.begin()->first;
    if (!request.to.isValid())
        request.to = byDate.rbegin()->first;

    std::array<std::vector<QDate>, 7> dates; // from Monday
    for (QDate date = request.from; date <= request.to; date = date.addDays(1)) {
        if (!request.onlyDaysWithArticles || byDate.contains(date))
            dates[size_t(date.dayOfWeek() - 1)].push_back(date);
    }
    for (size_t weekday = 0; weekday < dates.size(); ++weekday) {
        std::vector<QDate> &all = dates[weekday];
        if (all.size() < size_t(request.weeks)) {
            return failed(Tr::tr("Constructed weeks: %1 wanted, but from %2 to %3 there are only %4 dates to draw from for %5.")
                              .arg(request.weeks)
                              .arg(request.from.toString(Qt::ISODate), request.to.toString(Qt::ISODate))
                              .arg(all.size())
                              .arg(QLocale().standaloneDayName(int(weekday) + 1)));
        }
        all = some(std::move(all), size_t(request.weeks), Random(request.seed, weekday + 1));
    }

    for (int week = 1; week <= request.weeks; ++week) {
        for (const std::vector<QDate> &chosen : dates) {
            const QDate date = chosen[size_t(week - 1)];
            const Articles &ofDate = byDate[date];
            const size_t count = request.size > 0 ? std::min(size_t(request.size), ofDate.size()) : ofDate.size();
            take(sample, some(ofDate, count, Random(request.seed, quint64(date.toJulianDay()))));
            sample.days.push_back({week, date, int(ofDate.size()), int(count)});
        }
    }
    return sample;
}

} // namespace galley::drawing
