// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <commandline.h>

#include <testing.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

/// A lead compares what three coders did and settles it, as typed.
class ReviewCommandsTest : public QObject, CommandLine
{
    Q_OBJECT

private slots:
    void init();
    void everyDifferenceIsListed();
    void linesHaveTheWorstFirstAndCountsLast();
    void theRuleAndTheCodersAreChosen();
    void onlyArticlesOfTwoCodersCount();
    void whatIsAgreedOnIsSettledAndGoesOut();
    void settlingAgainAltersNothing();
    void aRulingIsTakenBack();
    void oneArticleAndOneLayerAreSettled();
    void theConsensusComesInAsItWentOut();
    void theStudyDecidesForAll();
    void aQuestionFlagsWhatItIsAbout();
    void whatIsWrongIsSaid_data();
    void whatIsWrongIsSaid();

private:
    QJsonArray compared(const QStringList &options = {})
    {
        const Run run = galley(QStringList{u"compare"_s, u"p.galley"_s, u"--json"_s} + options);
        return run.code == 0 ? QJsonDocument::fromJson(run.out.toUtf8()).array() : QJsonArray{run.err};
    }
    /// "extent Ada 8–34 Economic, Ben 20–34 Economic [settled]"
    QStringList lines(const QStringList &options = {})
    {
        QStringList result;
        for (const QJsonValue &group : compared(options)) {
            QStringList work;
            for (const QJsonValue &one : group[u"annotations"_s].toArray()) {
                const QString place = one[u"start"_s].isNull() ? u"article"_s : u"%1–%2"_s.arg(one[u"start"_s].toInt()).arg(one[u"end"_s].toInt());
                work += QStringList{one[u"coder"_s].toString(), place, one[u"code"_s].toString()}.join(u' ').trimmed();
            }
            result += group[u"kind"_s].toString() + u' ' + work.join(u", "_s) + (group[u"settled"_s].toBool() ? u" [settled]"_s : QString());
        }
        return result;
    }
    QString adjudicated(const QStringList &options) { return galley(QStringList{u"adjudicate"_s, u"p.galley"_s, u"--json"_s} + options).out.trimmed(); }
    QStringList exported(const QStringList &options)
    {
        return galley(QStringList{u"export"_s, u"p.galley"_s, u"--format"_s, u"csv"_s} + options).out.split(u"\r\n"_s, Qt::SkipEmptyParts).sliced(1);
    }
};

namespace {

const QByteArray vote = "0b8a1c5e-0000-4000-8000-000000000001";
const QByteArray ferry = "0b8a1c5e-0000-4000-8000-000000000002";

QByteArray article(const QByteArray &id, const QByteArray &title, const QByteArray &text)
{
    return R"({"type":"article","id":")" + id + R"(","title":")" + title + R"(","outlet":"Harbour Post","text":")" + text + "\"}\n";
}

QByteArray coded(const QByteArray &article, const QByteArray &coder, const QByteArray &layer, const QByteArray &code, const QByteArray &ranges, const QByteArray &values = {})
{
    return R"({"type":"annotation","article":")" + article + R"(","coder":")" + coder + R"(","layer":")" + layer + '"'
        + (code.isEmpty() ? QByteArray() : R"(,"code":")" + code + '"') + (ranges.isEmpty() ? QByteArray() : ",\"ranges\":" + ranges)
        + ",\"values\":{" + values + "}}\n";
}

} // namespace

void ReviewCommandsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QCOMPARE(galley({u"new"_s, u"p.galley"_s}).code, 0);
    QByteArray study = article(vote, "Vote", R"(Poll 😀\n\nThe council fears the toll.)") + article(ferry, "Ferry", R"(The ferry\n\nIt stops in May.)");
    for (const char *coder : {"Ada", "Ben", "Cleo"})
        study += coded(vote, coder, "Framing", "Economic", "[[20,34]]"); // all the same
    study += coded(vote, "Ada", "Stance", "against", "[[8,19],[26,34]]", R"("voice":"journalist")");
    study += coded(vote, "Ben", "Stance", "against", "[[8,19],[26,34]]", R"("voice":"journalist")");
    study += coded(vote, "Cleo", "Stance", "neutral", "[[8,19],[26,34]]", R"("voice":"journalist")");
    study += coded(vote, "Ada", "Framing", "Economic", "[[8,19]]") + coded(vote, "Ben", "Framing", "Economic", "[[12,19]]");
    study += coded(ferry, "Ada", "Framing", "Economic", "[[11,26]]");
    write(u"study.jsonl"_s, study);
    const Run run = galley({u"import"_s, u"p.galley"_s, u"study.jsonl"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
}

void ReviewCommandsTest::everyDifferenceIsListed()
{
    QCOMPARE(lines(), (QStringList{u"missing Ada 8–19 Economic, Ben 12–19 Economic"_s,
                                   u"agreement Ada 20–34 Economic, Ben 20–34 Economic, Cleo 20–34 Economic"_s,
                                   u"code Ada 8–34 against, Ben 8–34 against, Cleo 8–34 neutral"_s}));
    const QJsonObject group = compared()[2].toObject();
    QCOMPARE(group.keys(), (QStringList{u"annotations"_s, u"article"_s, u"kind"_s, u"layer"_s, u"settled"_s}));
    QCOMPARE(group[u"article"_s].toString(), QString::fromUtf8(vote));
    QCOMPARE(group[u"layer"_s].toString(), u"Stance"_s);
    const QString id = group[u"annotations"_s][0][u"id"_s].toString();
    QVERIFY2(galley({u"export"_s, u"p.galley"_s}).out.contains(u"\r\n"_s + id + u","_s), qPrintable(id));
    QCOMPARE(lines({u"--layer"_s, u"Stance"_s}).size(), 1);
}

void ReviewCommandsTest::linesHaveTheWorstFirstAndCountsLast()
{
    const Run run = galley({u"compare"_s, u"p.galley"_s});
    QCOMPARE(run.code, 0);
    const QStringList printed = run.out.split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(printed.size(), 8);
    QCOMPARE(printed[0], u"missing\tVote\tFraming\t“The council”\tAda: Economic 8–19; Ben: Economic 12–19; Cleo: —"_s);
    QVERIFY2(printed[1].startsWith(u"code\tVote\tStance\t“The council … the toll”\tAda: against 8–19, 26–34 (voice=journalist); "_s), qPrintable(printed[1]));
    QVERIFY(printed[2].startsWith(u"agreement\t"_s));
    QCOMPARE(printed.sliced(3), (QStringList{u"missing: 1, settled 0"_s, u"extent: 0, settled 0"_s, u"code: 1, settled 0"_s, u"values: 0, settled 0"_s, u"agreement: 1, settled 0"_s}));
}

void ReviewCommandsTest::theRuleAndTheCodersAreChosen()
{
    QCOMPARE(lines({u"--coders"_s, u"Ada,Ben"_s, u"--layer"_s, u"Framing"_s}),
             (QStringList{u"extent Ada 8–19 Economic, Ben 12–19 Economic"_s, u"agreement Ada 20–34 Economic, Ben 20–34 Economic"_s}));
    for (const QString &rule : {u"exact"_s, u"iou=0.9"_s})
        QCOMPARE(lines({u"--coders"_s, u"Ada,Ben"_s, u"--layer"_s, u"Framing"_s, u"--match"_s, rule}).size(), 3);
    QCOMPARE(lines({u"--layer"_s, u"Stance"_s, u"--same-code"_s}).size(), 2);
    QCOMPARE(galley({u"set"_s, u"p.galley"_s, u"pilot"_s, u"--kind"_s, u"reliability"_s, u"--articles"_s, QString::fromUtf8(ferry)}).code, 0);
    QVERIFY(lines({u"--set"_s, u"pilot"_s}).isEmpty()); // which Ada alone coded
    QVERIFY(galley({u"compare"_s, u"p.galley"_s, u"--set"_s, u"main"_s}).err.contains(u"the sets are: pilot"_s));
}

void ReviewCommandsTest::onlyArticlesOfTwoCodersCount()
{
    for (const QJsonValue &group : compared())
        QCOMPARE(group[u"article"_s].toString(), QString::fromUtf8(vote)); // nobody but Ada coded the ferry
    write(u"done.jsonl"_s, R"({"type":"progress","article":")" + ferry + R"(","coder":"Ben","state":"done"})" "\n");
    QCOMPARE(galley({u"import"_s, u"p.galley"_s, u"done.jsonl"_s}).code, 0);
    QCOMPARE(lines().last(), u"missing Ada 11–26 Economic"_s);
}

void ReviewCommandsTest::whatIsAgreedOnIsSettledAndGoesOut()
{
    const QStringList before = exported({});
    QCOMPARE(adjudicated({u"--accept"_s, u"all"_s, u"--by"_s, u"Ada"_s}), u"{\"settled\":1,\"open\":2,\"before\":0}"_s);
    QCOMPARE(adjudicated({u"--accept"_s, u"majority"_s, u"--by"_s, u"Ada"_s}), u"{\"settled\":1,\"open\":1,\"before\":1}"_s);
    QVERIFY(lines()[1].endsWith(u"[settled]"_s) && lines()[2].endsWith(u"[settled]"_s) && !lines()[0].endsWith(u"[settled]"_s));
    QCOMPARE(exported({}), before);
    const QStringList gold = exported({u"--coders"_s, u"consensus"_s});
    QCOMPARE(gold.size(), 2);
    QVERIFY2(gold[0].contains(u",Stance,against,8,34,\"[[8,19],[26,34]]\",The council … the toll,consensus,coded,"_s), qPrintable(gold[0]));
    QVERIFY2(gold[1].contains(u",Framing,Economic,20,34,\"[[20,34]]\",fears the toll,consensus,coded,"_s), qPrintable(gold[1]));
    QCOMPARE(exported({u"--coders"_s, u"consensus"_s, u"--layers"_s, u"Framing"_s}), gold.sliced(1));
    QCOMPARE(exported({u"--coders"_s, u"all"_s}).size(), before.size() + 2);
    QCOMPARE(exported({u"--coders"_s, u"Ada,Cleo"_s}).size(), 6);
    QCOMPARE(galley({u"check"_s, u"p.galley"_s}).code, 0);
    QVERIFY(galley({u"history"_s, u"p.galley"_s}).out.startsWith(u"4\t"_s) || galley({u"history"_s, u"p.galley"_s}).out.contains(u"\tAda\tdo\tSettle "_s));
    // Reliability is of the coders' work, as before.
    QVERIFY(!galley({u"agreement"_s, u"p.galley"_s}).out.contains(u"consensus"_s));
    QCOMPARE(galley({u"agreement"_s, u"p.galley"_s, u"--coders"_s, u"Ada,consensus"_s}).code, 1);
}

void ReviewCommandsTest::settlingAgainAltersNothing()
{
    QCOMPARE(adjudicated({u"--accept"_s, u"atleast=2"_s}), u"{\"settled\":2,\"open\":1,\"before\":0}"_s);
    const QString history = galley({u"history"_s, u"p.galley"_s}).out;
    const QStringList gold = exported({u"--coders"_s, u"consensus"_s});
    QCOMPARE(adjudicated({u"--accept"_s, u"atleast=2"_s}), u"{\"settled\":0,\"open\":1,\"before\":2}"_s);
    QCOMPARE(galley({u"history"_s, u"p.galley"_s}).out, history);
    QCOMPARE(adjudicated({u"--accept"_s, u"coder=Cleo"_s}), u"{\"settled\":0,\"open\":1,\"before\":2}"_s); // also with another's say
    QCOMPARE(exported({u"--coders"_s, u"consensus"_s}), gold);
    QCOMPARE(galley({u"adjudicate"_s, u"p.galley"_s, u"--accept"_s, u"coder=Ben"_s}).out, u"1 settled, 0 open, 2 were settled before\n"_s);
}

void ReviewCommandsTest::aRulingIsTakenBack()
{
    adjudicated({u"--accept"_s, u"coder=Ada"_s, u"--by"_s, u"Ben"_s});
    QCOMPARE(exported({u"--coders"_s, u"consensus"_s}).size(), 3);
    QCOMPARE(galley({u"undo"_s, u"p.galley"_s, u"--coder"_s, u"Ben"_s}).code, 0);
    QCOMPARE(exported({u"--coders"_s, u"consensus"_s}).size(), 0);
    QVERIFY(!lines().join(u'\n').contains(u"[settled]"_s));
    QCOMPARE(adjudicated({u"--accept"_s, u"coder=Ben"_s}), u"{\"settled\":3,\"open\":0,\"before\":0}"_s);
    QCOMPARE(exported({u"--coders"_s, u"consensus"_s}).size(), 3);
    QCOMPARE(galley({u"check"_s, u"p.galley"_s}).code, 0);
}

void ReviewCommandsTest::oneArticleAndOneLayerAreSettled()
{
    write(u"more.jsonl"_s, coded(ferry, "Ben", "Framing", "Economic", "[[11,26]]"));
    QCOMPARE(galley({u"import"_s, u"p.galley"_s, u"more.jsonl"_s}).code, 0);
    QCOMPARE(adjudicated({u"--accept"_s, u"all"_s, u"--article"_s, QString::fromUtf8(ferry)}), u"{\"settled\":1,\"open\":0,\"before\":0}"_s);
    QCOMPARE(adjudicated({u"--accept"_s, u"majority"_s, u"--layer"_s, u"Stance"_s}), u"{\"settled\":1,\"open\":0,\"before\":0}"_s);
    QCOMPARE(adjudicated({u"--accept"_s, u"all"_s}), u"{\"settled\":1,\"open\":1,\"before\":2}"_s);
}

/// What was settled comes in; why stays with the project in which it was, and that is said.
void ReviewCommandsTest::theConsensusComesInAsItWentOut()
{
    const auto withoutRulings = [](const QByteArray &lines) {
        QStringList kept = QString::fromUtf8(lines).split(u'\n');
        kept.removeIf([](const QString &line) { return line.startsWith(u"{\"type\":\"ruling\""); });
        return kept.join(u'\n');
    };
    adjudicated({u"--accept"_s, u"majority"_s});
    const auto all = [this](const QString &project) { return galley({u"export"_s, project, u"--format"_s, u"jsonl"_s, u"--coders"_s, u"all"_s}).bytes; };
    const QByteArray out = all(u"p.galley"_s);
    QVERIFY(out.contains(R"("name":"consensus","role":"consensus")"));
    write(u"all.jsonl"_s, out);
    galley({u"new"_s, u"q.galley"_s});
    const Run run = galley({u"import"_s, u"q.galley"_s, u"all.jsonl"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QVERIFY2(run.err.contains(u"A ruling is not imported, only what it settled"_s), qPrintable(run.err));
    QVERIFY(QString::fromUtf8(out) != withoutRulings(out));
    QCOMPARE(QString::fromUtf8(all(u"q.galley"_s)), withoutRulings(out));
    QVERIFY(!galley({u"export"_s, u"q.galley"_s}).out.contains(u"consensus"_s));
    QCOMPARE(galley({u"import"_s, u"q.galley"_s, u"all.jsonl"_s}).code, 0); // and once more
    QCOMPARE(QString::fromUtf8(all(u"q.galley"_s)), withoutRulings(out));
    QCOMPARE(galley({u"check"_s, u"q.galley"_s}).code, 0);
}

void ReviewCommandsTest::theStudyDecidesForAll()
{
    QCOMPARE(galley({u"study"_s, u"p.galley"_s}).out, u"reliable from 0.800, tentative from 0.667\n"_s);
    QCOMPARE(galley({u"study"_s, u"p.galley"_s, u"--thresholds"_s, u"0.7,0.6"_s, u"--by"_s, u"Ada"_s, u"--json"_s}).out,
             u"{\"leads_who_code_blind\":[],\"reliable\":0.7,\"tentative\":0.6}\n"_s);
    QVERIFY(galley({u"agreement"_s, u"p.galley"_s, u"--summary"_s}).out.contains(u"Reliable from 0.700, tentative from 0.600."_s));
    QVERIFY(galley({u"agreement"_s, u"p.galley"_s, u"--summary"_s, u"--thresholds"_s, u"0.9,0.8"_s}).out.contains(u"Reliable from 0.900"_s));
    QVERIFY(galley({u"history"_s, u"p.galley"_s}).out.section(u'\n', 0, 0).contains(u"Take as reliable what reaches 0.700"_s));
    QCOMPARE(galley({u"study"_s, u"p.galley"_s, u"--thresholds"_s, u"0.6,0.7"_s}).code, 1);
    QCOMPARE(galley({u"study"_s, u"p.galley"_s, u"--codes-blind"_s, u"Nobody"_s}).code, 1);
}

void ReviewCommandsTest::aQuestionFlagsWhatItIsAbout()
{
    const QString annotation = compared().first()[u"annotations"_s].toArray().first()[u"id"_s].toString();
    const Run asked = galley({u"comments"_s, u"p.galley"_s, u"--about"_s, annotation, u"--add"_s, u"Two codes here?"_s, u"--flag"_s, u"--by"_s, u"Ben"_s, u"--json"_s});
    QVERIFY2(asked.code == 0, qPrintable(asked.err));
    const QJsonArray comments = QJsonDocument::fromJson(asked.bytes).array();
    QCOMPARE(comments.size(), 1);
    QCOMPARE(comments[0][u"annotations"_s].toArray(), QJsonArray{annotation});
    QVERIFY(comments[0][u"to"_s].isNull());
    QVERIFY(galley({u"export"_s, u"p.galley"_s, u"--format"_s, u"csv"_s}).out.contains(u",flagged,"_s));
    QCOMPARE(galley({u"undo"_s, u"p.galley"_s, u"--coder"_s, u"Ben"_s}).code, 0);
    QVERIFY(!galley({u"export"_s, u"p.galley"_s, u"--format"_s, u"csv"_s}).out.contains(u",flagged,"_s));
    QCOMPARE(galley({u"comments"_s, u"p.galley"_s, u"--json"_s}).out, u"[]\n"_s);
    QCOMPARE(galley({u"comments"_s, u"p.galley"_s, u"--add"_s, u"Who?"_s}).code, 1);
}

void ReviewCommandsTest::whatIsWrongIsSaid_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const QStringList &arguments, int code, const QString &reason) { QTest::newRow(name) << arguments << code << reason; };
    row("coder", {u"compare"_s, u"p.galley"_s, u"--coders"_s, u"Ada,Eve"_s}, 1, u"there is no coder “Eve”; the coders are: Ada, Ben, Cleo"_s);
    row("one coder", {u"compare"_s, u"p.galley"_s, u"--coders"_s, u"Ada"_s}, 1, u"at least two coders"_s);
    row("the consensus is not compared", {u"compare"_s, u"p.galley"_s, u"--coders"_s, u"Ada,consensus"_s}, 1, u"there is no coder “consensus”"_s);
    row("layer", {u"compare"_s, u"p.galley"_s, u"--layer"_s, u"Tone"_s}, 1, u"there is no layer “Tone”"_s);
    row("rule", {u"compare"_s, u"p.galley"_s, u"--match"_s, u"near"_s}, 1, u"overlap, exact, iou=0.5"_s);
    row("nothing accepted", {u"adjudicate"_s, u"p.galley"_s}, 2, u"--accept"_s);
    row("acceptance", {u"adjudicate"_s, u"p.galley"_s, u"--accept"_s, u"most"_s}, 1, u"majority"_s);
    row("whose", {u"adjudicate"_s, u"p.galley"_s, u"--accept"_s, u"coder=Eve"_s}, 1, u"there is no coder “Eve”"_s);
    row("who", {u"adjudicate"_s, u"p.galley"_s, u"--accept"_s, u"all"_s, u"--by"_s, u"Eve"_s}, 1, u"there is no coder “Eve”"_s);
    row("article", {u"adjudicate"_s, u"p.galley"_s, u"--accept"_s, u"all"_s, u"--article"_s, u"7"_s}, 1, u"there is no article “7”"_s);
    row("whose export", {u"export"_s, u"p.galley"_s, u"--coders"_s, u"Eve"_s}, 1, u"there is no coder “Eve”"_s);
    row("what export", {u"export"_s, u"p.galley"_s, u"--layers"_s, u"Tone"_s}, 1, u"there is no layer “Tone”"_s);
    row("no project", {u"compare"_s, u"q.galley"_s}, 1, u"galley: q.galley: "_s);
}

void ReviewCommandsTest::whatIsWrongIsSaid()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QFETCH(QString, reason);
    const Run run = galley(arguments);
    QCOMPARE(run.code, code);
    QVERIFY2(run.err.contains(reason), qPrintable(run.err));
}

GALLEY_TEST(ReviewCommandsTest)
#include "tst_reviewcommands.moc"
