// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <text/marginlayout.h>

#include <testing.h>

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace galley;

class MarginLayoutTest : public QObject
{
    Q_OBJECT

private slots:
    void labelsStandWhereTheyWishWhileTheyMay();
    void crowdedLabelsPartEvenly();
    void labelsAtTheBottomMoveUp();
    void randomLabelsNeverCollideOrLeaveTheRoom();
    void anAnnotationIsNamedOnce();
    void whatHasNoRoomIsCounted();
};

static std::vector<Bracket> brackets(int count, qreal distance)
{
    std::vector<Bracket> result;
    for (int i = 0; i < count; ++i)
        result.push_back({i, i + 1, 0, i * distance, i * distance + 5, true, true});
    return result;
}

void MarginLayoutTest::labelsStandWhereTheyWishWhileTheyMay()
{
    QVERIFY((placedApart(std::vector<qreal>{0, 20, 55}, 10, 100) == std::vector<qreal>{0, 20, 55}));
}

void MarginLayoutTest::crowdedLabelsPartEvenly()
{
    QVERIFY((placedApart(std::vector<qreal>{50, 50, 50}, 10, 100) == std::vector<qreal>{40, 50, 60}));
    QVERIFY((placedApart(std::vector<qreal>{0, 0, 0}, 10, 100) == std::vector<qreal>{0, 10, 20}));
}

void MarginLayoutTest::labelsAtTheBottomMoveUp()
{
    QVERIFY((placedApart(std::vector<qreal>{70, 95, 95}, 10, 100) == std::vector<qreal>{70, 80, 90}));
}

void MarginLayoutTest::randomLabelsNeverCollideOrLeaveTheRoom()
{
    for (quint32 seed = 1; seed <= 200; ++seed) {
        QRandomGenerator random(seed);
        std::vector<qreal> wishes(size_t(random.bounded(1, 20)));
        for (qreal &wish : wishes)
            wish = random.bounded(-50, 250);
        std::ranges::sort(wishes);
        const std::vector<qreal> tops = placedApart(wishes, 10, 200);
        QCOMPARE(tops.size(), wishes.size());
        for (size_t i = 0; i < tops.size(); ++i) {
            QVERIFY(tops[i] >= -1e-6 && tops[i] + 10 <= 200 + 1e-6);
            QVERIFY(i == 0 || tops[i] >= tops[i - 1] + 10 - 1e-6);
        }
    }
}

void MarginLayoutTest::anAnnotationIsNamedOnce()
{
    std::vector<Bracket> all = brackets(3, 30);
    all[2].key = all[0].key;
    const std::vector<BracketLabel> labels = placeLabels(all, 10, QRectF(0, 0, 100, 200));
    QCOMPARE(labels.size(), size_t(2));
    QCOMPARE(labels[1].bracket, 1);
}

void MarginLayoutTest::whatHasNoRoomIsCounted()
{
    const std::vector<BracketLabel> labels = placeLabels(brackets(30, 1), 10, QRectF(0, 0, 100, 105));
    QCOMPARE(labels.size(), size_t(10));
    QCOMPARE(labels.back().bracket, 9);
    QCOMPARE(labels.back().folded, 21);
    QVERIFY(placeLabels(brackets(3, 9), 10, QRectF(0, 0, 15, 105)).empty()); // too narrow for any name
}

GALLEY_TEST(MarginLayoutTest)
#include "tst_marginlayout.moc"
