// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cues/cues.h>
#include <cues/wordlist.h>

#include <testing.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace galley;
using namespace Qt::StringLiterals;

/// Words that analysts list in a plain file, one a line.
class WordListsTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void wordsAreMarked_data();
    void wordsAreMarked();
    void listsGoBeforeTheSetTheyStandBeside();
    void whatIsWrongIsToldAtItsLine_data();
    void whatIsWrongIsToldAtItsLine();
    void aLongListIsQuick();
    void aDefinitionToldItsKinds();

private:
    void put(const QString &name, const QByteArray &bytes) const
    {
        QFile file(QDir(m_folder->path()).filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    QStringList marked(const QString &text, const QString &set = {}) const
    {
        const CueFinder finder({m_folder->path()});
        QStringList found;
        for (const Cue &cue : finder.cues(text, withWordLists(finder.available(), set), false))
            found << cue.name + u": "_s + text.sliced(cue.range.begin, cue.range.length());
        return found;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void WordListsTest::wordsAreMarked_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("found");
    QTest::newRow("a word, in any case, whole") << QByteArray("toll\n") << u"Toll road, tolls, the toll."_s << QStringList{u"Toll"_s, u"toll"_s};
    QTest::newRow("a beginning") << QByteArray("toll*\n") << u"Tolls and tollbooths, extoll"_s << QStringList{u"Tolls"_s, u"tollbooths"_s};
    QTest::newRow("several words") << QByteArray("prime minister\n") << u"the Prime  Minister, a minister"_s << QStringList{u"Prime  Minister"_s};
    QTest::newRow("the longest of two") << QByteArray("prime\nprime minister\n") << u"prime minister, prime"_s << QStringList{u"prime minister"_s, u"prime"_s};
    QTest::newRow("remarks and blank lines") << QByteArray("# verbs\n\nsay # often\r\n") << u"I say verbs # often"_s << QStringList{u"say"_s};
    QTest::newRow("umlauts, Cyrillic") << QByteArray("\xEF\xBB\xBF\xC3\x9C""bel\n\xD0\xBC\xD0\xB8\xD1\x80*\n") << u"übel Übels МИРа"_s << QStringList{u"übel"_s, u"МИРа"_s};
    QTest::newRow("signs are no rules") << QByteArray("a.b\n(c)\n<d>\n") << u"a.b axb (c) <d>"_s << QStringList{u"a.b"_s, u"(c)"_s, u"<d>"_s};
    QTest::newRow("an apostrophe of either kind") << QByteArray("don't\n") << u"don’t don't"_s << QStringList{u"don’t"_s, u"don't"_s};
}

void WordListsTest::wordsAreMarked()
{
    QFETCH(QByteArray, list);
    QFETCH(QString, text);
    QFETCH(QStringList, found);
    put(u"My words.txt"_s, list);
    QStringList expected;
    for (const QString &word : found)
        expected << u"My words: "_s + word;
    QCOMPARE(marked(text), expected);
}

void WordListsTest::listsGoBeforeTheSetTheyStandBeside()
{
    put(u"Doubt.txt"_s, "may\n");
    put(u"People.txt"_s, "minister\n");
    const QString english = cueSetFor(CueFinder().available(), u"en");
    QCOMPARE(marked(u"The minister said it may rain."_s, english), (QStringList{u"People: minister"_s, u"Attribution verb: said"_s, u"Doubt: may"_s}));
}

void WordListsTest::whatIsWrongIsToldAtItsLine_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QString>("problem");
    QTest::newRow("not UTF-8") << QByteArray("good\n\xFF\n") << u"line 2: it is not written in UTF-8"_s;
    QTest::newRow("a star alone") << QByteArray("good\n\n*\n") << u"line 3: a * alone would mark every word"_s;
    QTest::newRow("a star within") << QByteArray("g*d\n") << u"line 1: a * stands at the end of a word alone"_s;
    QTest::newRow("no words") << QByteArray("# none\n") << u"line 1: the list has no words"_s;
}

void WordListsTest::whatIsWrongIsToldAtItsLine()
{
    QFETCH(QByteArray, list);
    QFETCH(QString, problem);
    put(u"Bad.txt"_s, list);
    put(u"Good.txt"_s, "good\n");
    const CueFinder finder({m_folder->path()});
    QCOMPARE(finder.problems().size(), 1);
    QVERIFY2(finder.problems().front().contains(u"Bad.txt: "_s + problem), qPrintable(finder.problems().front()));
    QCOMPARE(marked(u"good"_s), QStringList{u"Good: good"_s}); // the others stay
}

/// Five thousand words are an expression for each letter, not for each word.
void WordListsTest::aLongListIsQuick()
{
    QByteArray list;
    for (int i = 0; i < 5000; ++i)
        list += char('a' + i % 26) + QByteArray::number(i) + "x\n";
    const auto definition = definitionOfWords(list, u"Many"_s);
    QVERIFY(definition);
    QCOMPARE(definition->count("<RegExpr"), 26);
    put(u"Many.txt"_s, list);
    QCOMPARE(marked(u"one a0x two z4991x"_s).size(), 2);
}

void WordListsTest::aDefinitionToldItsKinds()
{
    put(u"Mine.xml"_s, "<language name=\"Mine\" version=\"1\" kateversion=\"5.0\" section=\"News\" extensions=\"\"><highlighting><contexts>"
                       "<context name=\"Text\" attribute=\"Text\" lineEndContext=\"#stay\"><WordDetect String=\"crisis\" attribute=\"Alarm\" context=\"#stay\"/>"
                       "<IncludeRules context=\"##News cues (English)\"/></context></contexts>"
                       "<itemDatas><itemData name=\"Text\" defStyleNum=\"dsNormal\"/><itemData name=\"Alarm\" defStyleNum=\"dsAlert\"/></itemDatas></highlighting></language>");
    const CueFinder finder({m_folder->path()});
    const auto sets = finder.available();
    const auto mine = std::ranges::find(sets, u"Mine"_s, &CueSet::name);
    QVERIFY(mine != sets.end());
    QVERIFY(mine->kinds.contains(u"Alarm"_s) && mine->kinds.contains(u"Hedge"_s) && !mine->kinds.contains(u"Text"_s));
}

GALLEY_TEST(WordListsTest)
#include "tst_wordlists.moc"
