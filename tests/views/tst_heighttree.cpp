// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <text/heighttree.h>

#include <testing.h>

#include <QRandomGenerator>
#include <QTest>

using namespace galley;

class HeightTreeTest : public QObject
{
    Q_OBJECT

private slots:
    void anEmptyTreeCoversNothing();
    void topsAndPlacesAgreeWithASum();
};

void HeightTreeTest::anEmptyTreeCoversNothing()
{
    HeightTree tree;
    tree.assign({});
    QCOMPARE(tree.total(), 0);
    QCOMPARE(tree.indexAt(5), -1);
}

void HeightTreeTest::topsAndPlacesAgreeWithASum()
{
    for (quint32 seed = 1; seed <= 40; ++seed) {
        QRandomGenerator random(seed);
        std::vector<int> heights(seed);
        for (int &height : heights)
            height = random.bounded(1, 50);
        HeightTree tree;
        tree.assign(heights);
        for (int change = 0; change < 20; ++change) {
            const int at = random.bounded(int(seed));
            heights[size_t(at)] = random.bounded(1, 80);
            tree.setHeight(at, heights[size_t(at)]);
        }
        qint64 top = 0;
        for (int i = 0; i < int(seed); ++i) {
            QCOMPARE(tree.top(i), top);
            QCOMPARE(tree.indexAt(top), i);
            QCOMPARE(tree.indexAt(top + heights[size_t(i)] - 1), i);
            top += heights[size_t(i)];
        }
        QCOMPARE(tree.total(), top);
        QCOMPARE(tree.indexAt(-10), 0);
        QCOMPARE(tree.indexAt(top + 10), int(seed) - 1);
    }
}

GALLEY_TEST(HeightTreeTest)
#include "tst_heighttree.moc"
