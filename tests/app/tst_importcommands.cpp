// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <commandline.h>

#include <testing.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

/// What comes in, what of it are copies, and what is drawn from it, on the command line.
class ImportCommandsTest : public QObject, CommandLine
{
    Q_OBJECT

private slots:
    void init();
    void aPreviewKeepsNothing();
    void aColumnIsGivenItsMeaning();
    void aRemarkIsToldAndNoFailure();
    void quotedPassagesAreParts();
    void whatIsLeftOutIsToldAndKept();
    void copiesOfAStoryAreFoundAndWeighted();
    void aSampleIsDrawnAgain();
};

void ImportCommandsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void ImportCommandsTest::aPreviewKeepsNothing()
{
    QCOMPARE(galley({u"new"_s, u"p.galley"_s}).code, 0);
    write(u"a.txt"_s, "Harbour opens\n\nIt opened on Monday, the council said.\n");
    const Run run = galley({u"import"_s, u"--dry-run"_s, u"p.galley"_s, u"a.txt"_s});
    QCOMPARE(run.code, 0);
    QVERIFY2(run.out.contains(u"Harbour opens"_s), qPrintable(run.out));
    QVERIFY(galley({u"articles"_s, u"p.galley"_s}).out.isEmpty());
    QVERIFY(galley({u"history"_s, u"p.galley"_s}).out.isEmpty());
}

void ImportCommandsTest::aColumnIsGivenItsMeaning()
{
    QCOMPARE(galley({u"new"_s, u"p.galley"_s}).code, 0);
    write(u"a.csv"_s, "Kopf;Inhalt\nHafen offen;Der Hafen wurde am Montag geöffnet.\n");
    QCOMPARE(galley({u"import"_s, u"p.galley"_s, u"a.csv"_s}).code, 1);
    QCOMPARE(galley({u"import"_s, u"--column"_s, u"Kopf"_s, u"p.galley"_s, u"a.csv"_s}).code, 2);
    const Run run = galley({u"import"_s, u"p.galley"_s, u"a.csv"_s, u"--column"_s, u"Kopf=title"_s, u"--column"_s, u"Inhalt=text"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QVERIFY(galley({u"articles"_s, u"p.galley"_s}).out.contains(u"Hafen offen"_s));
}

void ImportCommandsTest::whatIsLeftOutIsToldAndKept()
{
    QCOMPARE(galley({u"new"_s, u"p.galley"_s}).code, 0);
    const QByteArray sentence = "The keeper of the light asked the council on Monday for oil, and for a second lamp beside the first one. ";
    write(u"a.html"_s, "<!doctype html><title>Lamp</title><article><h1>A second lamp for the keeper</h1><p>" + sentence.repeated(3) + "</p><p>"
              + sentence.repeated(2) + "</p><p hidden>What the page hides is told all the same, because somebody may miss it one day.</p></article>");
    const Run run = galley({u"import"_s, u"p.galley"_s, u"a.html"_s});
    QCOMPARE(run.code, 0);
    QVERIFY2(run.err.contains(u"left out: a.html:1: 1 paragraph that the page hides, 64 characters: “What the page hides"_s), qPrintable(run.err));
    const auto leftOut = [&](const QString &project) {
        const QJsonArray articles = QJsonDocument::fromJson(galley({u"articles"_s, project, u"--json"_s}).bytes).array();
        return articles[0]["left_out"_L1].toArray();
    };
    const QJsonArray kept = leftOut(u"p.galley"_s);
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept[0]["reason"_L1].toString(), u"hidden"_s);
    QCOMPARE(kept[0]["characters"_L1].toInt(), 64);
    QVERIFY(kept[0]["begins"_L1].toString().startsWith(u"What the page hides"_s));
    // It travels with the article.
    QCOMPARE(galley({u"export"_s, u"p.galley"_s, u"--format"_s, u"jsonl"_s, u"--output"_s, u"p.jsonl"_s}).code, 0);
    QCOMPARE(galley({u"new"_s, u"q.galley"_s}).code, 0);
    QCOMPARE(galley({u"import"_s, u"q.galley"_s, u"p.jsonl"_s}).code, 0);
    QCOMPARE(leftOut(u"q.galley"_s), kept);
    QCOMPARE(galley({u"check"_s, u"p.galley"_s}).code, 0);
}

namespace {

/// Five stories by a wire, the first of which a paper cut and gave another headline.
QByteArray wireAndPaper()
{
    const auto story = [](int number, int paragraphs) {
        QString text;
        for (int paragraph = 0; paragraph < paragraphs; ++paragraph) {
            for (int word = 0; word < 40; ++word)
                text += u"word%1 "_s.arg((number * 7919 + paragraph * 104729 + word * 1299709) % 9973);
            text += u"\n\n"_s;
        }
        return text.trimmed();
    };
    QByteArray lines;
    const auto add = [&](const QString &title, const QString &outlet, const QString &date, const QString &text) {
        lines += QJsonDocument(QJsonObject{{u"title"_s, title}, {u"outlet"_s, outlet}, {u"published"_s, date}, {u"text"_s, title + u"\n\n"_s + text}})
                     .toJson(QJsonDocument::Compact)
            + '\n';
    };
    for (int number = 0; number < 5; ++number)
        add(u"Story %1"_s.arg(number), u"Wire"_s, u"2024-03-0%1"_s.arg(number + 1), story(number, 5));
    add(u"Another headline"_s, u"Gazette"_s, u"2024-03-09"_s, story(0, 3));
    return lines;
}

} // namespace

void ImportCommandsTest::aRemarkIsToldAndNoFailure()
{
    galley({u"new"_s, u"p.galley"_s});
    const QString feed = write(u"feed.rss"_s, "<rss version=\"2.0\"><channel><title>Desk</title><item><title>Harbour</title>"
                                              "<description>It opened.</description><pubDate>some day</pubDate></item></channel></rss>");
    const Run told = galley({u"import"_s, u"p.galley"_s, feed});
    QCOMPARE(told.code, 0);
    QVERIFY2(told.err.contains(u"some day"_s), qPrintable(told.err));
    QVERIFY2(told.out.contains(u"1 articles, 0 annotations imported; 0 skipped, 0 failed"_s), qPrintable(told.out));
    const QString lost = write(u"lost.rss"_s, "<rss version=\"2.0\"><channel><title>Desk</title><item><title>Nothing</title></item></channel></rss>");
    QCOMPARE(galley({u"import"_s, u"p.galley"_s, lost}).code, 1);
}

void ImportCommandsTest::quotedPassagesAreParts()
{
    galley({u"new"_s, u"p.galley"_s});
    galley({u"import"_s, u"p.galley"_s, write(u"a.txt"_s, "Harbour opens\n\nThe mayor said: \"We are all very glad.\" The \"quay\" is dry.\n")});
    const Run listed = galley({u"articles"_s, u"p.galley"_s, u"--json"_s});
    QCOMPARE(listed.out.count(u"\"kind\":\"quote\""_s), 1);
}

void ImportCommandsTest::copiesOfAStoryAreFoundAndWeighted()
{
    QCOMPARE(galley({u"new"_s, u"p.galley"_s}).code, 0);
    write(u"a.jsonl"_s, wireAndPaper());
    QCOMPARE(galley({u"import"_s, u"p.galley"_s, u"a.jsonl"_s}).code, 0);
    const QStringList found = galley({u"families"_s, u"p.galley"_s}).out.trimmed().split(u'\n');
    QCOMPARE(found.size(), 2);
    QVERIFY(found[0].contains(u"lead\t2024-03-01\tWire\tStory 0"_s));
    QVERIFY(found[1].contains(u"Gazette\tAnother headline"_s));
    QCOMPARE(galley({u"families"_s, u"--list"_s, u"p.galley"_s}).out.trimmed().split(u'\n'), found);
    const QStringList rows = galley({u"export"_s, u"p.galley"_s, u"--format"_s, u"csv"_s, u"--all-articles"_s}).out.split(u"\r\n"_s);
    QVERIFY(rows[0].endsWith(u",family_id,weight"_s));
    const QString lead = found[0].section(u'\t', 0, 0);
    QCOMPARE(std::ranges::count_if(rows, [&](const QString &row) { return row.endsWith(u","_s + lead + u",0.5"_s); }), 2);
    QCOMPARE(std::ranges::count_if(rows, [](const QString &row) { return row.endsWith(u",,1"_s); }), 4);
    // They can be found at once, and a sample can take one version of each.
    QCOMPARE(galley({u"new"_s, u"q.galley"_s}).code, 0);
    QCOMPARE(galley({u"import"_s, u"q.galley"_s, u"a.jsonl"_s, u"--families"_s}).code, 0);
    QCOMPARE(galley({u"families"_s, u"--list"_s, u"q.galley"_s}).out.trimmed().split(u'\n').size(), 2);
    QCOMPARE(galley({u"sample"_s, u"q.galley"_s, u"--size"_s, u"6"_s, u"--one-of-each-story"_s}).code, 1);
    const Run drawn = galley({u"sample"_s, u"q.galley"_s, u"--size"_s, u"5"_s, u"--one-of-each-story"_s});
    QVERIFY2(drawn.code == 0 && drawn.out.contains(u"left out: 1 as copies of a story"_s), qPrintable(drawn.out + drawn.err));
    QCOMPARE(galley({u"undo"_s, u"p.galley"_s}).code, 0);
    QVERIFY(galley({u"families"_s, u"--list"_s, u"p.galley"_s}).out.isEmpty());
    QCOMPARE(galley({u"check"_s, u"p.galley"_s}).code, 0);
}

void ImportCommandsTest::aSampleIsDrawnAgain()
{
    QCOMPARE(galley({u"new"_s, u"p.galley"_s}).code, 0);
    write(u"a.jsonl"_s, wireAndPaper());
    QCOMPARE(galley({u"import"_s, u"p.galley"_s, u"a.jsonl"_s}).code, 0);
    const Run drawn = galley({u"sample"_s, u"p.galley"_s, u"--size"_s, u"3"_s, u"--seed"_s, u"7"_s, u"--name"_s, u"Pilot"_s});
    QCOMPARE(drawn.code, 0);
    QVERIFY(drawn.out.contains(u"3 of 6 articles, seed 7"_s));
    QCOMPARE(galley({u"sample"_s, u"p.galley"_s, u"--again"_s, u"Pilot"_s}).out, drawn.out);
    QCOMPARE(galley({u"sample"_s, u"p.galley"_s, u"--size"_s, u"3"_s, u"--name"_s, u"pilot"_s}).code, 1); // the name is taken
    QCOMPARE(galley({u"sample"_s, u"p.galley"_s, u"--size"_s, u"7"_s}).code, 1);
    QCOMPARE(galley({u"sample"_s, u"p.galley"_s, u"--from"_s, u"yesterday"_s}).code, 2);
    // It travels with the project, and a changed frame is told.
    QCOMPARE(galley({u"export"_s, u"p.galley"_s, u"--format"_s, u"jsonl"_s, u"--output"_s, u"p.jsonl"_s}).code, 0);
    QCOMPARE(galley({u"new"_s, u"q.galley"_s}).code, 0);
    QCOMPARE(galley({u"import"_s, u"q.galley"_s, u"p.jsonl"_s}).code, 0);
    QCOMPARE(galley({u"sample"_s, u"q.galley"_s, u"--again"_s, u"Pilot"_s}).out, drawn.out);
    write(u"b.txt"_s, "Bridge closes\n\nIt closed on Tuesday, the council said.\n");
    QCOMPARE(galley({u"import"_s, u"q.galley"_s, u"b.txt"_s}).code, 0);
    QCOMPARE(galley({u"sample"_s, u"q.galley"_s, u"--again"_s, u"Pilot"_s}).code, 1);
}

GALLEY_TEST(ImportCommandsTest)
#include "tst_importcommands.moc"
