// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <versions/fingerprint.h>
#include <versions/overlap.h>

#include <prose.h>

#include <testing.h>

#include <QTest>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

namespace {

const std::vector<quint32> none;

Overlap overlap(const QString &a, const QString &b)
{
    const Fingerprint one = fingerprintOf(a);
    const Fingerprint other = fingerprintOf(b);
    return overlapOf({one, none}, {other, none});
}

} // namespace

class FingerprintTest : public QObject
{
    Q_OBJECT

private slots:
    void writingDoesNotMatter_data();
    void writingDoesNotMatter();
    void everyWordMatters();
    void wordsAndShinglesAreCounted_data();
    void wordsAndShinglesAreCounted();
    void onlyThePartsAreRead();
    void aLongTextKeepsTheLowestShingles();
    void containmentIsOfTheShorter();
    void ignoredShinglesCountOnNeitherSide();
    void theHashesNeverChange();
};

void FingerprintTest::writingDoesNotMatter_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::newRow("case") << u"The Mill BURNED down today"_s << u"the mill burned down TODAY"_s;
    QTest::newRow("punctuation") << u"“The mill,” he said, “burned.”"_s << u"The mill he said -- burned"_s;
    QTest::newRow("apostrophes") << u"They don’t say who’s to blame"_s << u"They don't say whos to blame"_s;
    QTest::newRow("blanks") << u"The mill\n\nburned\u00A0down  today"_s << u"The mill burned down today"_s;
    QTest::newRow("accents") << u"La municipalité a décidé d’agir"_s << u"La municipalite\u0301 a decide d'agir"_s;
    QTest::newRow("Greek case") << u"Η ΠΌΛΗ ΚΑΊΓΕΤΑΙ ΑΠΌ ΧΘΕΣ"_s << u"η πόλη καίγεται από χθεσ"_s;
    QTest::newRow("soft hyphens") << u"The mill of the munici\u00ADpality burned"_s << u"The mill of the municipality burned"_s;
    QTest::newRow("Chinese signs") << u"港口关闭了，船不走。"_s << u"港口关闭了 船不走"_s;
}

void FingerprintTest::writingDoesNotMatter()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QCOMPARE(fingerprintOf(a), fingerprintOf(b));
    QVERIFY(!fingerprintOf(a).shingles.empty());
}

void FingerprintTest::everyWordMatters()
{
    QCOMPARE(overlap(u"the mill burned down today"_s, u"the mill burned down yesterday"_s).shared, 0);
    QCOMPARE(overlap(u"one two three four five"_s, u"two one three four five"_s).shared, 0);
    QCOMPARE(overlap(u"one two three four five"_s, u"onetwo three four five six"_s).shared, 0);
}

void FingerprintTest::wordsAndShinglesAreCounted_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qsizetype>("words");
    QTest::addColumn<qsizetype>("shingles");
    const auto row = [](const char *name, const QString &text, qsizetype words, qsizetype shingles) {
        QTest::newRow(name) << text << words << shingles;
    };
    row("nothing", u""_s, 0, 0);
    row("signs", u"… — !"_s, 0, 0);
    row("too few words", u"The mill burned down."_s, 4, 0);
    row("five words", u"The mill burned down today."_s, 5, 1);
    row("words again and again", u"ja ja ja ja ja ja ja"_s, 7, 1);
    row("Chinese", u"港口今天关闭了。"_s, 7, 3);
    row("Japanese", u"東京タワーで火事"_s, 8, 4);
    row("Korean", u"서울의 항구는 오늘 문을 닫았다"_s, 5, 1);
    row("Thai", u"กรุงเทพ"_s, 6, 2);
    row("beyond the first plane", u"𠀀𠀁𠀂𠀃𠀄𠀅"_s, 6, 2);
    row("emoji are no words", u"The 😀 mill 👩🏽‍🚒 burned down today"_s, 5, 1);
    row("a lone surrogate", u"The mill burned down today "_s + QChar(0xD800), 5, 1);
}

void FingerprintTest::wordsAndShinglesAreCounted()
{
    QFETCH(QString, text);
    const Fingerprint fingerprint = fingerprintOf(text);
    QTEST(fingerprint.words, "words");
    QTEST(qsizetype(fingerprint.shingles.size()), "shingles");
}

void FingerprintTest::onlyThePartsAreRead()
{
    const QString text = u"😀 The mill burned down today. Share this article! It was old."_s;
    const Range first{2, 29};
    const Range last{50, 61};
    QCOMPARE(fingerprintOf(text, {first, last}), fingerprintOf(u"The mill burned down today. It was old."_s));
    QCOMPARE(fingerprintOf(text, {}), Fingerprint());
    QCOMPARE(fingerprintOf(text, {{0, 1000}}), fingerprintOf(text));
    QCOMPARE(fingerprintOf(text, {{-5, 3}, {9, 4}, {400, 500}}), fingerprintOf(u"T"_s));
}

void FingerprintTest::aLongTextKeepsTheLowestShingles()
{
    Prose prose(1);
    QString text;
    for (int at = 0; at < 1000; ++at)
        text += prose.sentence() + u' ';
    const Fingerprint fingerprint = fingerprintOf(text);
    QCOMPARE(fingerprint.shingles.size(), 1024);
    QCOMPARE(fingerprint.bound, fingerprint.shingles.back());
    QVERIFY(std::ranges::is_sorted(fingerprint.shingles));
    QVERIFY(std::ranges::adjacent_find(fingerprint.shingles) == fingerprint.shingles.end());

    // A tenth of it is found in it as if all had been kept.
    const Overlap part = overlap(text, text.first(text.size() / 10));
    QVERIFY2(part.containment > 0.97, qPrintable(QString::number(part.containment)));
    QString half = text.first(text.size() / 2);
    for (int at = 0; at < 500; ++at)
        half += prose.sentence() + u' ';
    const Overlap halves = overlap(text, half);
    QVERIFY2(halves.containment > 0.44 && halves.containment < 0.56, qPrintable(QString::number(halves.containment)));
}

void FingerprintTest::containmentIsOfTheShorter()
{
    const QString text = u"one two three four five six seven eight nine ten eleven twelve"_s;
    QCOMPARE(overlap(text, u"three four five six seven eight"_s).containment, 1.0);
    QCOMPARE(overlap(u"three four five six seven eight"_s, text).containment, 1.0);
    QCOMPARE(overlap(text, u"three four five six seven eight other words here now"_s).containment, 2.0 / 6);
    QCOMPARE(overlap(text, u""_s).containment, 0.0);
}

void FingerprintTest::ignoredShinglesCountOnNeitherSide()
{
    const Fingerprint text = fingerprintOf(u"one two three four five six seven eight nine"_s);
    const Fingerprint other = fingerprintOf(u"one two three four five six other words here now"_s);
    QCOMPARE(overlapOf({text, none}, {other, none}).shared, 2);
    std::vector<quint32> ignored = fingerprintOf(u"one two three four five"_s).shingles;
    const Overlap overlap = overlapOf({text, ignored}, {other, ignored});
    QCOMPARE(overlap.shared, 1);
    QCOMPARE(overlap.containment, 1.0 / 4);
}

void FingerprintTest::theHashesNeverChange()
{
    // They may be kept in files.
    QCOMPARE(fingerprintOf(u"The mill burned down today."_s).shingles, std::vector<quint32>{4016689717u});
}

GALLEY_PURE_TEST(FingerprintTest)
#include "tst_fingerprint.moc"
