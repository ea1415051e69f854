// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <reading.h>

#include <readers/article/anatomy.h>
#include <readers/article/quotedpassages.h>

#include <testing.h>

#include <QRandomGenerator>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

/// Passages between quotation marks, in the marks that newsrooms use.
class QuotedPassagesTest : public QObject
{
    Q_OBJECT

private slots:
    void marksOfAllKinds_data();
    void marksOfAllKinds();
    void positionsAreCodePoints();
    void aPassageStaysWithinWhatTheZonesAllow();
    void everyPassageBeginsAndEndsAtMarks();
    void manyMarksAloneAreNoProse();
};

namespace {

/// The passages as they stand in the text, joined by "|".
QString passagesIn(const QString &text, const std::vector<Zone> &zones = {})
{
    const TextPositions positions(text);
    QStringList passages;
    for (const Zone &zone : quotedPassages(text, zones)) {
        const Utf16Range range = positions.toUtf16(zone.range);
        passages += text.sliced(range.begin, range.length());
    }
    return passages.join(u'|');
}

} // namespace

void QuotedPassagesTest::marksOfAllKinds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("passages");

    QTest::newRow("straight") << u"\"The harbour opens today,\" she said. \"We are glad.\""_s
                              << u"\"The harbour opens today,\"|\"We are glad.\""_s;
    QTest::newRow("curly") << u"He said: “The quay is not yet dry.” Then he left."_s << u"“The quay is not yet dry.”"_s;
    QTest::newRow("German") << u"„Der Hafen ist offen“, sagte sie. „Ja.“"_s << u"„Der Hafen ist offen“"_s;
    QTest::newRow("Polish") << u"„Port jest już otwarty” – powiedziała."_s << u"„Port jest już otwarty”"_s;
    QTest::newRow("German closed straight") << u"„Der Hafen ist offen\", sagte sie."_s << u"„Der Hafen ist offen\""_s;
    QTest::newRow("French, with no-break spaces") << u"« Le port est ouvert », a-t-elle dit."_s
                                                  << u"« Le port est ouvert »"_s;
    QTest::newRow("French, with blanks") << u"Elle a dit : « Le port est ouvert »."_s << u"« Le port est ouvert »"_s;
    QTest::newRow("Russian, one in another") << u"«Балет „Буря“ и опера «Море» уже готовы», — сказала она."_s
                                             << u"«Балет „Буря“ и опера «Море» уже готовы»"_s;
    QTest::newRow("Danish") << u"»Havnen er åben nu,« siger hun."_s << u"»Havnen er åben nu,«"_s;
    QTest::newRow("Swedish") << u"”Hamnen är öppen nu”, säger hon."_s << u"”Hamnen är öppen nu”"_s;
    QTest::newRow("Japanese") << u"市長は「港はもう開いています」と述べた。"_s << u"「港はもう開いています」"_s;
    QTest::newRow("of the teleprinter") << u"``The harbour opens today,'' she said."_s << u"``The harbour opens today,''"_s;
    QTest::newRow("two single marks") << u"''I don't know,'' she said. ''The Ship'' sank."_s << u"''I don't know,''"_s;
    QTest::newRow("names in a sentence") << u"“No one knows Exampleton like Ann Lee.”"_s << u"“No one knows Exampleton like Ann Lee.”"_s;
    QTest::newRow("British") << u"‘It’s the players’ fault,’ he said, ‘and not ours.’"_s
                             << u"‘It’s the players’ fault,’|‘and not ours.’"_s;
    QTest::newRow("British, no comma") << u"A plan that ‘will not hold water’ was dropped."_s << u"‘will not hold water’"_s;
    QTest::newRow("single and straight") << u"'It is the players' fault,' he said."_s << u"'It is the players' fault,'"_s;
    QTest::newRow("apostrophes only") << u"It's the players' fault, and the coach's too."_s << QString();
    QTest::newRow("a cut word is none") << u"In the ’90s rock ’n’ roll wasn’t new."_s << QString();
    QTest::newRow("one in another") << u"“He said ‘we shall see’ to me,” she said."_s << u"“He said ‘we shall see’ to me,”"_s;
    QTest::newRow("words in doubt") << u"The \"safe zone\" and the so-called “reform” failed."_s << QString();
    QTest::newRow("a title") << u"The film “The Wind in the Willows” ran again."_s << QString();
    QTest::newRow("inches") << u"A 6\" pipe and a 12\" pipe burst in the night."_s << QString();
    QTest::newRow("never closed") << u"He said: “The quay is not yet dry.\n\nThen he left."_s << QString();
    QTest::newRow("taken up again") << u"He said: \"The quay is not dry.\n\n\"The crane is down.\n\n\"We wait for spring.\""_s
                                    << u"\"The quay is not dry.|\"The crane is down.|\"We wait for spring.\""_s;
    QTest::newRow("a stray mark before a passage") << u"A “ stray mark, then “the quay is dry” again."_s
                                                   << u"“the quay is dry”"_s;
    QTest::newRow("lines as wide as a page") << u"Intro.\n\nShe said \"the harbour opens\ntoday at noon\" and left."_s
                                             << u"\"the harbour opens\ntoday at noon\""_s;
    QTest::newRow("a paragraph a line") << u"She said \"the harbour opens\ntoday at noon\" and left."_s << QString();
}

void QuotedPassagesTest::marksOfAllKinds()
{
    QFETCH(QString, text);
    QFETCH(QString, passages);
    QCOMPARE(passagesIn(text), passages);
}

void QuotedPassagesTest::positionsAreCodePoints()
{
    const auto zones = quotedPassages(u"🚢🚢 “The 🚢 is in port” 🎉"_s);
    QCOMPARE(zones.size(), size_t(1));
    QCOMPARE(zones[0].kind, ZoneKind::Quote);
    QCOMPARE(zones[0].range, (Range{3, 21}));
}

void QuotedPassagesTest::aPassageStaysWithinWhatTheZonesAllow()
{
    const QString text = u"“A harbour for us”\n\n“We are so glad” by all"_s;
    const auto zone = [](ZoneKind kind, Range range) { return Zone{{}, {}, kind, range}; };
    QCOMPARE(passagesIn(text, {zone(ZoneKind::Headline, {0, 18})}), u"“A harbour for us”|“We are so glad”"_s);
    QCOMPARE(passagesIn(text, {zone(ZoneKind::Chrome, {0, 18})}), u"“We are so glad”"_s);
    QCOMPARE(passagesIn(text, {zone(ZoneKind::Lead, {20, 30})}), u"“A harbour for us”"_s); // it would be cut
}

void QuotedPassagesTest::everyPassageBeginsAndEndsAtMarks()
{
    const QString opening = u"“„«»‹›「『”\"`‘‚'"_s, closing = u"”“»«‹›」』\"'’‘"_s;
    const QString alphabet = u"“”„«»\"'‘’`「」 ,.ab…\n🚢"_s;
    QRandomGenerator random(1872);
    for (int round = 0; round < 3000; ++round) {
        QString text;
        for (int at = 0; at < 120; ++at) {
            const qsizetype which = random.bounded(int(alphabet.size()) + 40);
            text += which >= alphabet.size() ? (which % 4 == 0 ? u' ' : u'c') : alphabet[which];
        }
        const TextPositions positions(text);
        qsizetype before = 0;
        for (const Zone &zone : quotedPassages(text)) {
            const Utf16Range range = positions.toUtf16(zone.range);
            const QString passage = text.sliced(range.begin, range.length());
            QVERIFY2(zone.range.begin >= before, qPrintable(text));
            QVERIFY2(opening.contains(passage.front()), qPrintable(text));
            const bool paragraphEnds = text.sliced(range.end).trimmed().size() < text.sliced(range.end).size();
            QVERIFY2(closing.contains(passage.back()) || paragraphEnds, qPrintable(text));
            QVERIFY2(!passage.contains(u"\n\n"_s), qPrintable(text));
            before = zone.range.end;
        }
    }
}

void QuotedPassagesTest::manyMarksAloneAreNoProse()
{
    const QString passage = u"“We are so glad,”"_s;
    QCOMPARE(passagesIn(u"The “ferry left. "_s.repeated(10) + passage + u" he said."_s), passage);
    // The rest of such a paragraph is given up; to look on for the partner of each mark would take for ever in a long one.
    QCOMPARE(passagesIn(u"“a b "_s.repeated(500'000) + u"\n\nShe said: "_s + passage), passage);
}

GALLEY_TEST(QuotedPassagesTest)
#include "tst_quotedpassages.moc"
