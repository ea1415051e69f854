// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What holds of every method, and samples without further structure. The figures expected for a seed were computed by a
// program of their own, in another language; they must never change, or samples in the world could not be drawn again.
#include "frame.h"

#include <sampling/samplerecord.h>

#include <testing.h>

#include <QTest>

#include <limits>

using namespace galley;
using namespace galley::testing;

class DrawingTest : public QObject
{
    Q_OBJECT

private slots:
    void aSeedDrawsTheseArticles_data();
    void aSeedDrawsTheseArticles();
    void theOrderOfTheFrameDoesNotMatter_data();
    void theOrderOfTheFrameDoesNotMatter();
    void aLargerSampleBeginsWithTheSmaller();
    void allArticlesCanBeDrawn();
    void theFrameIsKnownByItsSortedUuids();
    void aDateCountsAsWritten_data();
    void aDateCountsAsWritten();
    void aSpanIsOpenWhereItIsNotStated();
    void datesCountOnlyWhereAskedFor();
    void whatCannotBeDrawnIsSaid_data();
    void whatCannotBeDrawnIsSaid();
    void anArticleThatIsThereTwiceIsRefused();
    void oneOfEachStoryIsItsLead();
};

void DrawingTest::aSeedDrawsTheseArticles_data()
{
    QTest::addColumn<quint64>("seed");
    QTest::addColumn<QList<int>>("expected");
    QTest::newRow("0") << quint64(0) << QList{18, 6, 20, 16, 4, 1, 3, 17};
    QTest::newRow("1") << quint64(1) << QList{6, 17, 11, 20, 5, 12, 3, 15};
    QTest::newRow("42") << quint64(42) << QList{11, 10, 15, 8, 4, 13, 16, 17};
    QTest::newRow("largest") << std::numeric_limits<quint64>::max() << QList{8, 3, 16, 19, 15, 10, 5, 20};
}

void DrawingTest::aSeedDrawsTheseArticles()
{
    QFETCH(const quint64, seed);
    const auto sample = drawn(frame(20), simple(8, seed));
    QVERIFY2(sample, qPrintable(messageOf(sample)));
    QTEST(numbers(*sample), "expected");
    QCOMPARE(sample->request, simple(8, seed));
    QVERIFY(sample->strata.empty() && sample->days.empty());
    for (const SampledArticle &drawn : sample->articles)
        QCOMPARE(drawn.uuid, article(int(drawn.id.value)).uuid);
}

void DrawingTest::theOrderOfTheFrameDoesNotMatter_data()
{
    QTest::addColumn<SampleRequest>("request");
    QTest::newRow("simple") << simple(30);
    QTest::newRow("stratified") << stratified(30);
    QTest::newRow("equal") << stratified(30, 1, Allocation::Equal);
    QTest::newRow("weeks") << constructed(3);
    QTest::newRow("articles of weeks") << constructed(3, 1);
}

void DrawingTest::theOrderOfTheFrameDoesNotMatter()
{
    QFETCH(const SampleRequest, request);
    std::vector<Article> articles = frame(180);
    const auto sample = drawn(articles, request);
    QVERIFY2(sample, qPrintable(messageOf(sample)));
    for (int turn = 0; turn < 5; ++turn) {
        std::ranges::reverse(articles);
        std::ranges::rotate(articles, articles.begin() + 37);
        QCOMPARE(*drawn(articles, request), *sample);
    }
}

void DrawingTest::aLargerSampleBeginsWithTheSmaller()
{
    const QList<int> small = numbers(*drawn(frame(100), simple(20)));
    QCOMPARE(numbers(*drawn(frame(100), simple(50))).first(20), small);
}

void DrawingTest::allArticlesCanBeDrawn()
{
    QList<int> all = numbers(*drawn(frame(50), simple(50)));
    std::ranges::sort(all);
    for (int i = 0; i < 50; ++i)
        QCOMPARE(all[i], i + 1);
    QCOMPARE(numbers(*drawn(frame(1), simple(1))), QList{1});
}

void DrawingTest::theFrameIsKnownByItsSortedUuids()
{
    const QByteArray expected = "b5c2801f07b0dc9736421b95a6f8b4f06871d54fbbfb6326944d7563bd18a5a9"_ba;
    QCOMPARE(frameHash(frame(20)), expected);
    const auto sample = drawn(frame(20), simple(3));
    QCOMPARE(sample->frameHash, expected);
    QCOMPARE(sample->frameSize, 20);
    QVERIFY(frameHash(frame(21)) != expected);
}

void DrawingTest::aDateCountsAsWritten_data()
{
    QTest::addColumn<QString>("published");
    QTest::addColumn<LeftOut>("leftOut");
    const LeftOut none, undated{1, 0, 0}, partly{0, 1, 0}, outside{0, 0, 1};
    QTest::newRow("day") << u"2023-05-04"_s << none;
    QTest::newRow("time") << u"2023-05-04T09:30:00"_s << none;
    QTest::newRow("zone") << u"2023-05-04T23:30:00-08:00"_s << none; // the 5th in Greenwich
    QTest::newRow("zone before") << u"2023-05-05T00:30:00+02:00"_s << outside; // the 4th in Greenwich
    QTest::newRow("blank") << u"2023-05-04 09:30"_s << none;
    QTest::newRow("day before") << u"2023-05-03"_s << outside;
    QTest::newRow("day after") << u"2023-05-05"_s << outside;
    QTest::newRow("nothing") << QString() << undated;
    QTest::newRow("month") << u"2023-05"_s << partly;
    QTest::newRow("year") << u"2023"_s << partly;
    QTest::newRow("no such day") << u"2023-02-30"_s << partly;
    QTest::newRow("words") << u"spring of 2023"_s << partly;
    QTest::newRow("too long") << u"2023-05-041"_s << partly;
}

void DrawingTest::aDateCountsAsWritten()
{
    QFETCH(const QString, published);
    SampleRequest request = simple(1);
    request.from = request.to = QDate(2023, 5, 4);
    const std::vector<Article> articles{article(1, {}, u"2023-05-04"_s), article(2, {}, published)};
    const auto sample = drawn(articles, request);
    QVERIFY2(sample, qPrintable(messageOf(sample)));
    QTEST(sample->leftOut, "leftOut");
    QCOMPARE(sample->frameSize, 2);
}

void DrawingTest::aSpanIsOpenWhereItIsNotStated()
{
    const std::vector<Article> articles{article(1, {}, u"2023-05-03"_s), article(2, {}, u"2023-05-04"_s),
                                        article(3, {}, u"2023-05-05"_s)};
    SampleRequest since = simple(2);
    since.from = QDate(2023, 5, 4);
    SampleRequest until = simple(2);
    until.to = QDate(2023, 5, 4);
    QVERIFY(!numbers(*drawn(articles, since)).contains(1));
    QVERIFY(!numbers(*drawn(articles, until)).contains(3));
}

void DrawingTest::datesCountOnlyWhereAskedFor()
{
    const std::vector<Article> articles{article(1), article(2, {}, u"2023"_s)};
    const auto sample = drawn(articles, simple(2));
    QVERIFY2(sample, qPrintable(messageOf(sample)));
    QCOMPARE(sample->leftOut, LeftOut());
}

void DrawingTest::whatCannotBeDrawnIsSaid_data()
{
    QTest::addColumn<SampleRequest>("request");
    QTest::addColumn<int>("articles");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, int articles, SampleRequest request, const auto &change, const QString &message) {
        change(request);
        QTest::newRow(name) << request << articles << message;
    };
    const auto asItIs = [](SampleRequest &) {};
    row("no articles", 0, simple(1), asItIs, u"There are no articles to draw from."_s);
    row("too large", 9, simple(10), asItIs, u"The sample is to have 10 articles, but there are only 9 to draw from."_s);
    row("strata too large", 9, stratified(10), asItIs,
        u"The sample is to have 10 articles, but there are only 9 to draw from."_s);
    row("span too small", 90, simple(10), [](SampleRequest &request) { request.to = newYear.addDays(5); },
        u"The sample is to have 10 articles, but there are only 6 to draw from."_s);
    row("no size", 9, simple(0), asItIs, u"A sample needs a size of at least one article."_s);
    row("no size of strata", 9, stratified(-1), asItIs, u"A sample needs a size of at least one article."_s);
    row("size of a date", 9, constructed(1, -1), asItIs, u"The number of articles for each date cannot be negative."_s);
    row("no weeks", 9, constructed(0), asItIs, u"At least one constructed week has to be drawn."_s);
    row("no field", 9, stratified(1), [](SampleRequest &request) { request.stratifyBy.clear(); },
        u"A stratified sample needs the field whose values are the strata."_s);
    row("unknown field", 9, stratified(1), [](SampleRequest &request) { request.stratifyBy = u"Outlet"_s; },
        u"No article has a field “Outlet”."_s);
    row("backwards", 9, constructed(1), [](SampleRequest &request) { std::swap(request.from, request.to); },
        u"The span ends on 2023-01-01, before it begins on 2023-03-31."_s);
    row("nothing in span", 9, simple(1), [](SampleRequest &request) { request.from = QDate(2024, 1, 1); },
        u"None of the articles was published within the span."_s);
    row("six days", 90, constructed(1), [](SampleRequest &request) { request.to = newYear.addDays(5); },
        u"Constructed weeks: 1 wanted, but from 2023-01-01 to 2023-01-06 there are only 0 dates to draw from for Saturday."_s);
    row("two weeks of one", 90, constructed(2), [](SampleRequest &request) { request.to = newYear.addDays(7); },
        u"Constructed weeks: 2 wanted, but from 2023-01-01 to 2023-01-08 there are only 1 dates to draw from for Monday."_s);
}

void DrawingTest::whatCannotBeDrawnIsSaid()
{
    QFETCH(const SampleRequest, request);
    QFETCH(const int, articles);
    QTEST(messageOf(drawn(frame(articles), request)), "message");
}

void DrawingTest::anArticleThatIsThereTwiceIsRefused()
{
    std::vector<Article> articles = frame(3);
    articles.push_back(article(2));
    QVERIFY(messageOf(drawn(articles, simple(1))).endsWith(u"is there twice."_s));

    const std::vector<Article> undated{article(1), article(2, {}, u"2023-05"_s)};
    QCOMPARE(messageOf(drawn(undated, constructed(1))), u"None of the articles states the day it was published on."_s);
}

void DrawingTest::oneOfEachStoryIsItsLead()
{
    std::vector<Article> articles = frame(20);
    for (const int number : {3, 5, 8, 13}) // versions of the fifth
        articles[size_t(number)].family = articles[5].id;
    SampleRequest request = simple(17, 7);
    request.oneOfEachStory = true;
    const auto sample = drawn(articles, request);
    QVERIFY2(sample, qPrintable(messageOf(sample)));
    QCOMPARE(sample->frameSize, 20); // they are in the frame, which is the same whether they are asked for or not
    QCOMPARE(sample->frameHash, frameHash(articles));
    QCOMPARE(sample->leftOut.copies, 3);
    const auto has = [&](size_t number) { return std::ranges::contains(sample->articles, articles[number].id, &SampledArticle::id); };
    QVERIFY(has(5) && !has(3) && !has(8) && !has(13));
    request.size = 18;
    QVERIFY(!drawn(articles, request));

    // Drawn again it is the same, until the stories are grouped otherwise.
    QCOMPARE(drawnAgain(articles, sampleRecord(*sample)).value(), *sample);
    articles[3].family = {};
    const auto other = drawnAgain(articles, sampleRecord(*sample));
    QVERIFY(!other);
    QVERIFY2(other.error().message.contains(QStringLiteral("copies of a story")), qPrintable(other.error().message));
}

GALLEY_TEST(DrawingTest)
#include "tst_drawing.moc"
