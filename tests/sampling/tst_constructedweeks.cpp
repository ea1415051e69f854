// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Constructed weeks: which dates are drawn, and what of them.
#include "frame.h"

#include <testing.h>

#include <QTest>

#include <set>

using namespace galley;
using namespace galley::testing;

class ConstructedWeeksTest : public QObject
{
    Q_OBJECT

private slots:
    void aSeedDrawsTheseDates();
    void everyWeekHasItsSevenDaysAndNoDateComesTwice();
    void allArticlesOfADateAreTaken();
    void aDateGivesAsManyAsAskedFor();
    void moreWeeksBeginWithTheFewer();
    void anOpenSpanIsThatOfTheArticles();
    void daysWithoutArticlesAreDays();
    void daysWithoutArticlesCanBePassedOver();
};

namespace {

QString datesOf(const Sample &sample, int week)
{
    QStringList dates;
    for (const SampleDay &day : sample.days) {
        if (day.week == week)
            dates += day.date.toString(u"MM-dd"_s);
    }
    return dates.join(u' ');
}

} // namespace

void ConstructedWeeksTest::aSeedDrawsTheseDates()
{
    const auto sample = drawn(frame(180), constructed(2, 1, 1993));
    QVERIFY2(sample, qPrintable(messageOf(sample)));
    QCOMPARE(datesOf(*sample, 1), u"02-13 01-03 03-01 02-02 03-31 03-04 01-29"_s);
    QCOMPARE(datesOf(*sample, 2), u"02-06 03-21 03-22 02-09 02-17 01-07 02-05"_s);
    QCOMPARE(numbers(*sample), (QList{143, 82, 169, 142, 49, 112, 68, 126, 179, 40, 69, 127, 66, 85}));
}

void ConstructedWeeksTest::everyWeekHasItsSevenDaysAndNoDateComesTwice()
{
    const auto sample = drawn(frame(180), constructed(12));
    QVERIFY2(sample, qPrintable(messageOf(sample)));
    QCOMPARE(sample->days.size(), 84u);
    std::set<QDate> dates;
    for (size_t i = 0; i < sample->days.size(); ++i) {
        const SampleDay &day = sample->days[i];
        QCOMPARE(day.week, int(i / 7) + 1);
        QCOMPARE(day.date.dayOfWeek(), int(i % 7) + 1);
        QVERIFY(dates.insert(day.date).second);
    }
}

void ConstructedWeeksTest::allArticlesOfADateAreTaken()
{
    const std::vector<Article> articles = frame(200);
    const auto sample = drawn(articles, constructed(2));
    QVERIFY2(sample, qPrintable(messageOf(sample)));
    size_t at = 0;
    for (const SampleDay &day : sample->days) {
        std::set<int> expected, taken;
        for (const Article &article : articles) {
            if (article.published == day.date.toString(Qt::ISODate))
                expected.insert(int(article.id.value));
        }
        for (int i = 0; i < day.inSample; ++i)
            taken.insert(int(sample->articles[at++].id.value));
        QCOMPARE(taken, expected);
        QCOMPARE(day.inFrame, day.inSample);
    }
    QCOMPARE(at, sample->articles.size());
}

void ConstructedWeeksTest::aDateGivesAsManyAsAskedFor()
{
    const auto sample = drawn(frame(200), constructed(2, 2)); // each date has two or three
    QVERIFY2(sample, qPrintable(messageOf(sample)));
    for (const SampleDay &day : sample->days)
        QVERIFY(day.inFrame >= 2 && day.inSample == 2);
    const auto greedy = drawn(frame(200), constructed(2, 1000));
    for (const SampleDay &day : greedy->days)
        QCOMPARE(day.inSample, day.inFrame);
}

void ConstructedWeeksTest::moreWeeksBeginWithTheFewer()
{
    const auto few = drawn(frame(180), constructed(2, 1));
    const auto many = drawn(frame(180), constructed(9, 1));
    QCOMPARE(numbers(*many).first(14), numbers(*few));
}

void ConstructedWeeksTest::anOpenSpanIsThatOfTheArticles()
{
    SampleRequest request = constructed(2);
    request.from = request.to = QDate();
    std::vector<Article> articles = frame(180);
    articles.push_back(article(181));
    articles.push_back(article(182, {}, u"2025"_s));
    const auto sample = drawn(articles, request);
    QVERIFY2(sample, qPrintable(messageOf(sample)));
    QCOMPARE(sample->request, constructed(2));
    QCOMPARE(sample->leftOut, (LeftOut{1, 1, 0}));
}

void ConstructedWeeksTest::daysWithoutArticlesAreDays()
{
    const std::vector<Article> mondays{article(1, {}, u"2023-01-02"_s), article(2, {}, u"2023-01-09"_s)};
    const auto sample = drawn(mondays, constructed(12));
    QVERIFY2(sample, qPrintable(messageOf(sample)));
    QCOMPARE(sample->days.size(), 84u);
    QVERIFY(sample->articles.size() <= 2);
    for (const SampleDay &day : sample->days)
        QCOMPARE(day.inFrame, day.date == QDate(2023, 1, 2) || day.date == QDate(2023, 1, 9) ? 1 : 0);
}

void ConstructedWeeksTest::daysWithoutArticlesCanBePassedOver()
{
    // Articles on the first eight days only, so that one day of the week has two dates.
    SampleRequest request = constructed(1);
    request.onlyDaysWithArticles = true;
    const auto sample = drawn(frame(8, 8), request);
    QVERIFY2(sample, qPrintable(messageOf(sample)));
    QCOMPARE(sample->articles.size(), 7u);
    request.weeks = 2;
    QCOMPARE(messageOf(drawn(frame(8, 8), request)),
             u"Constructed weeks: 2 wanted, but from 2023-01-01 to 2023-03-31 there are only 1 dates to draw from for Monday."_s);
}

GALLEY_TEST(ConstructedWeeksTest)
#include "tst_constructedweeks.moc"
