// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <commandline.h>

#include <project/projectfile.h>
#include <project/workspace.h>

#include <testing.h>

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

/// The whole binary, as a user types it.
class CommandsTest : public QObject, CommandLine
{
    Q_OBJECT

private slots:
    void init();

    void aProjectIsMadeFilledAndExported();
    void whatCannotBeReadIsNamedAndTheRestComesIn();
    void theSameFileTwiceIsSkipped();
    void aNewCoderIsPartOfTheImport();
    void aProjectInUseKeepsItsLog();
    void anUndoMayBeOfOneCoder();
    void anEntryIsTakenBackByItsNumber();
    void aGuessedEncodingIsTold();
    void jsonlIsLossless();
    void aWrongQuoteIsRefusedWithItsPlace();
    void undoAndRedoFollowTheHistory();
    void aFormulaIsDisarmedForExcel();
    void uncodedArticlesAreIncludedWhereAskedFor();
    void theCodebookGoesOutAndComesBack();
    void aDamagedCodebookIsRefusedWithItsLines();
    void wrongUsageIsTwo_data();
    void wrongUsageIsTwo();
    void everyCommandHasHelp();
    void filesThatAreNoProjectsGetAMessageOfTheirOwn_data();
    void filesThatAreNoProjectsGetAMessageOfTheirOwn();
    void theDemoPrintsWhatItMade();

};

void CommandsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

namespace {

const QByteArray article = R"({"type":"article","id":"0b8a1c5e-0000-4000-8000-000000000001","title":"Vote","outlet":"Harbour Post","published":"2026-05-04","text":"Poll 😀\n\nThe council fears the toll."})";
const QByteArray annotation = R"({"type":"annotation","article":"0b8a1c5e-0000-4000-8000-000000000001","coder":"Ada","layer":"Framing","code":"Economic","ranges":[[20,34]],"quote":"fears the toll","values":{},"memo":"a, \"b\""})";
const QByteArray stance = R"({"type":"annotation","article":"0b8a1c5e-0000-4000-8000-000000000001","coder":"Ben","layer":"Stance","code":"against","ranges":[[8,19],[26,34]],"values":{"holder":"council","target":"toll","voice":"journalist"}})";

} // namespace

void CommandsTest::aProjectIsMadeFilledAndExported()
{
    QCOMPARE(galley({u"new"_s, u"p.galley"_s}).code, 0);
    write(u"a.jsonl"_s, article + '\n' + annotation + '\n' + stance + '\n');
    const Run imported = galley({u"import"_s, u"p.galley"_s, u"a.jsonl"_s});
    QVERIFY2(imported.code == 0, qPrintable(imported.err));
    const Run exported = galley({u"export"_s, u"p.galley"_s, u"--format"_s, u"csv"_s});
    QCOMPARE(exported.code, 0);
    const QStringList lines = exported.out.split(u"\r\n"_s, Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 3);
    QVERIFY2(lines[0].startsWith(u"annotation_id,article_id,title,outlet,published,url,layer,code,start,end,ranges,quote,coder,status,memo,created,modified,"_s),
             qPrintable(lines[0]));
    QVERIFY(lines[1].contains(u",Stance,against,8,34,\"[[8,19],[26,34]]\",The council … the toll,Ben,coded,"_s));
    QVERIFY(lines[2].contains(u",Framing,Economic,20,34,\"[[20,34]]\",fears the toll,Ada,coded,\"a, \"\"b\"\"\","_s));
    QCOMPARE(galley({u"check"_s, u"p.galley"_s}).code, 0);
    const Run listed = galley({u"articles"_s, u"p.galley"_s, u"--json"_s});
    const QJsonArray articles = QJsonDocument::fromJson(listed.out.toUtf8()).array();
    QCOMPARE(articles.size(), 1);
    QCOMPARE(articles[0][u"title"_s].toString(), u"Vote"_s);
}

void CommandsTest::whatCannotBeReadIsNamedAndTheRestComesIn()
{
    galley({u"new"_s, u"p.galley"_s});
    write(u"bad.jsonl"_s, article + "\n{\"type\":\n" + annotation + '\n');
    write(u"nul.txt"_s, QByteArray("a\0b", 3));
    write(u"empty.txt"_s, "  \n");
    const Run run = galley({u"import"_s, u"p.galley"_s, u"bad.jsonl"_s, u"nul.txt"_s, u"empty.txt"_s, u"missing.txt"_s});
    QCOMPARE(run.code, 1);
    QVERIFY2(run.err.contains(u"galley: bad.jsonl:2: "_s), qPrintable(run.err));
    QVERIFY2(run.err.contains(u"galley: nul.txt"_s), qPrintable(run.err));
    QVERIFY2(run.err.contains(u"empty.txt"_s), qPrintable(run.err));
    QVERIFY2(run.err.contains(u"galley: missing.txt: "_s), qPrintable(run.err));
    QVERIFY(galley({u"export"_s, u"p.galley"_s}).out.contains(u"fears the toll"_s));
}

void CommandsTest::theSameFileTwiceIsSkipped()
{
    galley({u"new"_s, u"p.galley"_s});
    write(u"a.txt"_s, "Headline\n\nText.\n");
    QCOMPARE(galley({u"import"_s, u"p.galley"_s, u"a.txt"_s}).code, 0);
    const Run again = galley({u"import"_s, u"p.galley"_s, u"a.txt"_s});
    QVERIFY2((again.out + again.err).contains(u"a.txt"_s), qPrintable(again.err)); // what is skipped is listed
    QCOMPARE(QJsonDocument::fromJson(galley({u"articles"_s, u"p.galley"_s, u"--json"_s}).out.toUtf8()).array().size(), 1);
    QCOMPARE(galley({u"history"_s, u"p.galley"_s, u"--json"_s}).out.count(u"\"kind\":\"do\""_s), 1);
}

void CommandsTest::aNewCoderIsPartOfTheImport()
{
    QCOMPARE(galley({u"new"_s, u"p.galley"_s}).code, 0);
    write(u"a.txt"_s, "The ferry\n\nIt stops in May.");
    QCOMPARE(galley({u"import"_s, u"p.galley"_s, u"a.txt"_s, u"--coder"_s, u"Ada"_s}).code, 0);
    const QString history = galley({u"history"_s, u"p.galley"_s, u"--json"_s}).out;
    QCOMPARE(history.count(u'\n'), 1);
    QVERIFY(history.contains(u"\"coder\":\"Ada\""_s));
    QCOMPARE(galley({u"undo"_s, u"p.galley"_s}).code, 0);
    QVERIFY(!galley({u"export"_s, u"p.galley"_s, u"--format"_s, u"jsonl"_s}).out.contains("Ada"_L1));
    QCOMPARE(galley({u"check"_s, u"p.galley"_s}).code, 0);
}

void CommandsTest::anUndoMayBeOfOneCoder()
{
    galley({u"new"_s, u"p.galley"_s});
    write(u"a.txt"_s, "The ferry\n\nIt stops in May.");
    write(u"b.txt"_s, "The toll\n\nIt rises in June.");
    QCOMPARE(galley({u"import"_s, u"p.galley"_s, u"a.txt"_s, u"--coder"_s, u"Ada"_s}).code, 0);
    QCOMPARE(galley({u"import"_s, u"p.galley"_s, u"b.txt"_s, u"--coder"_s, u"Ben"_s}).code, 0);
    const auto titles = [&] { return galley({u"articles"_s, u"p.galley"_s, u"--json"_s}).out; };
    QCOMPARE(galley({u"undo"_s, u"p.galley"_s, u"--coder"_s, u"Ada"_s}).code, 0); // though Ben's is newer
    QVERIFY(!titles().contains("ferry"_L1) && titles().contains("toll"_L1));
    QCOMPARE(galley({u"redo"_s, u"p.galley"_s, u"--coder"_s, u"Ben"_s}).code, 1);
    QCOMPARE(galley({u"undo"_s, u"p.galley"_s}).code, 0);
    QVERIFY(!titles().contains("toll"_L1));
    QVERIFY(galley({u"undo"_s, u"p.galley"_s, u"--coder"_s, u"Cleo"_s}).err.contains(u"there is no coder “Cleo”"_s));
}

void CommandsTest::anEntryIsTakenBackByItsNumber()
{
    galley({u"new"_s, u"p.galley"_s});
    write(u"a.txt"_s, "The ferry\n\nIt stops in May.");
    write(u"b.txt"_s, "The toll\n\nIt rises in June.");
    QCOMPARE(galley({u"import"_s, u"p.galley"_s, u"a.txt"_s, u"--coder"_s, u"Ada"_s}).code, 0);
    QCOMPARE(galley({u"import"_s, u"p.galley"_s, u"b.txt"_s, u"--coder"_s, u"Ben"_s}).code, 0);
    QString first;
    for (const QString &line : galley({u"history"_s, u"p.galley"_s, u"--json"_s}).out.split(u'\n', Qt::SkipEmptyParts)) {
        if (const QJsonObject entry = QJsonDocument::fromJson(line.toUtf8()).object(); entry[u"coder"_s] == u"Ada"_s)
            first = entry[u"id"_s].toString();
    }
    const auto takeBack = [&](const QString &entry) { return galley({u"undo"_s, u"p.galley"_s, u"--entry"_s, entry, u"--coder"_s, u"Ben"_s}); };
    QCOMPARE(takeBack(first).code, 0);
    const QString titles = galley({u"articles"_s, u"p.galley"_s, u"--json"_s}).out;
    QVERIFY(!titles.contains("ferry"_L1) && titles.contains("toll"_L1));
    QCOMPARE(takeBack(first).code, 1); // it is taken back already
    QVERIFY(takeBack(u"first"_s).err.contains(u"no number of an entry"_s));
    QCOMPARE(takeBack(u"17"_s).code, 1);
}

void CommandsTest::aGuessedEncodingIsTold()
{
    QCOMPARE(galley({u"new"_s, u"p.galley"_s}).code, 0);
    write(u"quotes.txt"_s, "The ferry\n\nShe said \x93no\x94.");
    const auto run = galley({u"import"_s, u"p.galley"_s, u"quotes.txt"_s});
    QCOMPARE(run.code, 0);
    QVERIFY2(run.err.contains("quotes.txt: encoding guessed: windows-1252"_L1), qPrintable(run.err));
}

void CommandsTest::jsonlIsLossless()
{
    galley({u"new"_s, u"p.galley"_s});
    write(u"a.jsonl"_s, article + '\n' + annotation + '\n' + stance + '\n');
    galley({u"import"_s, u"p.galley"_s, u"a.jsonl"_s});
    QCOMPARE(galley({u"export"_s, u"p.galley"_s, u"--format"_s, u"jsonl"_s, u"--output"_s, u"one.jsonl"_s}).code, 0);
    galley({u"new"_s, u"q.galley"_s});
    const Run run = galley({u"import"_s, u"q.galley"_s, u"one.jsonl"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    galley({u"export"_s, u"q.galley"_s, u"--format"_s, u"jsonl"_s, u"--output"_s, u"two.jsonl"_s});
    QVERIFY(!read(u"one.jsonl"_s).isEmpty());
    QCOMPARE(QString::fromUtf8(read(u"two.jsonl"_s)), QString::fromUtf8(read(u"one.jsonl"_s)));
}

void CommandsTest::aWrongQuoteIsRefusedWithItsPlace()
{
    galley({u"new"_s, u"p.galley"_s});
    QByteArray wrong = annotation;
    wrong.replace("[[20,34]]", "[[21,35]]"); // as UTF-16 would count
    write(u"a.jsonl"_s, article + '\n' + wrong + '\n');
    const Run run = galley({u"import"_s, u"p.galley"_s, u"a.jsonl"_s});
    QCOMPARE(run.code, 1);
    QVERIFY2(run.err.contains(u"galley: a.jsonl:2: "_s) && run.err.contains(u"20"_s), qPrintable(run.err));
    wrong.replace("\"layer\"", "\"offset_unit\":\"utf16\",\"layer\"");
    write(u"b.jsonl"_s, article + '\n' + wrong + '\n');
    const Run right = galley({u"import"_s, u"p.galley"_s, u"b.jsonl"_s});
    QVERIFY2(galley({u"export"_s, u"p.galley"_s}).out.contains(u",20,34,"_s), qPrintable(right.err));
}

void CommandsTest::undoAndRedoFollowTheHistory()
{
    galley({u"new"_s, u"p.galley"_s});
    write(u"a.txt"_s, "Headline\n\nText.\n");
    galley({u"import"_s, u"p.galley"_s, u"a.txt"_s});
    const auto articles = [this] { return QJsonDocument::fromJson(galley({u"articles"_s, u"p.galley"_s, u"--json"_s}).out.toUtf8()).array().size(); };
    QCOMPARE(articles(), 1);
    QCOMPARE(galley({u"undo"_s, u"p.galley"_s}).code, 0);
    QCOMPARE(articles(), 0);
    QCOMPARE(galley({u"redo"_s, u"p.galley"_s}).code, 0);
    QCOMPARE(articles(), 1);
    QCOMPARE(galley({u"redo"_s, u"p.galley"_s}).code, 1);
    QCOMPARE(galley({u"check"_s, u"p.galley"_s}).code, 0);
}

void CommandsTest::aFormulaIsDisarmedForExcel()
{
    galley({u"new"_s, u"p.galley"_s});
    write(u"a.jsonl"_s, QByteArray(article).replace("\"Vote\"", "\"=1+1\"") + '\n' + annotation + '\n');
    galley({u"import"_s, u"p.galley"_s, u"a.jsonl"_s});
    QVERIFY(galley({u"export"_s, u"p.galley"_s}).out.contains(u",=1+1,"_s));
    QVERIFY(galley({u"export"_s, u"p.galley"_s, u"--excel-safe"_s}).out.contains(u",'=1+1,"_s));
    QVERIFY(galley({u"export"_s, u"p.galley"_s, u"--bom"_s}).bytes.startsWith("\xEF\xBB\xBF""annotation_id"));
}

void CommandsTest::uncodedArticlesAreIncludedWhereAskedFor()
{
    galley({u"new"_s, u"p.galley"_s});
    write(u"a.txt"_s, "Headline\n\nText.\n");
    galley({u"import"_s, u"p.galley"_s, u"a.txt"_s});
    QCOMPARE(galley({u"export"_s, u"p.galley"_s}).out.count(u"\r\n"_s), 1);
    QCOMPARE(galley({u"export"_s, u"p.galley"_s, u"--all-articles"_s}).out.count(u"\r\n"_s), 2);
}

void CommandsTest::theCodebookGoesOutAndComesBack()
{
    galley({u"new"_s, u"p.galley"_s, u"--codebook"_s, u"entman"_s});
    const Run exported = galley({u"codebook"_s, u"p.galley"_s, u"--export"_s});
    QCOMPARE(exported.code, 0);
    write(u"c.yaml"_s, exported.out.toUtf8());
    QCOMPARE(galley({u"new"_s, u"q.galley"_s, u"--codebook"_s, u"c.yaml"_s}).code, 0);
    QCOMPARE(galley({u"codebook"_s, u"q.galley"_s, u"--export"_s}).out, exported.out);
    galley({u"new"_s, u"r.galley"_s});
    const Run taken = galley({u"codebook"_s, u"r.galley"_s, u"--import"_s, u"c.yaml"_s});
    QVERIFY2(taken.code == 0, qPrintable(taken.err));
    QVERIFY(galley({u"codebook"_s, u"r.galley"_s, u"--export"_s}).out.contains(u"reatment"_s));
}

void CommandsTest::aDamagedCodebookIsRefusedWithItsLines()
{
    write(u"bad.yaml"_s, "galley_codebook: 1\nname: X\nlayers:\n  - name: Framing\n    unit: letter\n");
    const Run run = galley({u"new"_s, u"p.galley"_s, u"--codebook"_s, u"bad.yaml"_s});
    QCOMPARE(run.code, 1);
    QVERIFY2(run.err.contains(u"bad.yaml:5: "_s), qPrintable(run.err));
    QVERIFY(!QFile::exists(m_folder->filePath(u"p.galley"_s)));
}

void CommandsTest::wrongUsageIsTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no project") << QStringList{u"export"_s};
    QTest::newRow("unknown format") << QStringList{u"export"_s, u"p.galley"_s, u"--format"_s, u"xls"_s};
    QTest::newRow("unknown option") << QStringList{u"check"_s, u"p.galley"_s, u"--nonsense"_s};
    QTest::newRow("mistyped command") << QStringList{u"frobnicate"_s};
    QTest::newRow("nothing to import") << QStringList{u"import"_s, u"p.galley"_s};
}

void CommandsTest::wrongUsageIsTwo()
{
    QFETCH(QStringList, arguments);
    QCOMPARE(galley(arguments).code, 2);
}

void CommandsTest::everyCommandHasHelp()
{
    for (const QString &command : {u"new"_s, u"import"_s, u"articles"_s, u"codebook"_s, u"export"_s, u"agreement"_s, u"compare"_s, u"adjudicate"_s, u"history"_s, u"sample"_s, u"families"_s, u"undo"_s, u"redo"_s, u"check"_s, u"demo"_s}) {
        const Run run = galley({command, u"--help"_s});
        QCOMPARE(run.code, 0);
        QVERIFY2(run.out.contains(u"galley "_s + command), qPrintable(run.out));
    }
    QVERIFY(galley({u"--version"_s}).out.startsWith(u"galley "_s));
}

void CommandsTest::filesThatAreNoProjectsGetAMessageOfTheirOwn_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("This is a text that somebody renamed to a project file by mistake, long enough to have a header of its own.");
    QTest::newRow("sqlite header only") << QByteArray("SQLite format 3\0", 16);
}

void CommandsTest::filesThatAreNoProjectsGetAMessageOfTheirOwn()
{
    QFETCH(QByteArray, bytes);
    write(u"x.galley"_s, bytes);
    for (const QString &command : {u"check"_s, u"export"_s, u"articles"_s, u"history"_s, u"undo"_s}) {
        const Run run = galley({command, u"x.galley"_s});
        QCOMPARE(run.code, 1);
        QVERIFY2(run.err.startsWith(u"galley: x.galley: "_s), qPrintable(run.err));
    }
    QCOMPARE(read(u"x.galley"_s), bytes);
}

void CommandsTest::theDemoPrintsWhatItMade()
{
    const Run run = galley({u"demo"_s, u"--folder"_s, u"demo"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QVERIFY2(run.out.contains(u"10 articles"_s), qPrintable(run.out));
    for (const QString &layer : {u"Framing"_s, u"Stance"_s, u"Article"_s})
        QVERIFY2(run.out.contains(layer), qPrintable(run.out));
    QVERIFY(QFile::exists(m_folder->filePath(u"demo/Demo.galley"_s)));
    QVERIFY(read(u"demo/Demo.csv"_s).startsWith("annotation_id,"));
    QVERIFY(read(u"demo/Demo.png"_s).startsWith("\x89PNG"));
    QCOMPARE(galley({u"check"_s, u"demo/Demo.galley"_s}).code, 0);
}

/// A window has it open, and reads it on other threads as well; another process that comes and goes must not take the log away.
void CommandsTest::aProjectInUseKeepsItsLog()
{
    QCOMPARE(galley({u"new"_s, u"p.galley"_s}).code, 0);
    const QString path = m_folder->filePath(u"p.galley"_s);
    galley::Workspace window;
    QVERIFY(window.openProject(path));
    QVERIFY(window.addCoder(u"Ada"_s, galley::CoderRole::Coder));
    for (const QString &name : {u"Ben"_s, u"Cleo"_s}) {
        QVERIFY(galley::ProjectFile(*window.project()).open()); // and closed
        QVERIFY(QFile::exists(path + u"-wal"_s));
        QCOMPARE(galley({u"check"_s, u"p.galley"_s}).code, 0);
        QVERIFY(QFile::exists(path + u"-wal"_s));
        QVERIFY(window.addCoder(name, galley::CoderRole::Coder));
        QVERIFY2(galley({u"coders"_s, u"p.galley"_s}).out.contains(name), qPrintable(name));
    }
}

GALLEY_TEST(CommandsTest)
#include "tst_commands.moc"
