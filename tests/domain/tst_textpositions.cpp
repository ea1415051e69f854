// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/shortened.h>
#include <domain/textpositions.h>

#include <testing.h>

#include <QRandomGenerator>
#include <QTest>
#include <QTextBoundaryFinder>

using namespace galley;
using namespace Qt::StringLiterals;

class TextPositionsTest : public QObject
{
    Q_OBJECT

private slots:
    void aTextWithoutEmojiCountsTheSame();
    void offsetsAfterAnEmojiPart();
    void aCutSurrogatePairIsTakenWhole();
    void everyOffsetOfARandomTextAgreesWithACount();
    void utf8OffsetsBecomeCodePoints();
    void positionsBeyondTheTextAreClamped();
    void aSelectionSnapsToGraphemes_data();
    void aSelectionSnapsToGraphemes();
    void snappingNeedsNoMoreOfTheTextThanItLooksAt();
    void trimmingDropsEveryKindOfBlank();
    void quotesAreTheExactText();
    void shorteningCutsNoEmoji();
};

void TextPositionsTest::aTextWithoutEmojiCountsTheSame()
{
    const QString text = u"Über\u00A0Größe — 東京"_s;
    const TextPositions positions(text);
    QCOMPARE(positions.codePoints(), text.size());
    for (qsizetype at = 0; at <= text.size(); ++at) {
        QCOMPARE(positions.toUtf16(at), at);
        QCOMPARE(positions.toCodePoint(at), at);
    }
}

void TextPositionsTest::offsetsAfterAnEmojiPart()
{
    const QString text = u"a😀b😀😀c"_s;
    const TextPositions positions(text);
    QCOMPARE(positions.codePoints(), 6);
    QCOMPARE(positions.utf16Units(), 9);
    const std::vector<qsizetype> expected{0, 1, 3, 4, 6, 8, 9};
    for (size_t codePoint = 0; codePoint < expected.size(); ++codePoint) {
        QCOMPARE(positions.toUtf16(qsizetype(codePoint)), expected[codePoint]);
        QCOMPARE(positions.toCodePoint(expected[codePoint]), qsizetype(codePoint));
    }
}

void TextPositionsTest::aCutSurrogatePairIsTakenWhole()
{
    const TextPositions positions(u"a😀b"_s);
    QCOMPARE(positions.toCodePoint(2), 1);
    QVERIFY((positions.toCodePoints(Utf16Range{0, 2}) == Range{0, 2}));
    QVERIFY((positions.toCodePoints(Utf16Range{2, 4}) == Range{1, 3}));
}

void TextPositionsTest::everyOffsetOfARandomTextAgreesWithACount()
{
    const std::vector<QString> pieces{u"a"_s, u"é"_s, u"\u00A0"_s, u"東"_s, u"😀"_s, u"👩‍👧"_s, u"\n"_s, QString(QChar(0xD800)), u"e\u0301"_s};
    for (quint32 seed = 1; seed <= 50; ++seed) {
        QRandomGenerator random(seed);
        QString text;
        for (int i = 0; i < 200; ++i)
            text += pieces[random.bounded(quint32(pieces.size()))];
        const TextPositions positions(text);
        const QList<uint> codePoints = text.toUcs4();
        QCOMPARE(positions.codePoints(), codePoints.size());
        qsizetype utf16 = 0;
        for (qsizetype at = 0; at < codePoints.size(); ++at) {
            QCOMPARE(positions.toUtf16(at), utf16);
            QCOMPARE(positions.toCodePoint(utf16), at);
            utf16 += QChar::requiresSurrogates(codePoints[at]) ? 2 : 1;
        }
        QCOMPARE(positions.toUtf16(codePoints.size()), text.size());
    }
}

void TextPositionsTest::utf8OffsetsBecomeCodePoints()
{
    const QString text = u"aé東😀b"_s; // 1 + 2 + 3 + 4 + 1 bytes
    QVERIFY((toCodePoints(text, Utf8Range{0, 11}) == Range{0, 5}));
    QVERIFY((toCodePoints(text, Utf8Range{3, 10}) == Range{2, 4}));
    QVERIFY((toCodePoints(text, Utf8Range{4, 8}) == Range{2, 4})); // cut sequences are taken whole
    QVERIFY((toCodePoints(text, Utf8Range{11, 99}) == Range{5, 5}));
}

void TextPositionsTest::positionsBeyondTheTextAreClamped()
{
    const TextPositions positions(u"a😀"_s);
    QCOMPARE(positions.toUtf16(99), 3);
    QCOMPARE(positions.toUtf16(-1), 0);
    QCOMPARE(positions.toCodePoint(99), 2);
    QCOMPARE(TextPositions().toUtf16(5), 0);
}

void TextPositionsTest::aSelectionSnapsToGraphemes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Utf16Range>("selected");
    QTest::addColumn<Utf16Range>("snapped");

    QTest::newRow("plain") << u"abc"_s << Utf16Range{1, 2} << Utf16Range{1, 2};
    QTest::newRow("family emoji") << u"x👩‍👧y"_s << Utf16Range{2, 3} << Utf16Range{1, 6};
    QTest::newRow("flag") << u"🇩🇪 x"_s << Utf16Range{0, 2} << Utf16Range{0, 4};
    QTest::newRow("combining accent") << u"e\u0301t"_s << Utf16Range{0, 1} << Utf16Range{0, 2};
    QTest::newRow("empty") << u"abc"_s << Utf16Range{2, 2} << Utf16Range{2, 2};
    QTest::newRow("beyond") << u"abc"_s << Utf16Range{1, 9} << Utf16Range{1, 3};
    QTest::newRow("no text") << QString() << Utf16Range{0, 1} << Utf16Range{0, 0};
}

void TextPositionsTest::aSelectionSnapsToGraphemes()
{
    QFETCH(QString, text);
    QFETCH(Utf16Range, selected);
    QFETCH(Utf16Range, snapped);
    const Utf16Range actual = snappedToGraphemes(text, selected);
    QCOMPARE(actual.begin, snapped.begin);
    QCOMPARE(actual.end, snapped.end);
}

/// The whole text through Qt's finder is the measure for the stretch that is really looked at. (Without Indic letters: after
/// one of them Qt 6.8 finds boundaries inside surrogate pairs, all the way to the next script.)
void TextPositionsTest::snappingNeedsNoMoreOfTheTextThanItLooksAt()
{
    const QStringList pieces{u"a"_s, u" "_s, u"\n"_s, u"\r"_s, u"\r\n"_s, u"é"_s, u"e\u0301"_s, u"\u200D"_s, u"👩"_s, u"🇩"_s, u"🇪"_s, u"한"_s,
                             u"\u1100"_s, u"\u1161"_s, u"\u0600"_s, u"漢"_s, u"❤\uFE0F"_s, u"\u20E3"_s, u"1"_s, u"©"_s};
    QRandomGenerator random(1);
    for (int round = 0; round < 20000; ++round) {
        QString text;
        for (int length = random.bounded(1, 20); length > 0; --length)
            text += pieces[random.bounded(int(pieces.size()))];
        const qsizetype begin = random.bounded(int(text.size()) + 1);
        const qsizetype end = random.bounded(int(begin), int(text.size()) + 1);
        QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
        finder.setPosition(begin);
        const qsizetype expectedBegin = finder.isAtBoundary() ? begin : finder.toPreviousBoundary();
        finder.setPosition(end);
        const qsizetype expectedEnd = finder.isAtBoundary() ? end : finder.toNextBoundary();
        const Utf16Range snapped = snappedToGraphemes(text, {begin, end});
        QVERIFY2((snapped == Utf16Range{expectedBegin, expectedEnd}),
                 qPrintable(u"%1–%2 of %3"_s.arg(begin).arg(end).arg(QString::fromLatin1(text.toUtf8().toHex(' ')))));
    }
}

void TextPositionsTest::trimmingDropsEveryKindOfBlank()
{
    QVERIFY((trimmed(u" \u00A0\u200Ba b\n"_s, {0, 7}) == Utf16Range{3, 6}));
    QVERIFY(trimmed(u"   "_s, {0, 3}).isEmpty());
}

void TextPositionsTest::quotesAreTheExactText()
{
    const QString text = u"😀 NATO\u00A0said “no”."_s;
    const TextPositions positions(text);
    QCOMPARE(quoteOf(text, positions, {{2, 11}}), u"NATO\u00A0said"_s);
    QCOMPARE(quoteOf(text, positions, {{2, 6}, {13, 15}}), u"NATO … no"_s);
}

void TextPositionsTest::shorteningCutsNoEmoji()
{
    QCOMPARE(shortened(u"abc\n def"_s, 20), u"abc def"_s);
    QCOMPARE(shortened(u"ab👩‍👧cdefgh"_s, 5), u"ab👩‍👧…"_s);
    QCOMPARE(shortened(u"12345😀"_s, 7), u"12345😀"_s);
    QCOMPARE(shortened(u"12345😀8"_s, 7), u"12345😀…"_s); // the pair is whole
}

GALLEY_TEST(TextPositionsTest)
#include "tst_textpositions.moc"
