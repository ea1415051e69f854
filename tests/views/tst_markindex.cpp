// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <text/markindex.h>

#include <testing.h>

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace galley;
using namespace Qt::StringLiterals;

class MarkIndexTest : public QObject
{
    Q_OBJECT

private slots:
    void whatTouchesIsFoundAsByLooking();
    void theInnermostComesFirst();
    void addingAndRemovingLeadsWhereSettingDoes();
    void onlyTheStretchThatChangedIsTold();
    void aMarkWithoutTextIsKeptButTouchesNothing();
    void rangesAreCutToTheText();
    void tracksHaveLanesOfTheirOwn();
};

static Mark mark(qint64 key, qsizetype begin, qsizetype end)
{
    return {key, {begin, end}, QColor(Qt::red), QString::number(key), {}, false, false};
}

static std::vector<Mark> randomMarks(QRandomGenerator &random, int count, int length)
{
    std::vector<Mark> marks;
    for (int i = 0; i < count; ++i) {
        const qsizetype begin = random.bounded(-5, length);
        marks.push_back(mark(random.bounded(1, count), begin, begin + random.bounded(0, length / 5)));
    }
    return marks;
}

static QString printed(const MarkIndex &index)
{
    QString text;
    for (int i = 0; i < index.size(); ++i) {
        const LanedRange &laned = index.laned(i);
        text += u"%1 %2-%3 @%4\n"_s.arg(index.mark(i).key).arg(laned.range.begin).arg(laned.range.end).arg(laned.lane);
    }
    return text;
}

void MarkIndexTest::whatTouchesIsFoundAsByLooking()
{
    for (quint32 seed = 1; seed <= 40; ++seed) {
        QRandomGenerator random(seed);
        MarkIndex index;
        index.replace(randomMarks(random, int(seed) * 3, 300), 300);
        for (int i = 0; i < 50; ++i) {
            const qsizetype begin = random.bounded(300);
            const Utf16Range range{begin, begin + random.bounded(1, 40)};
            std::vector<int> expected;
            for (int at = 0; at < index.size(); ++at) {
                if (intersection(index.laned(at).range, range))
                    expected.push_back(at);
            }
            QVERIFY(index.touching(range) == expected);
        }
    }
}

void MarkIndexTest::theInnermostComesFirst()
{
    MarkIndex index;
    index.replace({mark(1, 0, 50), mark(2, 10, 30), mark(3, 12, 14), mark(4, 10, 30), mark(5, 13, 33)}, 100);
    QVERIFY((index.keysOf(index.containing(13)) == std::vector<qint64>{3, 5, 4, 2, 1}));
    QVERIFY((index.keysOf(index.containing(49)) == std::vector<qint64>{1}));
    QVERIFY(index.containing(50).empty());
}

void MarkIndexTest::addingAndRemovingLeadsWhereSettingDoes()
{
    for (quint32 seed = 1; seed <= 30; ++seed) {
        QRandomGenerator random(seed);
        std::vector<Mark> wanted = randomMarks(random, 30, 200);
        MarkIndex step;
        step.replace({}, 200);
        for (const Mark &each : wanted)
            step.add({each});
        for (int i = 0; i < 5; ++i) {
            const qint64 key = random.bounded(1, 30);
            step.remove(key);
            std::erase_if(wanted, [key](const Mark &each) { return each.key == key; });
        }
        std::ranges::shuffle(wanted, random);
        MarkIndex whole;
        whole.replace(wanted, 200);
        QCOMPARE(printed(step), printed(whole));
        QCOMPARE(step.laneCount(), whole.laneCount());
    }
}

void MarkIndexTest::onlyTheStretchThatChangedIsTold()
{
    MarkIndex index;
    index.replace({mark(1, 0, 10), mark(2, 5, 15), mark(3, 100, 120)}, 200);
    QVERIFY((index.add({mark(4, 110, 130)}) == std::vector<Utf16Range>{{110, 130}}));
    // Without the first, the second moves up a lane.
    QVERIFY((index.remove(1) == std::vector<Utf16Range>{{0, 10}, {5, 15}, {5, 15}}));
    QVERIFY(index.remove(99).empty());
}

void MarkIndexTest::aMarkWithoutTextIsKeptButTouchesNothing()
{
    MarkIndex index;
    index.replace({mark(1, 0, 0), mark(2, 30, 20), mark(3, 500, 600), mark(4, 5, 10)}, 100);
    QCOMPARE(index.size(), 4);
    QVERIFY((index.keysOf(index.touching({0, 100})) == std::vector<qint64>{4}));
    QCOMPARE(index.withKey(3).size(), size_t(1));
    QCOMPARE(index.laneCount(), 1);
}

void MarkIndexTest::rangesAreCutToTheText()
{
    MarkIndex index;
    index.replace({mark(1, -50, 9999)}, 100);
    QVERIFY((index.laned(0).range == Utf16Range{0, 100}));
    QVERIFY((index.mark(0).range == Utf16Range{-50, 9999})); // handed back as it came
}

void MarkIndexTest::tracksHaveLanesOfTheirOwn()
{
    std::vector<Mark> marks{mark(1, 0, 10), mark(2, 5, 20), mark(3, 30, 40), mark(4, 0, 10), mark(5, 32, 38)};
    for (const size_t second : {3, 4})
        marks[second].track = 1;
    MarkIndex index;
    index.replace(marks, 100);
    QCOMPARE(printed(index), u"1 0-10 @0\n4 0-10 @2\n2 5-20 @1\n3 30-40 @0\n5 32-38 @2\n"_s);
    QCOMPARE(index.laneCount(), 3);
    QCOMPARE(index.add({mark(6, 0, 10)}).size(), 7); // one came; one of the first track and both of the second moved, from and to
}

GALLEY_TEST(MarkIndexTest)
#include "tst_markindex.moc"
