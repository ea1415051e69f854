// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/random.h>

#include <testing.h>

#include <QTest>

using namespace galley;

class RandomTest : public QObject
{
    Q_OBJECT

private slots:
    void theGeneratorIsPhilox();
    void numbersBelowABoundAreEachAsLikely();
};

void RandomTest::theGeneratorIsPhilox()
{
    // The first of the known answers that come with the paper: counter and key of zeros.
    Random random(0, 0);
    for (const quint32 expected : {0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u})
        QCOMPARE(random.next(), expected);
}

void RandomTest::numbersBelowABoundAreEachAsLikely()
{
    // A bound above half of all numbers, of which the plain product would favour every other one by half.
    Random random(1, 0);
    constexpr quint32 bound = 3u << 30;
    std::array<int, 3> thirds{};
    for (int i = 0; i < 30000; ++i)
        ++thirds[random.below(bound) % 3];
    for (const int count : thirds)
        QVERIFY(std::abs(count - 10000) < 370); // 4.5 standard deviations
}

GALLEY_TEST(RandomTest)
#include "tst_random.moc"
