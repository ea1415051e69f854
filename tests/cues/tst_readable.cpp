// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cues/readable.h>

#include <testing.h>

#include <QTest>

using namespace galley;

class ReadableTest : public QObject
{
    Q_OBJECT

private slots:
    void contrastIsThatOfTheGuidelines();
    void aReadableColourStaysAsItIs();
    void everyColourBecomesReadable();
    void theHueIsKept();
};

void ReadableTest::contrastIsThatOfTheGuidelines()
{
    QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrast(Qt::white, Qt::black), 21.0);
    QCOMPARE(contrast(Qt::red, Qt::red), 1.0);
    QVERIFY(qAbs(contrast(QColor(0x76, 0x76, 0x76), Qt::white) - 4.54) < 0.01);
}

void ReadableTest::aReadableColourStaysAsItIs()
{
    QCOMPARE(readable(QColor(0x1d5a96), false), QColor(0x1d5a96));
    QCOMPARE(readable(QColor(0x8fbce6), true), QColor(0x8fbce6));
}

void ReadableTest::everyColourBecomesReadable()
{
    for (int red = 0; red < 256; red += 51) {
        for (int green = 0; green < 256; green += 51) {
            for (int blue = 0; blue < 256; blue += 51) {
                const QColor color(red, green, blue);
                const double onLight = contrast(readable(color, false), QColor::fromRgb(darkestLightPage));
                const double onDark = contrast(readable(color, true), QColor::fromRgb(lightestDarkPage));
                QVERIFY2(onLight >= readableContrast && onDark >= readableContrast, qPrintable(color.name()));
            }
        }
    }
}

void ReadableTest::theHueIsKept()
{
    const QColor yellow(0xff, 0xe0, 0x00);
    const QColor onLight = readable(yellow, false);
    QVERIFY(onLight != yellow);
    QVERIFY(qAbs(onLight.hslHue() - yellow.hslHue()) <= 2);
    QCOMPARE(readable(yellow, true), yellow);
}

GALLEY_TEST(ReadableTest)
#include "tst_readable.moc"
