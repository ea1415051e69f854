// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <text/spanlayout.h>

#include <testing.h>

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <ranges>

using namespace galley;
using namespace Qt::StringLiterals;

class SpanLayoutTest : public QObject
{
    Q_OBJECT

private slots:
    void lanesAreTheLowestFree_data();
    void lanesAreTheLowestFree();
    void rangesInOneLaneNeverOverlap();
    void piecesKeepTheirLane();
    void aDeepRangeTakesAPlaceThatIsFreeOnTheLine();
    void whatFindsNoPlaceIsFolded();
    void piecesOfRandomRangesNeverCollide();
};

static std::vector<Utf16Range> randomRanges(QRandomGenerator &random, int count, int length)
{
    std::vector<Utf16Range> ranges;
    for (int i = 0; i < count; ++i) {
        const qsizetype begin = random.bounded(length);
        ranges.push_back({begin, begin + random.bounded(1, length / 4)});
    }
    std::ranges::sort(ranges, {}, [](Utf16Range range) { return std::pair(range.begin, -range.end); });
    return ranges;
}

void SpanLayoutTest::lanesAreTheLowestFree_data()
{
    QTest::addColumn<QList<Utf16Range>>("ranges");
    QTest::addColumn<QList<int>>("expected");

    using Ranges = QList<Utf16Range>;
    QTest::newRow("none") << Ranges{} << QList<int>{};
    QTest::newRow("apart") << Ranges{{0, 3}, {5, 8}} << QList<int>{0, 0};
    QTest::newRow("touching") << Ranges{{0, 5}, {5, 8}} << QList<int>{0, 0};
    QTest::newRow("overlapping") << Ranges{{0, 6}, {5, 8}} << QList<int>{0, 1};
    QTest::newRow("nested") << Ranges{{0, 9}, {2, 5}, {3, 4}} << QList<int>{0, 1, 2};
    QTest::newRow("same extent") << Ranges{{2, 5}, {2, 5}, {2, 5}} << QList<int>{0, 1, 2};
    QTest::newRow("a lane is used again") << Ranges{{0, 9}, {1, 3}, {4, 6}} << QList<int>{0, 1, 1};
    QTest::newRow("the lower of two free lanes") << Ranges{{0, 3}, {0, 2}, {5, 6}} << QList<int>{0, 1, 0};
    QTest::newRow("empty ranges have none") << Ranges{{0, 4}, {2, 2}, {3, 5}} << QList<int>{0, -1, 1};
}

void SpanLayoutTest::lanesAreTheLowestFree()
{
    QFETCH(QList<Utf16Range>, ranges);
    QFETCH(QList<int>, expected);
    const std::vector<int> actual = lanes(std::vector(ranges.begin(), ranges.end()));
    QCOMPARE(QList<int>(actual.begin(), actual.end()), expected);
}

void SpanLayoutTest::rangesInOneLaneNeverOverlap()
{
    for (quint32 seed = 1; seed <= 50; ++seed) {
        QRandomGenerator random(seed);
        const std::vector<Utf16Range> ranges = randomRanges(random, 60, 200);
        const std::vector<int> lane = lanes(ranges);
        for (size_t i = 0; i < ranges.size(); ++i) {
            for (size_t j = 0; j < i; ++j)
                QVERIFY2(lane[i] != lane[j] || !intersection(ranges[i], ranges[j]), qPrintable(u"seed %1"_s.arg(seed)));
            // The lowest free one: each lane above is held by a range that is in force where this one begins.
            for (int lower = 0; lower < lane[i]; ++lower) {
                const bool held = std::ranges::any_of(std::views::iota(size_t(0), i), [&](size_t j) {
                    return lane[j] == lower && ranges[j].contains(ranges[i].begin);
                });
                QVERIFY(held);
            }
        }
    }
}

void SpanLayoutTest::piecesKeepTheirLane()
{
    const std::vector<LanedRange> ranges{{{0, 30}, 0}, {{5, 12}, 1}, {{18, 40}, 2}, {{50, 60}, 0}};
    const std::vector<LinePiece> expected{{0, 0, {10, 20}}, {1, 1, {10, 12}}, {2, 2, {18, 20}}};
    QVERIFY(piecesOnLine({10, 20}, ranges, 4) == expected);
    QCOMPARE(slotsUsed(expected), 3);
    QCOMPARE(slotsUsed({}), 0);
}

void SpanLayoutTest::aDeepRangeTakesAPlaceThatIsFreeOnTheLine()
{
    const std::vector<LanedRange> ranges{{{0, 15}, 0}, {{0, 20}, 5}, {{16, 20}, 6}};
    const std::vector<LinePiece> pieces = piecesOnLine({10, 20}, ranges, 2);
    const std::vector<LinePiece> expected{{0, 0, {10, 15}}, {1, 1, {10, 20}}, {2, 0, {16, 20}}};
    QVERIFY(pieces == expected);
    QCOMPARE(foldedCount(pieces), 0);
}

void SpanLayoutTest::whatFindsNoPlaceIsFolded()
{
    std::vector<LanedRange> ranges;
    for (int lane = 0; lane < 7; ++lane)
        ranges.push_back({{0, 10}, lane});
    const std::vector<LinePiece> pieces = piecesOnLine({0, 10}, ranges, 4);
    QCOMPARE(int(pieces.size()), 7);
    QCOMPARE(foldedCount(pieces), 3);
    QCOMPARE(slotsUsed(pieces), 4);
}

void SpanLayoutTest::piecesOfRandomRangesNeverCollide()
{
    for (quint32 seed = 1; seed <= 50; ++seed) {
        QRandomGenerator random(seed);
        const std::vector<Utf16Range> ranges = randomRanges(random, 40, 120);
        const std::vector<int> lane = lanes(ranges);
        std::vector<LanedRange> laned;
        for (size_t i = 0; i < ranges.size(); ++i)
            laned.push_back({ranges[i], lane[i]});
        const std::vector<LinePiece> pieces = piecesOnLine({30, 60}, laned, 4);
        const auto touching = std::ranges::count_if(ranges, [](Utf16Range range) { return intersection(range, Utf16Range{30, 60}).has_value(); });
        QCOMPARE(qsizetype(pieces.size()), qsizetype(touching)); // each is there, if only in the count
        for (const LinePiece &a : pieces) {
            QVERIFY(a.slot < 4);
            for (const LinePiece &b : pieces)
                QVERIFY(a.member == b.member || a.slot < 0 || a.slot != b.slot || !intersection(a.range, b.range));
        }
    }
}

GALLEY_TEST(SpanLayoutTest)
#include "tst_spanlayout.moc"
