// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <commandline.h>

#include <testing.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// The codebook and the register of actors, as typed.
class CodebookCommandsTest : public QObject, CommandLine
{
    Q_OBJECT

private slots:
    void init();
    void aProjectCanBeginWithAnEmptyCodebook();
    void revisionsAndTheirDifferencesAreTold();
    void aFrozenCodebookIsNotAltered();
    void filesOfTheFieldGoOutAndComeIn();
    void whatWasCodedUnderAnotherDefinitionIsListed();
    void theRegisterIsBroughtInToldAndMerged();
    void whatIsWrongIsSaid_data();
    void whatIsWrongIsSaid();

private:
    QJsonArray list(const QStringList &arguments)
    {
        const Run run = galley(arguments + QStringList{u"--json"_s});
        return run.code == 0 ? QJsonDocument::fromJson(run.out.toUtf8()).array() : QJsonArray{run.err};
    }
    void import(const QByteArray &definition)
    {
        write(u"b.yaml"_s, "galley_codebook: 1\nname: B\nlayers:\n  - name: Framing\n    variables:\n      - name: frame\n        codes:\n          - name: Costs\n            definition: "
                  + definition + "\n          - name: Morals\n  - name: Stance\n    variables:\n      - name: polarity\n        codes: [{name: against}]\n      - name: holder\n        type: actor\n");
        const Run run = galley({u"codebook"_s, u"p.galley"_s, u"--import"_s, u"b.yaml"_s});
        QVERIFY2(run.code == 0, qPrintable(run.err));
    }
    void code()
    {
        write(u"a.jsonl"_s, R"({"type":"article","id":"0b8a1c5e-0000-4000-8000-000000000001","title":"Vote","text":"The toll costs a lot. It is wrong."})"
                            "\n"
                            R"({"type":"annotation","article":"0b8a1c5e-0000-4000-8000-000000000001","coder":"Ada","layer":"Framing","code":"Costs","ranges":[[0,21]]})"
                            "\n"
                            R"({"type":"annotation","article":"0b8a1c5e-0000-4000-8000-000000000001","coder":"Ada","layer":"Framing","code":"Morals","ranges":[[22,34]]})"
                            "\n"
                            R"({"type":"annotation","article":"0b8a1c5e-0000-4000-8000-000000000001","coder":"Ada","layer":"Stance","code":"against","ranges":[[22,34]],"values":{"holder":"The mayor"}})"
                            "\n");
        const Run run = galley({u"import"_s, u"p.galley"_s, u"a.jsonl"_s});
        QVERIFY2(run.code == 0, qPrintable(run.err));
    }
};

void CodebookCommandsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QCOMPARE(galley({u"new"_s, u"p.galley"_s, u"--codebook"_s, u"empty"_s}).code, 0);
}

void CodebookCommandsTest::aProjectCanBeginWithAnEmptyCodebook()
{
    QVERIFY(!galley({u"codebook"_s, u"p.galley"_s, u"--export"_s}).out.contains(u"variables"_s));
    import("Money");
    QVERIFY(galley({u"codebook"_s, u"p.galley"_s, u"--export"_s}).out.contains(u"definition: Money"_s));
}

void CodebookCommandsTest::revisionsAndTheirDifferencesAreTold()
{
    import("Money");
    import("Money and time");
    const QJsonArray revisions = list({u"codebook"_s, u"p.galley"_s, u"--revisions"_s});
    QCOMPARE(revisions.size(), 3);
    QCOMPARE(revisions[2][u"revision"_s].toInt(), 3);
    const QJsonArray differences = list({u"codebook"_s, u"p.galley"_s, u"--diff"_s, u"2"_s, u"3"_s});
    QCOMPARE(differences.size(), 1);
    QCOMPARE(differences[0][u"path"_s].toString(), u"Framing/frame/Costs"_s);
    QCOMPARE(differences[0][u"fields"_s][0][u"before"_s].toString(), u"Money"_s);
    QCOMPARE(differences[0][u"fields"_s][0][u"after"_s].toString(), u"Money and time"_s);
    QCOMPARE(list({u"codebook"_s, u"p.galley"_s, u"--diff"_s, u"1"_s, u"2"_s}).size(), 8); // two layers, three variables, three codes
    QVERIFY(galley({u"codebook"_s, u"p.galley"_s, u"--diff"_s, u"2"_s, u"3"_s}).out.contains(u"definition: “Money” → “Money and time”"_s));
}

void CodebookCommandsTest::aFrozenCodebookIsNotAltered()
{
    import("Money");
    QCOMPARE(galley({u"codebook"_s, u"p.galley"_s, u"--freeze"_s}).code, 0);
    write(u"c.yaml"_s, "galley_codebook: 1\nname: C\nlayers:\n  - name: Other\n");
    const Run refused = galley({u"codebook"_s, u"p.galley"_s, u"--import"_s, u"c.yaml"_s});
    QVERIFY2(refused.code == 1 && refused.err.contains(u"frozen"_s), qPrintable(refused.err));
    const Run merged = galley({u"codebook"_s, u"p.galley"_s, u"--merge-codes"_s, u"Framing/Costs"_s, u"--into"_s, u"Framing/Morals"_s});
    QVERIFY2(merged.code == 1 && merged.err.contains(u"frozen"_s), qPrintable(merged.err));
    QCOMPARE(galley({u"codebook"_s, u"p.galley"_s, u"--thaw"_s}).code, 0);
    QCOMPARE(galley({u"codebook"_s, u"p.galley"_s, u"--import"_s, u"c.yaml"_s}).code, 0);
}

void CodebookCommandsTest::filesOfTheFieldGoOutAndComeIn()
{
    import("Money");
    const QByteArray yaml = galley({u"codebook"_s, u"p.galley"_s, u"--export"_s}).bytes;
    for (const QString &file : {u"b.qdc"_s, u"b.csv"_s}) {
        const Run written = galley({u"codebook"_s, u"p.galley"_s, u"--export"_s, file});
        QVERIFY2(written.code == 0 && written.err.startsWith(file + u": "_s), qPrintable(written.err)); // what is lost
        const Run same = galley({u"codebook"_s, u"p.galley"_s, u"--import"_s, file});
        QVERIFY2(same.code == 0 && same.out.contains(u"already this one"_s), qPrintable(same.out + same.err));
        QCOMPARE(galley({u"new"_s, file + u".galley"_s, u"--codebook"_s, file}).code, 0);
    }
    QVERIFY(read(u"b.qdc"_s).contains("urn:QDA-XML:codebook:1.0"));
    QCOMPARE(galley({u"codebook"_s, u"b.qdc.galley"_s, u"--export"_s}).bytes, yaml);
    QCOMPARE(galley({u"codebook"_s, u"p.galley"_s, u"--export"_s, u"b.html"_s}).code, 0);
    QVERIFY(read(u"b.html"_s).contains("Money"));
    const Run workbook = galley({u"codebook"_s, u"p.galley"_s, u"--export"_s, u"b.xlsx"_s});
    QVERIFY2(workbook.code == 1 && workbook.err.contains(u".csv"_s), qPrintable(workbook.err));
    write(u"list.csv"_s, "layer,variable,name,definition,files\nFraming,frame,Costs,Money,2\nFraming,frame,Tolls,What is paid,1\n");
    const Run list = galley({u"codebook"_s, u"p.galley"_s, u"--import"_s, u"list.csv"_s});
    QVERIFY2(list.code == 0 && list.err.contains(u"files"_s), qPrintable(list.err));
    const QByteArray now = galley({u"codebook"_s, u"p.galley"_s, u"--export"_s}).bytes;
    QVERIFY2(now.contains("name: B") && now.contains("Tolls") && !now.contains("Morals"), now.constData());
    write(u"bad.csv"_s, "name,parent\na,b\nb,a\n");
    const Run bad = galley({u"codebook"_s, u"p.galley"_s, u"--import"_s, u"bad.csv"_s});
    QVERIFY2(bad.code == 1 && bad.err.contains(u"bad.csv:2:"_s), qPrintable(bad.err));
}

void CodebookCommandsTest::whatWasCodedUnderAnotherDefinitionIsListed()
{
    import("Money");
    code();
    QCOMPARE(list({u"recheck"_s, u"p.galley"_s}).size(), 0);
    import("Money and time");
    const QJsonArray found = list({u"recheck"_s, u"p.galley"_s});
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0][u"quote"_s].toString(), u"The toll costs a lot."_s);
    QCOMPARE(found[0][u"code"_s].toString(), u"Costs"_s);
    QCOMPARE(list({u"recheck"_s, u"p.galley"_s, u"--coder"_s, u"Ada"_s}).size(), 1);
    QVERIFY(galley({u"recheck"_s, u"p.galley"_s, u"--coder"_s, u"Nobody"_s}).code == 1);
    const QString id = found[0][u"annotation"_s].toString();
    QVERIFY(galley({u"recheck"_s, u"p.galley"_s, u"--coder"_s, u"Ada"_s, u"--still-right"_s, u"00000000-0000-4000-8000-000000000009"_s}).code == 1);
    const Run right = galley({u"recheck"_s, u"p.galley"_s, u"--coder"_s, u"Ada"_s, u"--still-right"_s, id});
    QVERIFY2(right.code == 0, qPrintable(right.err));
    QCOMPARE(list({u"recheck"_s, u"p.galley"_s}).size(), 0);
}

void CodebookCommandsTest::theRegisterIsBroughtInToldAndMerged()
{
    import("Money");
    code();
    write(u"r.csv"_s, "name,kind,aliases,attribute,value,from,to\nAda Lund,person,Lund,role,mayor,2019,2022\nHarbour List,organisation,,,,,\n");
    const QJsonArray in = list({u"actors"_s, u"p.galley"_s, u"--import"_s, u"r.csv"_s});
    QCOMPARE(in.size(), 3);
    QCOMPARE(in[2][u"name"_s].toString(), u"The mayor"_s);
    QCOMPARE(in[2][u"annotations"_s].toInt(), 1);
    QCOMPARE(list({u"actors"_s, u"p.galley"_s, u"--on"_s, u"2020-05-01"_s})[0][u"role"_s].toString(), u"mayor"_s);
    QCOMPARE(list({u"actors"_s, u"p.galley"_s, u"--on"_s, u"2023"_s})[0][u"role"_s].toString(), QString());
    const QJsonArray merged = list({u"actors"_s, u"p.galley"_s, u"--merge"_s, u"the mayor"_s, u"--into"_s, u"Lund"_s});
    QCOMPARE(merged.size(), 2);
    QCOMPARE(merged[0][u"aliases"_s].toArray(), QJsonArray({u"Lund"_s, u"The mayor"_s}));
    QCOMPARE(merged[0][u"annotations"_s].toInt(), 1);
    QVERIFY(galley({u"export"_s, u"p.galley"_s, u"--format"_s, u"csv"_s}).out.contains(u"Ada Lund"_s));
    QCOMPARE(galley({u"actors"_s, u"p.galley"_s, u"--export"_s, u"out.csv"_s}).code, 0);
    QCOMPARE(galley({u"undo"_s, u"p.galley"_s}).code, 0);
    QCOMPARE(list({u"actors"_s, u"p.galley"_s}).size(), 3);
}

void CodebookCommandsTest::whatIsWrongIsSaid_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("reason");
    QTest::newRow("no such revision") << QStringList{u"codebook"_s, u"p.galley"_s, u"--diff"_s, u"1"_s, u"9"_s} << u"no revision 9"_s;
    QTest::newRow("no such actor") << QStringList{u"actors"_s, u"p.galley"_s, u"--merge"_s, u"A"_s, u"--into"_s, u"B"_s} << u"there is no actor “A”"_s;
    QTest::newRow("no such list") << QStringList{u"actors"_s, u"p.galley"_s, u"--import"_s, u"none.csv"_s} << u"No such file"_s;
}

void CodebookCommandsTest::whatIsWrongIsSaid()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, reason);
    const Run run = galley(arguments);
    QCOMPARE(run.code, 1);
    QVERIFY2(run.err.contains(reason), qPrintable(run.err));
}

GALLEY_TEST(CodebookCommandsTest)
#include "tst_codebookcommands.moc"
