// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cues/cues.h>
#include <cues/readable.h>

#include <testing.h>

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>

using namespace galley;
using namespace Qt::StringLiterals;

namespace {

const QString english = u"News cues (English)"_s;

QString readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// The text with every cue as [kind:text].
QString marked(const QString &text, const std::vector<Cue> &cues)
{
    QString result;
    qsizetype at = 0;
    for (const Cue &cue : cues) {
        result += text.sliced(at, cue.range.begin - at);
        result += u'[' + cue.name + u':' + text.sliced(cue.range.begin, cue.range.length()) + u']';
        at = cue.range.end;
    }
    return result + text.sliced(at);
}

QString marked(const QString &text, const QString &set = english)
{
    return marked(text, CueFinder().cues(text, set, false));
}

} // namespace

class CuesTest : public QObject
{
    Q_OBJECT

private slots:
    void textsAreMarkedAsInTheGoldenFiles_data();
    void textsAreMarkedAsInTheGoldenFiles();
    void apostrophesAreNoQuotations_data();
    void apostrophesAreNoQuotations();
    void theSeedArticleShowsItsQuotationsAndItsDateline();
    void rangesAreOrderedAndInsideAnyText();
    void hostileTextIsSurvived_data();
    void hostileTextIsSurvived();
    void onlyDefinitionsForArticlesAreOffered();
    void theLanguageChoosesTheSet();
    void anUnknownSetMarksNothing();
    void darkPagesGetColoursOfTheirOwn();
    void everyColourIsReadableOnItsPages();
};

void CuesTest::textsAreMarkedAsInTheGoldenFiles_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("set");
    QTest::newRow("english") << u"english"_s << english;
    QTest::newRow("german") << u"german"_s << u"News cues (German)"_s;
    QTest::newRow("wrapped by hand") << u"wrapped"_s << english;
}

void CuesTest::textsAreMarkedAsInTheGoldenFiles()
{
    QFETCH(QString, file);
    QFETCH(QString, set);
    const QString path = QStringLiteral(GALLEY_TEST_DATA) + u"/cues/"_s + file;
    const QString text = readFile(path + u".txt"_s);
    QVERIFY(!text.isEmpty());
    const QString found = marked(text, set);
    if (qEnvironmentVariableIsSet("GALLEY_ACCEPT"))
        writeFile(path + u".expected"_s, found.toUtf8());
    QCOMPARE(found.split(u'\n'), readFile(path + u".expected"_s).split(u'\n'));
}

void CuesTest::apostrophesAreNoQuotations_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"They don't know.", "NATO's plan", "the allies' plan and the workers' vote", "'Tis the '90s",
                             "rock 'n' roll", "the crews’ vote, it’s theirs", "a 12\" pipe", "O'Neil of Cap d'Or",
                             "twenty-year-olds'"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void CuesTest::apostrophesAreNoQuotations()
{
    QFETCH(QString, text);
    QVERIFY2(!marked(text).contains(u"[Quotation"_s), qPrintable(marked(text)));
}

void CuesTest::theSeedArticleShowsItsQuotationsAndItsDateline()
{
    const QString text = readFile(QStringLiteral(GALLEY_SHARED) + u"/seed/000_97008ef02e90d463.txt"_s);
    if (text.isEmpty())
        QSKIP("the seed article is not here");
    const std::vector<Cue> cues = CueFinder().cues(text, english, false);
    const auto counted = [&](const QString &name) { return std::ranges::count(cues, name, &Cue::name); };
    const auto has = [&](const QString &name, Utf16Range range) {
        return std::ranges::any_of(cues, [&](const Cue &cue) { return cue.name == name && cue.range == range; });
    };
    // Positions as in the facts beside it.
    QVERIFY(has(u"Quotation"_s, {12, 28}));
    QVERIFY(has(u"Quotation"_s, {149, 165}));
    QVERIFY(has(u"Quotation"_s, {199, 219}));
    QVERIFY(has(u"Quotation"_s, {915, 1012}));
    QVERIFY(has(u"Quotation"_s, {1015, 1244}));
    QVERIFY(has(u"Quotation"_s, {1513, 1751}));
    QCOMPARE(counted(u"Quotation"_s), 6);
    QVERIFY(has(u"Dateline"_s, {90, 125}));
    QVERIFY(has(u"Credit line"_s, {514, 544}));
    QVERIFY(has(u"Credit line"_s, {1842, 1932}));
    for (const Utf16Range verb : {Utf16Range{132, 136}, {782, 790}, {805, 811}, {899, 903}, {1249, 1253}, {1299, 1303}, {1361, 1372},
                                  {1429, 1433}, {1756, 1760}, {1772, 1776}})
        QVERIFY2(has(u"Attribution verb"_s, verb), qPrintable(QString::number(verb.begin)));
}

void CuesTest::rangesAreOrderedAndInsideAnyText()
{
    const CueFinder finder;
    const QString alphabet = u"\"'“”‘’«»„()[]-– \n\n\tsaid may12,.5% (Reporting by\u00a0😀é\u05d0"_s;
    QRandomGenerator random(20310314);
    for (int round = 0; round < 200; ++round) {
        QString text;
        for (int i = random.bounded(200); i > 0; --i)
            text += alphabet[random.bounded(alphabet.size())]; // also tears the emoji's pair apart
        qsizetype end = 0;
        for (const Cue &cue : finder.cues(text, english, round % 2)) {
            QVERIFY(cue.range.begin >= end && cue.range.begin < cue.range.end && cue.range.end <= text.size());
            QVERIFY(!QStringView(text).sliced(cue.range.begin, cue.range.length()).contains("\n\n"_L1));
            end = cue.range.end;
        }
    }
}

void CuesTest::hostileTextIsSurvived_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected"); // the first cue's kind, or nothing
    const QString million = QString(1'000'000, u'x');
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("only breaks") << QString(10'000, u'\n') << QString();
    QTest::newRow("one word of 1 MB") << million << QString();
    QTest::newRow("a line of 1 MB") << u"\"He said no\" in 12 words. "_s.repeated(40'000) << u"Quotation"_s;
    QTest::newRow("opening quotes") << u"'a "_s.repeated(300'000) << QString();
    QTest::newRow("double quotes") << u"\""_s.repeated(500'000) << u"Quotation"_s;
    QTest::newRow("digits") << u"1"_s.repeated(500'000) << u"Number"_s;
    QTest::newRow("capitals") << u"A "_s.repeated(400'000) << QString();
    QTest::newRow("brackets") << u"[("_s.repeated(300'000) << QString();
    QTest::newRow("lone surrogates") << QString(100, QChar(0xd83d)) + u" he said "_s + QString(3, QChar(0xde00))
                                     << u"Attribution verb"_s;
    QTest::newRow("null characters") << QString(100, QChar(0)) + u"\"a\""_s << u"Quotation"_s;
}

void CuesTest::hostileTextIsSurvived()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const std::vector<Cue> cues = CueFinder().cues(text, english, false);
    QCOMPARE(cues.empty() ? QString() : cues.front().name, expected);
}

void CuesTest::onlyDefinitionsForArticlesAreOffered()
{
    const CueFinder finder;
    QStringList names;
    for (const CueSet &set : finder.available()) {
        names << set.name;
        QVERIFY(set.ours);
    }
    QCOMPARE(names, QStringList({u"News cues (German)"_s, english}));
    QCOMPARE(finder.problems(), QStringList());
}

void CuesTest::theLanguageChoosesTheSet()
{
    const std::vector<CueSet> sets = CueFinder().available();
    QCOMPARE(cueSetFor(sets, u"en"), english);
    QCOMPARE(cueSetFor(sets, u"en-GB"), english);
    QCOMPARE(cueSetFor(sets, u"DE-at"), u"News cues (German)"_s);
    QCOMPARE(cueSetFor(sets, u"ar"), QString());
    QCOMPARE(cueSetFor(sets, u""), QString());
}

void CuesTest::anUnknownSetMarksNothing()
{
    const CueFinder finder;
    QVERIFY(finder.cues(u"\"Yes,\" he said.", u"C++"_s, false).empty());
    QVERIFY(finder.cues(u"\"Yes,\" he said.", QString(), false).empty());
}

void CuesTest::darkPagesGetColoursOfTheirOwn()
{
    const CueFinder finder;
    const auto light = finder.cues(u"\"Yes,\" he said.", english, false);
    const auto dark = finder.cues(u"\"Yes,\" he said.", english, true);
    QCOMPARE(light.size(), 2u);
    QCOMPARE(dark.size(), 2u);
    for (size_t i = 0; i < light.size(); ++i) {
        QVERIFY(light[i].range == dark[i].range);
        QVERIFY(light[i].foreground.lightness() < dark[i].foreground.lightness());
    }
}

void CuesTest::everyColourIsReadableOnItsPages()
{
    const CueFinder finder;
    const QString text = readFile(QStringLiteral(GALLEY_TEST_DATA) + u"/cues/english.txt"_s);
    const QList<QRgb> darkPages{0x000000, 0x1e1e1e, 0x2b2b2b, 0x323232};
    const QList<QRgb> lightPages{0xffffff, 0xfaf8f2, 0xf0ece2};
    for (const bool dark : {false, true}) {
        QSet<QString> names;
        for (const Cue &cue : finder.cues(text, english, dark)) {
            names << cue.name;
            for (const QRgb page : dark ? darkPages : lightPages) {
                const QString where = cue.name + u" on "_s + QString::number(page, 16);
                QVERIFY2(contrast(cue.foreground, QColor::fromRgb(page)) >= 4.5, qPrintable(where));
            }
        }
        QCOMPARE(names.size(), 6);
    }
}

GALLEY_TEST(CuesTest)
#include "tst_cues.moc"
