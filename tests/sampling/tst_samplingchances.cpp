// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Chances: over many seeds in a row every article, pair, place and date comes as often as it must, within 4.5 standard
// deviations of a binomial. The seeds are fixed, so a test that holds always holds.
#include "frame.h"

#include <testing.h>

#include <QTest>

#include <cmath>
#include <map>

using namespace galley;
using namespace galley::testing;

class SamplingChancesTest : public QObject
{
    Q_OBJECT

private slots:
    void everyArticlePairAndPlaceIsAsLikely();
    void everyArticleOfAStratumIsAsLikely();
    void strataAreDrawnIndependently();
    void everyDateOfAWeekdayIsAsLikely();
    void datesOfWeekdaysAreDrawnIndependently();
    void everyArticleOfADateIsAsLikely();
};

namespace {

constexpr int seeds = 4000;

/// Counts of what should each have happened with the probability.
bool asLikely(const auto &counts, size_t kinds, double probability)
{
    const double allowed = 4.5 * std::sqrt(seeds * probability * (1 - probability));
    return counts.size() == kinds && std::ranges::all_of(counts | std::views::values, [&](int count) {
        return std::abs(count - seeds * probability) <= allowed;
    });
}

} // namespace

void SamplingChancesTest::everyArticlePairAndPlaceIsAsLikely()
{
    const std::vector<Article> articles = frame(12);
    std::map<int, int> included;
    std::map<std::pair<int, int>, int> together;
    std::map<std::pair<qsizetype, int>, int> placed;
    for (quint64 seed = 0; seed < seeds; ++seed) {
        const QList<int> sample = numbers(*drawn(articles, simple(4, seed)));
        for (qsizetype i = 0; i < 4; ++i) {
            ++included[sample[i]];
            ++placed[{i, sample[i]}];
            for (qsizetype j = 0; j < i; ++j)
                ++together[std::minmax(sample[i], sample[j])];
        }
    }
    QVERIFY(asLikely(included, 12, 4.0 / 12));
    QVERIFY(asLikely(placed, 48, 1.0 / 12));
    QVERIFY(asLikely(together, 66, 4.0 * 3 / (12 * 11)));
}

void SamplingChancesTest::everyArticleOfAStratumIsAsLikely()
{
    // 4 without an outlet, 4 of the Herald, 4 of the Tribune: 2 of each, and then 2, 1 and 1.
    const std::vector<Article> articles = frame(12);
    std::map<int, int> even, uneven;
    for (quint64 seed = 0; seed < seeds; ++seed) {
        for (const int number : numbers(*drawn(articles, stratified(6, seed))))
            ++even[number];
        for (const int number : numbers(*drawn(articles, stratified(4, seed)))) {
            if (number % 3 != 0)
                ++uneven[number];
        }
    }
    QVERIFY(asLikely(even, 12, 2.0 / 4));
    QVERIFY(asLikely(uneven, 8, 1.0 / 4));
}

void SamplingChancesTest::strataAreDrawnIndependently()
{
    const std::vector<Article> articles = frame(12);
    std::map<std::pair<int, int>, int> together;
    for (quint64 seed = 0; seed < seeds; ++seed) {
        const QList<int> sample = numbers(*drawn(articles, stratified(3, seed)));
        ++together[{sample[0], sample[1]}];
    }
    QVERIFY(asLikely(together, 16, 1.0 / 16));
}

void SamplingChancesTest::everyDateOfAWeekdayIsAsLikely()
{
    const std::vector<Article> articles = frame(1);
    SampleRequest request = constructed(2);
    request.to = newYear.addDays(34); // 5 dates of each day
    std::map<QDate, int> included, inFirst;
    for (request.seed = 0; request.seed < seeds; ++request.seed) {
        const auto sample = drawn(articles, request);
        for (const SampleDay &day : sample->days) {
            ++included[day.date];
            inFirst[day.date] += day.week == 1;
        }
    }
    QVERIFY(asLikely(included, 35, 2.0 / 5));
    QVERIFY(asLikely(inFirst, 35, 1.0 / 5));
}

void SamplingChancesTest::datesOfWeekdaysAreDrawnIndependently()
{
    const std::vector<Article> articles = frame(1);
    SampleRequest request = constructed(1);
    request.to = newYear.addDays(27); // 4 dates of each day
    std::map<std::pair<QDate, QDate>, int> together;
    for (request.seed = 0; request.seed < seeds; ++request.seed) {
        const auto sample = drawn(articles, request);
        for (size_t later = 1; later < 7; ++later) {
            for (size_t earlier = 0; earlier < later; ++earlier)
                ++together[{sample->days[earlier].date, sample->days[later].date}];
        }
    }
    QVERIFY(asLikely(together, 21 * 16, 1.0 / 16));
}

void SamplingChancesTest::everyArticleOfADateIsAsLikely()
{
    SampleRequest request = constructed(1, 1);
    request.to = newYear.addDays(6);
    const std::vector<Article> articles = frame(28, 7); // 4 a day
    std::map<int, int> included;
    for (request.seed = 0; request.seed < seeds; ++request.seed) {
        for (const int number : numbers(*drawn(articles, request)))
            ++included[number];
    }
    QVERIFY(asLikely(included, 28, 1.0 / 4));
}

GALLEY_TEST(SamplingChancesTest)
#include "tst_samplingchances.moc"
