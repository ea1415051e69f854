// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <commandline.h>

#include <testing.h>

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include <sys/stat.h>
#include <unistd.h>

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
    void idsWithASuffixAreNoRevisions();
    void anIdAloneMakesNoRevision();
    void anArticleIsTakenOutAndComesBack();
    void othersWorkIsTakenOutByTheLead();
    void whatIsSaidOfAnArticleIsCorrected();
    void whatATableLosesIsTold();
    void aFolderIsReadWhateverItsFilesAreCalled();
    void theOrderOfDatesAndADelimiterAreStated();
    void whatCannotBeWrittenFails();
    void aPipeIsWrittenInto();
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
    QVERIFY2(run.err.contains(u"left out: a.html:1: 1 paragraph that the source hides, 64 characters: “What the page hides"_s), qPrintable(run.err));
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
    // And can be taken in.
    QCOMPARE(galley({u"new"_s, u"r.galley"_s}).code, 0);
    QCOMPARE(galley({u"import"_s, u"r.galley"_s, u"a.html"_s, u"--take-in"_s, u"unknown"_s}).code, 2);
    QCOMPARE(galley({u"import"_s, u"r.galley"_s, u"a.html"_s, u"--take-in"_s, u"outside,hidden"_s}).code, 0);
    QVERIFY(leftOut(u"r.galley"_s).isEmpty());
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

void ImportCommandsTest::idsWithASuffixAreNoRevisions()
{
    QCOMPARE(galley({u"new"_s, u"p.galley"_s}).code, 0);
    write(u"a.csv"_s, "id,title,text\n11111111-2222-4333-8444-555555555555_1,Lock opens,It opened on Monday at last.\n"
                      "11111111-2222-4333-8444-555555555555_2,Crane arrives,Nobody had seen one of that size before.\n");
    const Run run = galley({u"import"_s, u"p.galley"_s, u"a.csv"_s});
    QCOMPARE(run.code, 0);
    QVERIFY2(run.out.startsWith(u"2 articles"_s) && !run.err.contains(u"revised"_s), qPrintable(run.out + run.err));
    for (const QJsonValue &article : QJsonDocument::fromJson(galley({u"articles"_s, u"--json"_s, u"p.galley"_s}).bytes).array())
        QVERIFY(article[u"revises"_s].isNull());
}

void ImportCommandsTest::anIdAloneMakesNoRevision()
{
    QCOMPARE(galley({u"new"_s, u"p.galley"_s}).code, 0);
    const QByteArray id = "11111111-2222-4333-8444-555555555555";
    const QByteArray text = "The lock at the end of the town opened on Monday at last after nine years in which all boats had to wait outside.";
    write(u"a.csv"_s, "id,title,text\n" + id + ",Lock opens," + text + "\n");
    write(u"b.csv"_s, "id,title,text\n" + id + ",Crane arrives,Nobody had seen a crane so large before it came here from abroad last summer.\n");
    write(u"c.csv"_s, "id,title,text\n" + id + ",Lock opens," + QByteArray(text).replace("nine", "eleven") + "\n");
    QCOMPARE(galley({u"import"_s, u"p.galley"_s, u"a.csv"_s}).code, 0);
    const Run other = galley({u"import"_s, u"p.galley"_s, u"b.csv"_s});
    QVERIFY2(other.code == 0 && other.out.startsWith(u"1 articles"_s) && !other.err.contains(u"revised:"_s), qPrintable(other.err));
    QVERIFY2(other.err.contains(u"few words in common"_s), qPrintable(other.err));
    const Run corrected = galley({u"import"_s, u"p.galley"_s, u"c.csv"_s});
    QVERIFY2(corrected.err.contains(u"revised:"_s), qPrintable(corrected.err));
}

void ImportCommandsTest::anArticleIsTakenOutAndComesBack()
{
    QCOMPARE(galley({u"new"_s, u"p.galley"_s}).code, 0);
    write(u"a.jsonl"_s, "{\"title\":\"A\",\"text\":\"The harbour opened.\"}\n{\"title\":\"B\",\"text\":\"Buy two boats, get one.\"}\n");
    QCOMPARE(galley({u"import"_s, u"p.galley"_s, u"a.jsonl"_s}).code, 0);
    const QString list = galley({u"articles"_s, u"p.galley"_s}).out;
    const QString id = list.section(u'\n', 1, 1).section(u'\t', 0, 0);
    QVERIFY(galley({u"retire"_s, u"p.galley"_s, id}).code != 0); // no reason
    const Run run = galley({u"retire"_s, u"p.galley"_s, id, u"--reason"_s, u"an advertisement"_s});
    QVERIFY2(run.code == 0 && run.out.contains(u"Take “B” out: an advertisement"_s), qPrintable(run.out + run.err));
    QCOMPARE(galley({u"articles"_s, u"p.galley"_s}).out, list.section(u'\n', 0, 0) + u'\n');
    QVERIFY(galley({u"history"_s, u"p.galley"_s}).out.contains(u"an advertisement"_s));
    QCOMPARE(galley({u"undo"_s, u"p.galley"_s}).code, 0);
    QCOMPARE(galley({u"articles"_s, u"p.galley"_s}).out, list);
}

void ImportCommandsTest::othersWorkIsTakenOutByTheLead()
{
    QCOMPARE(galley({u"new"_s, u"p.galley"_s}).code, 0);
    write(u"a.jsonl"_s, "{\"type\":\"coder\",\"name\":\"Ada\",\"role\":\"lead\"}\n{\"type\":\"coder\",\"name\":\"Ben\"}\n{\"type\":\"coder\",\"name\":\"Cleo\"}\n"
                        "{\"type\":\"article\",\"id\":\"x\",\"title\":\"A\",\"text\":\"The harbour opened.\"}\n"
                        "{\"type\":\"annotation\",\"article\":\"x\",\"coder\":\"Ben\",\"layer\":\"Framing\",\"code\":\"Economic\",\"ranges\":[[4,11]]}\n");
    const Run imported = galley({u"import"_s, u"p.galley"_s, u"a.jsonl"_s});
    QVERIFY2(imported.out.startsWith(u"1 articles, 1 annotations"_s), qPrintable(imported.out + imported.err));
    const QString list = galley({u"articles"_s, u"p.galley"_s}).out;
    const QStringList retire{u"retire"_s, u"p.galley"_s, list.section(u'\t', 0, 0), u"--reason"_s, u"an advertisement"_s};
    for (const QStringList &by : {QStringList(), QStringList{u"--coder"_s, u"Cleo"_s}}) {
        const Run refused = galley(retire + by);
        QVERIFY2(refused.code != 0 && refused.err.contains(u"the lead can take it out"_s), qPrintable(refused.err));
        QCOMPARE(galley({u"articles"_s, u"p.galley"_s}).out, list);
    }
    QCOMPARE(galley(retire + QStringList{u"--coder"_s, u"Ben"_s}).code, 0); // nobody else's
    QCOMPARE(galley({u"undo"_s, u"p.galley"_s, u"--coder"_s, u"Ben"_s}).code, 0);
    const Run done = galley(retire + QStringList{u"--coder"_s, u"Ada"_s});
    QVERIFY2(done.code == 0, qPrintable(done.err));
}

void ImportCommandsTest::whatIsSaidOfAnArticleIsCorrected()
{
    QCOMPARE(galley({u"new"_s, u"p.galley"_s}).code, 0);
    write(u"a.txt"_s, "Rank Ferry\n\nThe harbour opened on Monday.\n");
    QCOMPARE(galley({u"import"_s, u"p.galley"_s, u"a.txt"_s}).code, 0);
    const QString id = galley({u"articles"_s, u"p.galley"_s}).out.section(u'\t', 0, 0);
    const Run run = galley({u"correct"_s, u"p.galley"_s, id, u"--title"_s, u"Harbour opens"_s, u"--published"_s, u"4 May 2023"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QCOMPARE(galley({u"articles"_s, u"p.galley"_s}).out, id + u"\t2023-05-04\t\tHarbour opens\n"_s);
    QCOMPARE(galley({u"correct"_s, u"p.galley"_s, id, u"--title"_s, u"Harbour opens"_s}).code, 1); // nothing is altered
    QCOMPARE(galley({u"correct"_s, u"p.galley"_s, id, u"--title"_s, u" "_s}).code, 1);
    QCOMPARE(galley({u"undo"_s, u"p.galley"_s}).code, 0);
    QVERIFY(galley({u"articles"_s, u"p.galley"_s}).out.contains(u"Rank Ferry"_s));
}

void ImportCommandsTest::whatATableLosesIsTold()
{
    QCOMPARE(galley({u"new"_s, u"p.galley"_s}).code, 0);
    write(u"a.csv"_s, "id,title,date,text,note,note\n1,A,31/02/2021,The harbour opened.,one,two\n2,B,2021-03-03,\"It \"closed\" on Monday, they said.\",x,y\n3,C,2021-03-04,It was painted.,z,\n");
    const Run run = galley({u"import"_s, u"p.galley"_s, u"a.csv"_s});
    QCOMPARE(run.code, 1);
    QVERIFY2(run.err.contains(u"“31/02/2021”"_s), qPrintable(run.err));
    QVERIFY2(run.err.contains(u"a.csv:3: "_s) && run.err.contains(u"49 characters"_s), qPrintable(run.err)); // the row, as it is written
    const QJsonArray articles = QJsonDocument::fromJson(galley({u"articles"_s, u"--json"_s, u"p.galley"_s}).out.toUtf8()).array();
    QCOMPARE(articles.size(), 2);
    const QJsonObject fields = articles[0].toObject()["fields"_L1].toObject();
    QCOMPARE(fields["note"_L1].toString(), u"one"_s);
    QCOMPARE(fields["note (2)"_L1].toString(), u"two"_s);
}

void ImportCommandsTest::aFolderIsReadWhateverItsFilesAreCalled()
{
    QCOMPARE(galley({u"new"_s, u"p.galley"_s}).code, 0);
    const std::string folder = m_folder->filePath(u"files"_s).toStdString();
    std::filesystem::create_directories(folder + "/in\xDF" "ide");
    for (const char *name : {"a.txt", "stra\xDF" "e.txt", "z.txt", "in\xDF" "ide/b.txt", ".hidden.txt"})
        std::ofstream(folder + "/" + name) << "Lock " << name[0] << " opens\n\nIt opened, says " << name[0] << ".\n";
    const Run run = galley({u"import"_s, u"p.galley"_s, u"files"_s});
    QVERIFY2(run.code == 0 && run.out.startsWith(u"4 articles"_s), qPrintable(run.out + run.err));
    const QString all = galley({u"articles"_s, u"p.galley"_s}).out;
    for (const QString &title : {u"Lock a opens"_s, u"Lock s opens"_s, u"Lock z opens"_s, u"Lock i opens"_s})
        QVERIFY2(all.contains(title), qPrintable(all));
    if (geteuid() == 0)
        return; // who may read everything finds nothing closed
    std::filesystem::permissions(folder, std::filesystem::perms::none);
    const Run closed = galley({u"import"_s, u"p.galley"_s, u"files"_s});
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
    QCOMPARE(closed.code, 1);
    QVERIFY2(closed.out.contains(u"1 failed"_s), qPrintable(closed.out));
}

void ImportCommandsTest::theOrderOfDatesAndADelimiterAreStated()
{
    write(u"a.csv"_s, "title^date^text\nLock opens^03/04/2021^It opened.\nLock closes^25/12/2021^It closed.\nLock stays^^It stays.\n");
    const auto dates = [&](const QStringList &options) {
        QFile::remove(m_folder->filePath(u"p.galley"_s));
        galley({u"new"_s, u"p.galley"_s});
        const Run run = galley(QStringList{u"import"_s, u"p.galley"_s, u"a.csv"_s, u"--delimiter"_s, u"^"_s} + options);
        QStringList found{run.err.contains(u"--dates dmy or mdy"_s) ? u"asked"_s : u"not asked"_s};
        for (const QJsonValue &article : QJsonDocument::fromJson(galley({u"articles"_s, u"--json"_s, u"p.galley"_s}).bytes).array())
            found += article[u"published"_s].toString();
        return found;
    };
    QCOMPARE(dates({}), (QStringList{u"asked"_s, u"03/04/2021"_s, u"2021-12-25"_s, QString()}));
    QCOMPARE(dates({u"--dates"_s, u"dmy"_s}), (QStringList{u"not asked"_s, u"2021-04-03"_s, u"2021-12-25"_s, QString()}));
    QCOMPARE(dates({u"--dates"_s, u"mdy"_s}), (QStringList{u"not asked"_s, u"2021-03-04"_s, u"2021-12-25"_s, QString()}));
    QCOMPARE(galley({u"import"_s, u"p.galley"_s, u"a.csv"_s, u"--delimiter"_s, u"ab"_s}).code, 2);
}

void ImportCommandsTest::whatCannotBeWrittenFails()
{
    const QString full = u"/dev/full"_s;
    if (!QFile::exists(full))
        QSKIP("there is no device that is always full");
    galley({u"new"_s, u"p.galley"_s});
    write(u"a.txt"_s, "Lock opens\n\nIt opened.\n");
    galley({u"import"_s, u"p.galley"_s, u"a.txt"_s});
    write(u"m.csv"_s, "A,B\n1,1\n2,2\n1,2\n");
    for (const QStringList &command : {QStringList{u"articles"_s, u"p.galley"_s}, QStringList{u"articles"_s, u"--json"_s, u"p.galley"_s}, QStringList{u"history"_s, u"p.galley"_s},
             QStringList{u"codebook"_s, u"p.galley"_s, u"--export"_s}, QStringList{u"agreement"_s, u"--matrix"_s, u"m.csv"_s}, QStringList{u"export"_s, u"p.galley"_s, u"--format"_s, u"jsonl"_s},
             QStringList{u"export"_s, u"p.galley"_s, u"--format"_s, u"jsonl"_s, u"-o"_s, full}, QStringList{u"codebook"_s, u"p.galley"_s, u"--export"_s, full}}) {
        QProcess process;
        process.setWorkingDirectory(m_folder->path());
        if (!command.contains(full))
            process.setStandardOutputFile(full);
        process.start(QStringLiteral(GALLEY_BINARY), command);
        QVERIFY(process.waitForFinished(60000));
        const QString said = QString::fromUtf8(process.readAllStandardError());
        QVERIFY2(process.exitCode() == 1 && said.contains(u"galley: "_s), qPrintable(command.join(u' ') + u": "_s + said));
    }
    QVERIFY(!QFileInfo(full).isFile());
}

void ImportCommandsTest::aPipeIsWrittenInto()
{
    galley({u"new"_s, u"p.galley"_s});
    write(u"a.txt"_s, "Lock opens\n\nIt opened.\n");
    galley({u"import"_s, u"p.galley"_s, u"a.txt"_s});
    const QString pipe = m_folder->filePath(u"pipe"_s);
    QCOMPARE(mkfifo(pipe.toLocal8Bit().constData(), 0600), 0);
    QProcess reading;
    reading.start(u"cat"_s, {pipe});
    QCOMPARE(galley({u"export"_s, u"p.galley"_s, u"--format"_s, u"jsonl"_s, u"-o"_s, pipe}).code, 0);
    QVERIFY(reading.waitForFinished(60000));
    QVERIFY(reading.readAllStandardOutput().contains("It opened."));
    QVERIFY(QFileInfo::exists(pipe) && !QFileInfo(pipe).isFile());
}

GALLEY_TEST(ImportCommandsTest)
#include "tst_importcommands.moc"
