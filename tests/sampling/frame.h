// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/nameduuid.h>
#include <sampling/drawing.h>

#include <ranges>

/// Articles to draw from, and samples as short lists.
namespace galley::testing {

using namespace Qt::StringLiterals;

/// The UUID follows from the number, without its order.
inline Article article(int number, const QString &outlet = {}, const QString &published = {})
{
    Article article;
    article.id = ArticleId{number};
    article.uuid = namedUuid({u"article", QString::number(number)});
    article.title = u"Title %1"_s.arg(number);
    article.outlet = outlet;
    article.published = published;
    return article;
}

inline const QDate newYear(2023, 1, 1); ///< a Sunday

/// From number 1: of no outlet, the Herald and the Tribune in turn; published from the new year on, 11 days apart within
/// so many days.
inline std::vector<Article> frame(int count, int days = 90)
{
    const QStringList outlets{QString(), u"Herald"_s, u"Tribune"_s};
    std::vector<Article> articles;
    for (int number = 1; number <= count; ++number)
        articles.push_back(article(number, outlets[number % 3], newYear.addDays(number * 11 % days).toString(Qt::ISODate)));
    return articles;
}

inline SampleRequest simple(int size, quint64 seed = 1)
{
    SampleRequest request;
    request.size = size;
    request.seed = seed;
    return request;
}

inline SampleRequest stratified(int size, quint64 seed = 1, Allocation allocation = Allocation::Proportional)
{
    SampleRequest request = simple(size, seed);
    request.method = SampleMethod::Stratified;
    request.stratifyBy = u"outlet"_s;
    request.allocation = allocation;
    return request;
}

/// In the first 90 days of 2023, 12 or 13 dates for each day of the week.
inline SampleRequest constructed(int weeks, int size = 0, quint64 seed = 1)
{
    SampleRequest request = simple(size, seed);
    request.method = SampleMethod::ConstructedWeek;
    request.weeks = weeks;
    request.from = newYear;
    request.to = newYear.addDays(89);
    return request;
}

inline QList<int> numbers(const Sample &sample)
{
    QList<int> result;
    for (const SampledArticle &article : sample.articles)
        result += int(article.id.value);
    return result;
}

inline QString messageOf(const Result<Sample> &sample)
{
    return sample ? u"no error"_s : sample.error().message;
}

} // namespace galley::testing
