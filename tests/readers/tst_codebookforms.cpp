// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <randomcodebook.h>
#include <reading.h>
#include <zipped.h>

#include <readers/codebook/codebookfile.h>
#include <readers/codebookfiles.h>
#include <writers/codebookformat.h>

#include <testing.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

/// Codebooks as the field has them: YAML, QDC, tables.
class CodebookFormsTest : public QObject
{
    Q_OBJECT

private slots:
    void theCodebooksOfTheFieldComeBackFromEachForm_data();
    void theCodebooksOfTheFieldComeBackFromEachForm();
    void whateverACodebookHoldsComesBack_data();
    void whateverACodebookHoldsComesBack();
    void qdcIsValid();
    void qdcOfOthersIsRead();
    void whatWasAlteredInAQdcCounts();
    void realQdcFilesAreRead_data();
    void realQdcFilesAreRead();
    void tablesOfOthersAreRead_data();
    void tablesOfOthersAreRead();
    void aWorkbookIsATable();
    void whatIsLeftOutIsSaid();
    void whatIsHostileEndsInASentence_data();
    void whatIsHostileEndsInASentence();
    void thePageToPrintSaysWhatTheCodebookSays();
};

namespace {

Result<IncomingCodebook> again(const Codebook &codebook, const QString &ending)
{
    const auto format = codebookFormatFor(u"x."_s + ending);
    return format.and_then([&](const CodebookFormat *known) { return writtenCodebook(*known, codebook, {}); }).and_then([&](const QByteArray &bytes) {
        return codebookFromFile(bytes, u"x."_s + ending, codebook.name());
    });
}

/// "Economic 1 (money) < Frames", code by code.
QString told(const Result<IncomingCodebook> &read)
{
    if (!read)
        return u"refused: "_s + read.error().message;
    QStringList codes;
    for (const Code &code : read->codebook.codes()) {
        QString text = read->codebook.path(code.id);
        if (code.value)
            text += u" =%1"_s.arg(*code.value);
        if (!code.definition.isEmpty())
            text += u" (%1)"_s.arg(code.definition);
        if (!code.examples.isEmpty())
            text += u" e.g. "_s + code.examples.join(u'|');
        if (!code.aliases.isEmpty())
            text += u" also "_s + code.aliases.join(u'|');
        codes += text;
    }
    return codes.join(u"; "_s);
}

/// The codebooks of the shared list, written down by hand as codebook files would be.
std::map<QString, QByteArray> fieldCodebooks(const QJsonObject &all)
{
    std::map<QString, QByteArray> yaml;
    const auto quoted = [](const QString &text) { return QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact).mid(1).chopped(1); };
    const auto head = [&](const QString &name) { return "galley_codebook: 1\nname: " + quoted(name) + "\nlayers:\n"; };
    const auto codes = [&](const QJsonArray &names) {
        QByteArray lines = "        codes:\n";
        for (const QJsonValue &name : names)
            lines += "          - name: " + quoted(name.toString().section(u':', 0, 0)) + "\n"
                + (name.toString().contains(u':') ? "            definition: " + quoted(name.toString().section(u':', 1).trimmed()) + "\n" : QByteArray());
        return lines;
    };
    QByteArray policy = head(u"Policy frames"_s) + "  - name: Framing\n    variables:\n      - name: frame\n        codes:\n";
    for (const QJsonValue &frame : all[u"policy_frames_15"_s][u"frames"_s].toArray())
        policy += "          - name: " + quoted(frame[1].toString()) + "\n            value: " + QByteArray::number(frame[0].toInt()) + "\n            definition: " + quoted(frame[2].toString()) + "\n";
    yaml[u"policy frames"_s] = policy;
    QByteArray generic = head(u"Generic frames"_s) + "  - name: Article\n    unit: article\n    variables:\n";
    const QJsonObject frames = all[u"generic_frames_semetko_valkenburg_2000"_s][u"frames"_s].toObject();
    for (auto frame = frames.begin(); frame != frames.end(); ++frame) {
        int number = 0;
        for (const QJsonValue &item : frame->toArray())
            generic += "      - name: " + quoted(u"%1 %2"_s.arg(frame.key()).arg(++number)) + "\n        type: boolean\n        required: true\n        description: " + quoted(item.toString()) + "\n";
    }
    yaml[u"generic frames"_s] = generic;
    yaml[u"entman"_s] = head(u"Entman"_s) + "  - name: Framing\n    variables:\n      - name: function\n" + codes(all[u"entman_1993"_s][u"functions"_s].toArray()) + "      - name: location\n        multiple: true\n"
        + codes(all[u"entman_1993"_s][u"four_locations"_s].toArray());
    QByteArray basil = head(u"BASIL"_s) + "  - name: Bias\n    variables:\n";
    const QJsonObject span = all[u"basil_2019"_s][u"span"_s].toObject();
    for (auto variable = span.begin(); variable != span.end(); ++variable) {
        if (variable->isArray())
            basil += "      - name: " + quoted(variable.key()) + "\n" + codes(variable->toArray());
    }
    for (const QString &actor : span[u"plus"_s].toString().split(u", "_s))
        basil += "      - name: " + quoted(actor) + "\n        type: actor\n";
    basil += "  - name: Article\n    unit: article\n    variables:\n";
    for (const QJsonValue &variable : all[u"basil_2019"_s][u"article"_s].toArray())
        basil += "      - name: " + quoted(variable.toString()) + "\n        type: text\n";
    yaml[u"basil"_s] = basil;
    yaml[u"ptc"_s] = head(u"PTC"_s) + "  - name: Propaganda\n    variables:\n      - name: technique\n" + codes(all[u"ptc_2020"_s][u"techniques_14"_s].toArray());
    yaml[u"polnear"_s] = head(u"PolNeAR"_s) + "  - name: Attribution\n    description: " + quoted(all[u"polnear_2018"_s][u"relation"_s].toString()) + "\n    variables:\n      - name: part\n" + codes(all[u"polnear_2018"_s][u"parts"_s].toArray());
    yaml[u"stance"_s] = head(u"FNC-1"_s) + "  - name: Article\n    unit: article\n    variables:\n      - name: stance\n" + codes(all[u"stance_fnc1"_s].toArray());
    QByteArray sentiment = head(u"NewsMTSC"_s) + "  - name: Sentiment\n    variables:\n      - name: target\n        type: actor\n      - name: polarity\n        type: ordinal\n        codes:\n";
    const QJsonObject steps = all[u"target_sentiment_newsmtsc"_s].toObject();
    for (auto step = steps.begin(); step != steps.end(); ++step)
        sentiment += "          - name: " + quoted(step->toString()) + "\n            value: " + step.key().toUtf8() + "\n";
    yaml[u"sentiment"_s] = sentiment;
    return yaml;
}

} // namespace

void CodebookFormsTest::theCodebooksOfTheFieldComeBackFromEachForm_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QFile file(QStringLiteral(GALLEY_SHARED "/FRAME_CODEBOOKS.json"));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("the shared list of codebooks is not here");
    for (const auto &[name, yaml] : fieldCodebooks(QJsonDocument::fromJson(file.readAll()).object()))
        QTest::newRow(qPrintable(name)) << yaml;
}

void CodebookFormsTest::theCodebooksOfTheFieldComeBackFromEachForm()
{
    QFETCH(QByteArray, yaml);
    const auto book = codebookFromYaml(yaml, u"b.yaml");
    QVERIFY2(book, qPrintable(book ? QString() : book.error().message));
    QVERIFY(book->codes().size() + book->variables().size() >= 4);
    for (const QString &ending : {u"yaml"_s, u"qdc"_s, u"csv"_s}) {
        const auto read = again(*book, ending);
        QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
        QVERIFY2(read->codebook == *book, qPrintable(ending));
        QCOMPARE(read->remarks, QStringList());
    }
}

void CodebookFormsTest::whateverACodebookHoldsComesBack_data()
{
    QTest::addColumn<QString>("ending");
    for (const QString &ending : {u"yaml"_s, u"qdc"_s, u"csv"_s})
        QTest::newRow(qPrintable(ending)) << ending;
}

void CodebookFormsTest::whateverACodebookHoldsComesBack()
{
    QFETCH(QString, ending);
    for (quint64 seed = 1; seed <= 100; ++seed) {
        const Codebook book = RandomCodebook(seed).make(u"Seeded & <random>"_s);
        const auto read = again(book, ending);
        QVERIFY2(read, qPrintable(u"seed %1: %2"_s.arg(seed).arg(read ? QString() : read.error().message)));
        if (read->codebook != book) {
            QCOMPARE(told(read), told(IncomingCodebook{book}));
            QCOMPARE(read->codebook.variables().size(), book.variables().size());
            for (size_t at = 0; at < book.variables().size(); ++at)
                QVERIFY2(read->codebook.variables()[at] == book.variables()[at], qPrintable(u"seed %1, variable %2"_s.arg(seed).arg(book.variables()[at].name)));
            QVERIFY2(read->codebook.layers() == book.layers(), qPrintable(u"seed %1: layers"_s.arg(seed)));
            QFAIL(qPrintable(u"seed %1: codes"_s.arg(seed)));
        }
    }
}

void CodebookFormsTest::qdcIsValid()
{
    const QString schema = QStringLiteral(GALLEY_SHARED "/formats/samples/refi-qda/schema/Codebook.xsd"), xmllint = QStandardPaths::findExecutable(u"xmllint"_s);
    if (!QFile::exists(schema))
        QSKIP("the schema of REFI-QDA is not here");
    if (xmllint.isEmpty())
        QSKIP("xmllint, which checks against a schema, is not installed");
    QTemporaryDir folder;
    for (quint64 seed = 1; seed <= 20; ++seed) {
        QFile file(folder.filePath(u"%1.qdc"_s.arg(seed)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(writtenCodebook(**codebookFormatFor(u"x.qdc"_s), RandomCodebook(seed).make(u"B"_s), {}).value());
        file.close();
        QProcess check;
        check.start(xmllint, {u"--noout"_s, u"--schema"_s, schema, file.fileName()});
        QVERIFY(check.waitForFinished(60000));
        QVERIFY2(check.exitCode() == 0, check.readAllStandardError().constData());
    }
}

void CodebookFormsTest::qdcOfOthersIsRead()
{
    const QByteArray qdc = "\xEF\xBB\xBF<?xml version='1.0' encoding='utf-8'?><q:CodeBook xmlns:q='urn:QDA-XML:codebook:1:0' origin='NVivo'><q:Codes>"
                           "<q:Code guid='{06E8F375-D4A0-5E28-A5B4-5585C2653E71}' name='Frames' isCodable='false' color='#f0A'>"
                           "<q:Code guid='bad' name='Economic' isCodable='true'><q:Description>Money.\n\nInclude: jobs\nExamples:\n– A job is gone.\n- Two.\nNot these: a job well done</q:Description></q:Code>"
                           "<q:Code guid='06E8F375-D4A0-5E28-A5B4-5585C2653E71' name='Economic' isCodable='true' description='Twice'/></q:Code></q:Codes>"
                           "<q:Sets><q:Set guid='06E8F375-D4A0-5E28-A5B4-5585C2653E72' name='Mine'/></q:Sets></q:CodeBook>";
    const auto read = codebookFromFile(qdc, u"/far/study.qdc"_s);
    QCOMPARE(told(read), u"Frames; Frames/Economic (Money.) e.g. A job is gone.|Two.; Frames/Economic (2) (Twice)"_s);
    QCOMPARE(read->codebook.name(), u"study"_s);
    QCOMPARE(read->codebook.codes()[0].color, u"#ff00aa"_s);
    QVERIFY(read->codebook.codes()[0].retired);
    QCOMPARE(read->codebook.codes()[0].uuid, QUuid(u"06E8F375-D4A0-5E28-A5B4-5585C2653E71"_s));
    QCOMPARE(read->codebook.codes()[1].include, u"jobs"_s);
    QCOMPARE(read->codebook.codes()[1].counterExamples, QStringList{u"a job well done"_s});
    const QString remarks = read->remarks.join(u'\n');
    QVERIFY2(remarks.contains(u"Mine"_s) && remarks.contains(u"layer"_s) && remarks.contains(u"retired"_s) && remarks.contains(u"another name"_s), qPrintable(remarks));
}

void CodebookFormsTest::whatWasAlteredInAQdcCounts()
{
    const auto book = codebookFromYaml("galley_codebook: 1\nname: B\nlayers:\n- name: Framing\n  variables:\n  - name: frame\n    codes:\n    - {name: Economic, key: e, definition: Money}\n", u"b.yaml");
    const QByteArray qdc = writtenCodebook(**codebookFormatFor(u"x.qdc"_s), *book, {}).value();
    QVERIFY(codebookFromFile(qdc, u"x.qdc"_s)->codebook == *book);
    const auto altered = codebookFromFile(QByteArray(qdc).replace("<Description>Money", "<Description>Jobs"), u"x.qdc"_s);
    QCOMPARE(told(altered), u"Economic (Jobs)"_s);
    QCOMPARE(altered->codebook.layers()[0].name, u"Framing"_s);
    QCOMPARE(altered->codebook.variables()[0].name, u"frame"_s);
    QCOMPARE(altered->codebook.codes()[0].uuid, book->codes()[0].uuid);
    QVERIFY(altered->remarks.join(u' ').contains(u"altered"_s));
}

void CodebookFormsTest::realQdcFilesAreRead_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("codes");
    QTest::newRow("Taguette") << u"taguette-1.4/codebook.qdc"_s << 3;
    QTest::newRow("portableQDA") << u"portableqda/ISO29148_example.qdc"_s << 1;
}

void CodebookFormsTest::realQdcFilesAreRead()
{
    QFETCH(QString, file);
    const QString path = QStringLiteral(GALLEY_SHARED "/formats/samples/refi-qda/") + file;
    if (!QFile::exists(path))
        QSKIP("the samples of REFI-QDA are not here");
    const auto read = codebookFromFile(contents(path), file);
    QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
    QTEST(int(read->codebook.codes().size()), "codes");
}

void CodebookFormsTest::tablesOfOthersAreRead_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QString>("codes");
    QTest::newRow("a plain list") << QByteArray("Code\nEconomic\nMorality\n") << u"Economic; Morality"_s;
    QTest::newRow("a name and what it means") << QByteArray("tag,description,number of highlights\nEconomic,\"Money, jobs\",4\n") << u"Economic (Money, jobs)"_s;
    QTest::newRow("numbers and labels") << QByteArray("code;label;definition\n1;Economic;Money\n2;Morality;\n") << u"Economic =1 (Money); Morality =2"_s;
    QTest::newRow("values and labels") << QByteArray("Value\tLabel\n-1\tagainst\n1\tin favour\n") << u"against =-1; in favour =1"_s;
    QTest::newRow("numbers in the names") << QByteArray("Name\n1. Economic\n2. Morality\n") << u"Economic =1; Morality =2"_s;
    QTest::newRow("short forms and labels") << QByteArray("code,label\nECO,Economic\nMOR,Morality\n") << u"Economic also ECO; Morality also MOR"_s;
    QTest::newRow("below a parent that comes later") << QByteArray("name,parent\nJobs,Economic\nEconomic,\n") << u"Economic; Economic/Jobs"_s;
    QTest::newRow("below a parent without a row") << QByteArray("Parent code,Code,Code memo\nFrames > Economic,Jobs,Work\nFrames,Morality,\n")
                                                  << u"Frames; Frames/Economic; Frames/Economic/Jobs (Work); Frames/Morality"_s;
    QTest::newRow("by the parent's number") << QByteArray("Id,Parent Id,Title\n1,,Economic\n2,1,Jobs\n") << u"Economic; Economic/Jobs"_s;
    QTest::newRow("as paths") << QByteArray("path\nEconomic\nEconomic/Jobs\nEconomic/Jobs/Full time\n") << u"Economic; Economic/Jobs; Economic/Jobs/Full time"_s;
    QTest::newRow("in German") << QByteArray("Kategorie;Oberkategorie;Definition;Ankerbeispiele\nWirtschaft;;Geld;\"Die Stellen\nZwei Stellen\"\nStellen;Wirtschaft;;\n")
                               << u"Wirtschaft (Geld) e.g. Die Stellen|Zwei Stellen; Wirtschaft/Stellen"_s;
    QTest::newRow("called as its group is") << QByteArray("name,category\nEconomic,Economic\n") << u"Economic; Economic/Economic"_s;
    QTest::newRow("two variables") << QByteArray("variable,code\nframe,Economic\n,Morality\npolarity,against\n") << u"Economic; Morality; against"_s;
}

void CodebookFormsTest::tablesOfOthersAreRead()
{
    QFETCH(QByteArray, csv);
    QTEST(told(codebookFromFile(csv, u"x.csv"_s)), "codes");
}

void CodebookFormsTest::aWorkbookIsATable()
{
    const QByteArray space = " xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'";
    const auto cell = [](const QByteArray &text) { return "<c t='inlineStr'><is><t>" + text + "</t></is></c>"; };
    const QByteArray sheet = "<worksheet" + space + "><sheetData><row r='1'>" + cell("Codebook of the study") + "</row><row r='3'>" + cell("Nr") + cell("Code") + cell("Definition") + "</row><row r='4'><c><v>1</v></c>"
        + cell("Economic") + cell("Money") + "</row></sheetData></worksheet>";
    const QByteArray book = packaged(u"xl/workbook.xml"_s, {{u"xl/worksheets/sheet1.xml"_s, sheet},
                                                            {u"xl/_rels/workbook.xml.rels"_s, relations({{"worksheet", "worksheets/sheet1.xml"}})},
                                                            {u"xl/workbook.xml"_s, "<workbook" + space + "><sheets><sheet name='S' sheetId='1' r:id='r1'/></sheets></workbook>"}});
    const auto read = codebookFromFile(book, u"x.xlsx"_s);
    QCOMPARE(told(read), u"Economic =1 (Money)"_s);
    QVERIFY(read->remarks.join(u' ').contains(u"above"_s));
    QVERIFY(told(codebookFromFile("PK no workbook", u"x.xlsx"_s)).startsWith(u"refused: x.xlsx:1: "_s));
}

void CodebookFormsTest::whatIsLeftOutIsSaid()
{
    const auto read = codebookFromFile("name,files,references\nEconomic,3,9\n", u"x.csv"_s);
    QVERIFY(read->remarks.join(u' ').contains(u"files, references"_s));
    const Codebook book = RandomCodebook(3).make(u"B"_s);
    QVERIFY((*codebookFormatFor(u"x.qdc"_s))->lost(book).join(u' ').contains(u"Galley reads all of it again"_s));
    QVERIFY((*codebookFormatFor(u"x.csv"_s))->lost(book).join(u' ').contains(u"name of the codebook"_s));
    QVERIFY((*codebookFormatFor(u"x.yaml"_s))->lost(book).isEmpty());
    QCOMPARE(*codebookFormatFor(u"/dev/stdout"_s), codebookFormats().data());
    QVERIFY(codebookFormatFor(u"x.xlsx"_s).error().message.contains(u".csv"_s));
    QVERIFY(codebookFormatFor(u"x.doc"_s).error().message.contains(u".html"_s));
}

void CodebookFormsTest::whatIsHostileEndsInASentence_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("ending");
    QTest::addColumn<QString>("says");
    const QByteArray head = "<?xml version='1.0'?><CodeBook xmlns='urn:QDA-XML:codebook:1.0'><Codes>", end = "</Codes></CodeBook>", code = "<Code name='c' isCodable='true'/>";
    QTest::newRow("no XML") << QByteArray("name,parent\n") << u"qdc"_s << u"XML"_s;
    QTest::newRow("another XML") << QByteArray("<feed/>") << u"qdc"_s << u"no codebook"_s;
    QTest::newRow("no codes") << head + end << u"qdc"_s << u"no codes"_s;
    QTest::newRow("entities") << "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]>" + head + "<Code name='&b;'/>" + end << u"qdc"_s << u"entities"_s;
    QTest::newRow("a million codes") << head + code.repeated(1'000'000) + end << u"qdc"_s << u"larger"_s;
    QTest::newRow("too many codes") << head + code.repeated(20'000) + end << u"qdc"_s << u"more than any codebook"_s;
    QTest::newRow("nested without end") << head + QByteArray("<Code name='c'>").repeated(100'000) << u"qdc"_s << u"nested"_s;
    QTest::newRow("nested too deep for a codebook") << head + QByteArray("<Code name='c'>").repeated(60) + QByteArray("</Code>").repeated(60) + end << u"qdc"_s << u"nested more than 32"_s;
    QTest::newRow("an instruction that is no codebook") << head + "<Code name='c'>" + end + "<?galley-codebook [[[[?>" << u"qdc"_s << u"XML"_s;
    QTest::newRow("in a circle") << QByteArray("name,parent\na,c\nb,a\nc,b\n") << u"csv"_s << u"below itself"_s;
    QTest::newRow("twice") << QByteArray("name,parent\na,\na,\n") << u"csv"_s << u"stands twice"_s;
    QTest::newRow("no names") << QByteArray("x,y\n1,2\n") << u"csv"_s << u"No column"_s;
    QTest::newRow("nothing") << QByteArray() << u"csv"_s << u"No column"_s;
    QTest::newRow("only a header") << QByteArray("name,parent\n") << u"csv"_s << u"no codes"_s;
    QTest::newRow("a table without end") << "name\n" + QByteArray("x\n").repeated(1'000'000) << u"csv"_s << u"more than any codebook"_s;
    QByteArray chain = "name,parent\n";
    for (int at = 0; at < 9000; ++at)
        chain += "c" + QByteArray::number(at + 1) + ",c" + QByteArray::number(at) + "\n";
    QTest::newRow("a chain") << chain << u"csv"_s << u"nested more than 32"_s;
    QTest::newRow("a quote without end") << QByteArray("name\n\"a\nb\n") << u"csv"_s << u"quot"_s;
}

void CodebookFormsTest::whatIsHostileEndsInASentence()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, ending);
    QFETCH(QString, says);
    const QString text = told(codebookFromFile(bytes, u"x."_s + ending));
    QVERIFY2(text.startsWith(u"refused: x.%1:"_s.arg(ending)) && text.contains(says, Qt::CaseInsensitive), qPrintable(text.left(400)));
    QVERIFY(text.size() < 20'000);
}

void CodebookFormsTest::thePageToPrintSaysWhatTheCodebookSays()
{
    const auto book = codebookFromFile(contents(QStringLiteral(GALLEY_TEST_DATA "/codebooks/every-key.yaml")), u"every-key.yaml"_s);
    const CodeId code = book->codebook.codes().front().id;
    const QString html = QString::fromUtf8(codebookToHtml(book->codebook, {{code, {{u"A <b>threat</b>"_s, u"Ada: Economic · Ben: Morality"_s, u"Economic"_s, u"Costs come first."_s, u"12 May, by Lena"_s}}}}));
    for (const Code &one : book->codebook.codes()) {
        QVERIFY2(html.contains(one.name.toHtmlEscaped()) && html.contains(one.definition.toHtmlEscaped()), qPrintable(one.name));
        for (const QString &text : one.examples + one.counterExamples)
            QVERIFY2(html.contains(text.toHtmlEscaped()), qPrintable(text));
    }
    for (const QString &text : {u"Every key"_s, u"What is said, and how."_s, u"A &lt;b&gt;threat&lt;/b&gt;"_s, u"Costs come first."_s, u"12 May, by Lena"_s, u"Required when sure = false."_s, u"From 0.5 to 10."_s})
        QVERIFY2(html.contains(text), qPrintable(text));
    QVERIFY(!html.contains(u"http"_s)); // nothing is fetched
}

GALLEY_TEST(CodebookFormsTest)

#include "tst_codebookforms.moc"
