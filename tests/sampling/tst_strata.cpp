// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Fields, the shares of strata, and samples drawn by them.
#include "frame.h"

#include <base/random.h>
#include <sampling/strata.h>

#include <testing.h>

#include <QTest>

#include <numeric>

using namespace galley;
using namespace galley::testing;

class StrataTest : public QObject
{
    Q_OBJECT

private slots:
    void articlesAreDividedByTheirOwnAndFurtherFields();
    void sharesFollowTheAllocation_data();
    void sharesFollowTheAllocation();
    void sharesByLargestRemainderStayWithinTheStrata();
    void eachStratumGivesItsShare();
    void aStratumThatHasLessGivesAll();
    void aSpanCountsBeforeStrataAreMade();
};

void StrataTest::articlesAreDividedByTheirOwnAndFurtherFields()
{
    Article first = article(1, u"Herald"_s);
    first.section = u"World"_s;
    first.fields = {{u"edition"_s, u"late"_s}, {u"outlet"_s, u"hidden by its own"_s}};
    Article second = article(2);
    second.fields = {{u"desk"_s, u"Berlin"_s}};
    QCOMPARE(fieldOf(first, u"outlet"_s), u"Herald"_s);
    QCOMPARE(fieldOf(first, u"section"_s), u"World"_s);
    QCOMPARE(fieldOf(first, u"title"_s), u"Title 1"_s);
    QCOMPARE(fieldOf(first, u"edition"_s), u"late"_s);
    QCOMPARE(fieldOf(second, u"edition"_s), QString());
    QCOMPARE(fieldNames(std::vector{first, second}).join(u' '),
             u"outlet section language authors page published title url desk edition"_s);
}

void StrataTest::sharesFollowTheAllocation_data()
{
    using enum Allocation;
    QTest::addColumn<std::vector<int>>("strata");
    QTest::addColumn<int>("size");
    QTest::addColumn<Allocation>("allocation");
    QTest::addColumn<std::vector<int>>("shares");
    const auto row = [](const char *name, std::vector<int> strata, int size, Allocation allocation, std::vector<int> shares) {
        QTest::newRow(name) << strata << size << allocation << shares;
    };
    row("exact", {50, 30, 20}, 10, Proportional, {5, 3, 2});
    row("largest remainder", {47, 16, 37}, 10, Proportional, {5, 1, 4}); // 4.7 1.6 3.7
    row("another size", {47, 16, 37}, 11, Proportional, {5, 2, 4}); // 5.17 1.76 4.07
    row("equal remainders go in order", {5, 5, 5}, 4, Proportional, {2, 1, 1});
    row("one too small for a share", {96, 2, 2}, 10, Proportional, {10, 0, 0});
    row("all", {7, 1, 2}, 10, Proportional, {7, 1, 2});
    row("one stratum", {9}, 4, Proportional, {4});
    row("no overflow", {2000000000, 100000000}, 2000000000, Proportional, {1904761905, 95238095});
    row("equal", {50, 30, 20}, 9, Equal, {3, 3, 3});
    row("the rest to the largest", {20, 50, 30}, 11, Equal, {3, 4, 4});
    row("the rest among equals in order", {5, 5, 5}, 5, Equal, {2, 2, 1});
    row("fewer than strata", {1, 2, 3}, 2, Equal, {0, 1, 1});
    row("more than there are", {2, 50}, 20, Equal, {10, 10});
}

void StrataTest::sharesFollowTheAllocation()
{
    QFETCH(const std::vector<int>, strata);
    QFETCH(const int, size);
    QFETCH(const Allocation, allocation);
    QTEST(sharesOf(strata, size, allocation), "shares");
}

void StrataTest::sharesByLargestRemainderStayWithinTheStrata()
{
    Random random(20261124, 0);
    for (int turn = 0; turn < 2000; ++turn) {
        std::vector<int> strata(1 + random.below(12));
        std::ranges::generate(strata, [&] { return 1 + int(random.below(40)); });
        const int all = std::reduce(strata.begin(), strata.end());
        const int size = 1 + int(random.below(quint32(all)));
        const std::vector<int> shares = sharesOf(strata, size, Allocation::Proportional);
        QCOMPARE(std::reduce(shares.begin(), shares.end()), size);
        for (size_t i = 0; i < strata.size(); ++i) {
            const double quota = double(size) * strata[i] / all;
            QVERIFY(shares[i] <= strata[i] && std::abs(shares[i] - quota) < 1);
        }
    }
}

void StrataTest::eachStratumGivesItsShare()
{
    // 6 without an outlet, 7 of each of the others.
    const auto sample = drawn(frame(20), stratified(8, 7));
    QVERIFY2(sample, qPrintable(messageOf(sample)));
    QCOMPARE(sample->strata, (std::vector<SampleStratum>{{QString(), 6, 2, 2}, {u"Herald"_s, 7, 3, 3}, {u"Tribune"_s, 7, 3, 3}}));
    QCOMPARE(numbers(*sample), (QList{12, 6, 10, 19, 13, 20, 17, 2}));
}

void StrataTest::aStratumThatHasLessGivesAll()
{
    std::vector<Article> articles = frame(20);
    articles.push_back(article(21, u"Weekly"_s));
    const auto sample = drawn(articles, stratified(12, 7, Allocation::Equal));
    QVERIFY2(sample, qPrintable(messageOf(sample)));
    QCOMPARE(sample->strata, (std::vector<SampleStratum>{
                                 {QString(), 6, 3, 3}, {u"Herald"_s, 7, 3, 3}, {u"Tribune"_s, 7, 3, 3}, {u"Weekly"_s, 1, 3, 1}}));
    QCOMPARE(sample->articles.size(), 10u);
    QCOMPARE(numbers(*sample).last(), 21);
}

void StrataTest::aSpanCountsBeforeStrataAreMade()
{
    SampleRequest request = stratified(4);
    request.to = newYear.addDays(29);
    const auto sample = drawn(frame(90), request);
    QVERIFY2(sample, qPrintable(messageOf(sample)));
    QCOMPARE(sample->leftOut, (LeftOut{0, 0, 60}));
    int all = 0;
    for (const SampleStratum &stratum : sample->strata)
        all += stratum.inFrame;
    QCOMPARE(all, 30);
}

GALLEY_TEST(StrataTest)
#include "tst_strata.moc"
