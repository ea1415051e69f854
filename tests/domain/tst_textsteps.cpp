// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/textsteps.h>

#include <testing.h>

#include <QRandomGenerator>
#include <QTest>

using namespace galley;
using namespace Qt::StringLiterals;

class TextStepsTest : public QObject
{
    Q_OBJECT

private slots:
    void stepsForwardGoToBegins_data();
    void stepsForwardGoToBegins();
    void stepsBackwardRetraceThem_data();
    void stepsBackwardRetraceThem();
    void wordsAreThoseOfTheLanguage_data();
    void wordsAreThoseOfTheLanguage();
    void theCaretStopsAtTheEndOfAParagraph();
    void endsLeaveTheBlanksOut();
    void theUnitAtAPosition_data();
    void theUnitAtAPosition();
    void anEndMovesByUnits_data();
    void anEndMovesByUnits();
    void everyStepEndsAndStaysInTheText();

private:
    static void addSteps();
};

void TextStepsTest::addSteps()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<TextUnit>("unit");
    QTest::addColumn<QList<int>>("stops");

    using Stops = QList<int>;
    QTest::newRow("letters") << u"ab\nc"_s << TextUnit::Grapheme << Stops{0, 1, 2, 3, 4};
    QTest::newRow("family and flag") << u"a👩‍👧b🇩🇪🇯🇵"_s << TextUnit::Grapheme << Stops{0, 1, 6, 7, 11, 15};
    QTest::newRow("combining accent") << u"e\u0301t"_s << TextUnit::Grapheme << Stops{0, 2, 3};
    QTest::newRow("words") << u"It didn’t: 3.5%, “no”."_s << TextUnit::Word << Stops{0, 3, 11, 18, 22};
    QTest::newRow("words over lines") << u"one\n\n two"_s << TextUnit::Word << Stops{0, 6, 9};
    QTest::newRow("emoji are words") << u"hot 🔥 news"_s << TextUnit::Word << Stops{0, 4, 7, 11};
    QTest::newRow("numbers") << u"0.03 or 12,5 or 10\u00A0000 in 2019"_s << TextUnit::Word << Stops{0, 5, 8, 13, 16, 23, 26, 30};
    QTest::newRow("a number and another") << u"in 1990\u00A02000 came"_s << TextUnit::Word << Stops{0, 3, 8, 13, 17};
    QTest::newRow("money and shares") << u"$5, 20€ and %5 of 3.5%."_s << TextUnit::Word << Stops{0, 4, 8, 12, 15, 18, 23};
    QTest::newRow("compounds") << u"an e-mail of COVID-19 - no"_s << TextUnit::Word << Stops{0, 3, 10, 13, 24, 26};
    QTest::newRow("elisions") << u"l’homme d'État"_s << TextUnit::Word << Stops{0, 8, 14};
    QTest::newRow("Japanese name") << u"東京。"_s << TextUnit::Word << Stops{0, 3};
    QTest::newRow("Arabic words") << u"قال الوزير"_s << TextUnit::Word << Stops{0, 4, 10};
    QTest::newRow("sentences") << u"One came. Two left! Did three?"_s << TextUnit::Sentence << Stops{0, 10, 20, 30};
    QTest::newRow("sentences over paragraphs") << u"First. Second.\n\nThird."_s << TextUnit::Sentence << Stops{0, 7, 16, 22};
    QTest::newRow("quoted sentence") << u"“No.” He left."_s << TextUnit::Sentence << Stops{0, 6, 14};
    QTest::newRow("Chinese sentences") << u"他来了。她走了。"_s << TextUnit::Sentence << Stops{0, 4, 8};
    QTest::newRow("Arabic sentences") << u"هل جاء؟ نعم."_s << TextUnit::Sentence << Stops{0, 8, 12};
    QTest::newRow("paragraphs") << u"One.\n\n \nTwo.\nThree."_s << TextUnit::Paragraph << Stops{0, 8, 13, 19};
    QTest::newRow("nothing") << QString() << TextUnit::Sentence << Stops{0};
    QTest::newRow("only blanks") << u" \n\u00A0"_s << TextUnit::Word << Stops{0, 3};
}

void TextStepsTest::stepsForwardGoToBegins_data() { addSteps(); }

void TextStepsTest::stepsForwardGoToBegins()
{
    QFETCH(QString, text);
    QFETCH(TextUnit, unit);
    QFETCH(QList<int>, stops);
    QList<int> actual{0};
    while (actual.back() < text.size())
        actual += int(nextBegin(text, actual.back(), unit));
    QCOMPARE(actual, stops);
}

void TextStepsTest::stepsBackwardRetraceThem_data() { addSteps(); }

void TextStepsTest::stepsBackwardRetraceThem()
{
    QFETCH(QString, text);
    QFETCH(TextUnit, unit);
    QFETCH(QList<int>, stops);
    QList<int> actual{int(text.size())};
    while (actual.front() > 0)
        actual.prepend(int(previousBegin(text, actual.front(), unit)));
    QCOMPARE(actual, stops);
}

void TextStepsTest::wordsAreThoseOfTheLanguage_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("text"); // | is between words
    const auto row = [](const char *name, const QString &language, const QString &text) { QTest::newRow(name) << language << text; };
    row("Chinese", u"zh"_s, u"他|来到|北京|大学|学习"_s);
    row("Chinese, in traditional characters", u"zh-Hant-TW"_s, u"臺灣|的|經濟|發展"_s);
    row("Japanese", u"ja"_s, u"東京|は|日本|の|首都"_s);
    row("Thai", u"th"_s, u"ประเทศไทย|ปัจจุบัน"_s);
    row("a language that is not stated", QString(), u"他|来到|北京|大学|学习"_s);
    row("Swedish genitive", u"sv"_s, u"EU:s |beslut"_s);
    row("a colon in English", u"en"_s, u"EU:|s |beslut"_s);
    row("no language at all", u"?!"_s, u"one |two"_s);
}

void TextStepsTest::wordsAreThoseOfTheLanguage()
{
    QFETCH(QString, language);
    QFETCH(QString, text);
    QString plain = text;
    plain.remove(u'|');
    QString actual = plain;
    for (qsizetype at = previousBegin(plain, plain.size(), TextUnit::Word, language); at > 0; at = previousBegin(plain, at, TextUnit::Word, language))
        actual.insert(at, u'|');
    QCOMPARE(actual, text);
}

void TextStepsTest::theCaretStopsAtTheEndOfAParagraph()
{
    const QString text = u"He left. \n\nShe (too)."_s;
    const QList<int> stops{0, 3, 8, 11, 16, 21};
    QList<int> forwards{0};
    while (forwards.back() < text.size())
        forwards += int(caretMoved(text, forwards.back(), TextUnit::Word, 1));
    QCOMPARE(forwards, stops);
    QList<int> backwards{int(text.size())};
    while (backwards.front() > 0)
        backwards.prepend(int(caretMoved(text, backwards.front(), TextUnit::Word, -1)));
    QCOMPARE(backwards, stops);
}

void TextStepsTest::endsLeaveTheBlanksOut()
{
    const QString text = u"One came.  Two left.\n\nThree. "_s;
    QCOMPARE(nextEnd(text, 0, TextUnit::Sentence), 9);
    QCOMPARE(nextEnd(text, 9, TextUnit::Sentence), 20);
    QCOMPARE(nextEnd(text, 20, TextUnit::Sentence), 28);
    QCOMPARE(nextEnd(text, 28, TextUnit::Sentence), 29);
    QCOMPARE(previousEnd(text, 28, TextUnit::Sentence), 20);
    QCOMPARE(previousEnd(text, 20, TextUnit::Word), 19); // the full stop is no word's
    QCOMPARE(previousEnd(text, 2, TextUnit::Word), 0);
}

void TextStepsTest::theUnitAtAPosition_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("position");
    QTest::addColumn<TextUnit>("unit");
    QTest::addColumn<QString>("expected");

    const QString text = u"He said “no” today.  Then he left.\nIt rained."_s;
    QTest::newRow("inside a word") << text << 4 << TextUnit::Word << u"said"_s;
    QTest::newRow("at its begin") << text << 3 << TextUnit::Word << u"said"_s;
    QTest::newRow("at its end") << text << 7 << TextUnit::Word << u"said"_s;
    QTest::newRow("on punctuation") << text << 8 << TextUnit::Word << u"said"_s;
    QTest::newRow("sentence") << text << 10 << TextUnit::Sentence << u"He said “no” today."_s;
    QTest::newRow("between sentences") << text << 20 << TextUnit::Sentence << u"He said “no” today."_s;
    QTest::newRow("number") << u"only 0.03 left"_s << 7 << TextUnit::Word << u"0.03"_s;
    QTest::newRow("compound") << u"a well-known man"_s << 8 << TextUnit::Word << u"well-known"_s;
    QTest::newRow("Chinese word") << u"他来到北京大学。她走了。"_s << 4 << TextUnit::Word << u"北京"_s;
    QTest::newRow("paragraph") << text << 40 << TextUnit::Paragraph << u"It rained."_s;
    QTest::newRow("at the end") << text << int(text.size()) << TextUnit::Word << u"rained"_s;
    QTest::newRow("leading blanks") << u"  a"_s << 0 << TextUnit::Word << u"a"_s;
    QTest::newRow("blank paragraph") << u"a\n\nb"_s << 2 << TextUnit::Word << QString();
    QTest::newRow("beyond") << u"a b"_s << 99 << TextUnit::Word << u"b"_s;
}

void TextStepsTest::theUnitAtAPosition()
{
    QFETCH(QString, text);
    QFETCH(int, position);
    QFETCH(TextUnit, unit);
    QFETCH(QString, expected);
    const Utf16Range range = unitAt(text, position, unit);
    QCOMPARE(text.sliced(range.begin, range.length()), expected);
}

void TextStepsTest::anEndMovesByUnits_data()
{
    QTest::addColumn<QString>("text"); // [ and ] are the range's ends
    QTest::addColumn<RangeEnd>("end");
    QTest::addColumn<int>("direction");
    QTest::addColumn<TextUnit>("unit");
    QTest::addColumn<QString>("expected");

    QTest::newRow("grow by a word") << u"one [two] three"_s << RangeEnd::End << 1 << TextUnit::Word << u"one [two three]"_s;
    QTest::newRow("grow to the front") << u"one [two] three"_s << RangeEnd::Begin << -1 << TextUnit::Word << u"[one two] three"_s;
    QTest::newRow("shrink by a word") << u"[one, two] three"_s << RangeEnd::End << -1 << TextUnit::Word << u"[one], two three"_s;
    QTest::newRow("shrink from the front") << u"[one two] three"_s << RangeEnd::Begin << 1 << TextUnit::Word << u"one [two] three"_s;
    QTest::newRow("never empty") << u"one [two] three"_s << RangeEnd::End << -1 << TextUnit::Word << u"one [two] three"_s;
    QTest::newRow("never empty from the front") << u"one [two] three"_s << RangeEnd::Begin << 1 << TextUnit::Word << u"one [two] three"_s;
    QTest::newRow("not over the last blanks") << u"[one] "_s << RangeEnd::End << 1 << TextUnit::Word << u"[one] "_s;
    QTest::newRow("into the next paragraph") << u"[one]\ntwo."_s << RangeEnd::End << 1 << TextUnit::Sentence << u"[one\ntwo.]"_s;
    QTest::newRow("the full stop before the next paragraph") << u"one [two].\nThree"_s << RangeEnd::End << 1 << TextUnit::Word << u"one [two.]\nThree"_s;
    QTest::newRow("then the next paragraph") << u"one [two.]\nThree"_s << RangeEnd::End << 1 << TextUnit::Word << u"one [two.\nThree]"_s;
    QTest::newRow("the full stop and the quotation mark") << u"“one [two].” Three"_s << RangeEnd::End << 1 << TextUnit::Word << u"“one [two.”] Three"_s;
    QTest::newRow("back to the full stop") << u"[one two. Three]"_s << RangeEnd::End << -1 << TextUnit::Word << u"[one two.] Three"_s;
    QTest::newRow("back over the full stop") << u"[one two.] Three"_s << RangeEnd::End << -1 << TextUnit::Word << u"[one two]. Three"_s;
    QTest::newRow("to the quotation mark in front") << u"One. “[Two]”"_s << RangeEnd::Begin << -1 << TextUnit::Word << u"One. [“Two]”"_s;
    QTest::newRow("over a comma") << u"[one], two"_s << RangeEnd::End << 1 << TextUnit::Word << u"[one, two]"_s;
    QTest::newRow("by a Chinese word") << u"他[来到]北京大学。"_s << RangeEnd::End << 1 << TextUnit::Word << u"他[来到北京]大学。"_s;
    QTest::newRow("from inside a word") << u"o[ne t]wo"_s << RangeEnd::End << 1 << TextUnit::Word << u"o[ne two]"_s;
    QTest::newRow("by a grapheme") << u"[a]👩‍👧b"_s << RangeEnd::End << 1 << TextUnit::Grapheme << u"[a👩‍👧]b"_s;
    QTest::newRow("over a blank by a grapheme") << u"[a] b"_s << RangeEnd::End << 1 << TextUnit::Grapheme << u"[a ]b"_s;
}

void TextStepsTest::anEndMovesByUnits()
{
    QFETCH(QString, text);
    QFETCH(RangeEnd, end);
    QFETCH(int, direction);
    QFETCH(TextUnit, unit);
    QFETCH(QString, expected);
    const Utf16Range range{text.indexOf(u'['), text.indexOf(u']') - 1};
    QString plain = text;
    plain.remove(u'[').remove(u']');
    const Utf16Range moved = withEndMoved(plain, range, end, direction, unit);
    QString actual = plain;
    actual.insert(moved.end, u']').insert(moved.begin, u'[');
    QCOMPARE(actual, expected);
}

static QString randomText(QRandomGenerator &random, int pieces)
{
    static const QStringList choice{u"a"_s, u" "_s, u"."_s, u"\n"_s, u"東"_s, u"😀"_s, u"👩‍👧"_s, u"e\u0301"_s, u"ש"_s, u"\u00A0"_s, u"\t"_s,
                                    QString(QChar(0xD800)), QString(QChar(0xDC00)), u"\u2029"_s, u"\u2028"_s, u"\r"_s, u"\r\n"_s, u"\f"_s,
                                    QString(QChar(0)), QString(QChar(0xFFFC)), QString(QChar(0xFDD0)), QString(QChar(0xFDD1)), u"\u200B"_s,
                                    u"\u00AD"_s, u"\uFEFF"_s, QString(QChar(0x7F)), u"Said. "_s};
    QString text;
    for (int i = 0; i < pieces; ++i)
        text += choice[random.bounded(choice.size())];
    return text;
}

void TextStepsTest::everyStepEndsAndStaysInTheText()
{
    for (quint32 seed = 1; seed <= 60; ++seed) {
        QRandomGenerator random(seed);
        const QString text = randomText(random, 60);
        for (const TextUnit unit : {TextUnit::Grapheme, TextUnit::Word, TextUnit::Sentence, TextUnit::Paragraph}) {
            for (qsizetype at = -1; at <= text.size() + 1; ++at) {
                const qsizetype inside = std::clamp<qsizetype>(at, 0, text.size());
                for (const qsizetype next : {nextBegin(text, at, unit), nextEnd(text, at, unit)})
                    QVERIFY(next <= text.size() && (next > inside || next == text.size()));
                for (const qsizetype previous : {previousBegin(text, at, unit), previousEnd(text, at, unit)})
                    QVERIFY(previous >= 0 && (previous < inside || previous == 0));
                const Utf16Range range = unitAt(text, at, unit);
                QVERIFY(0 <= range.begin && range.begin <= range.end && range.end <= text.size());
            }
        }
    }
}

GALLEY_PURE_TEST(TextStepsTest)
#include "tst_textsteps.moc"
