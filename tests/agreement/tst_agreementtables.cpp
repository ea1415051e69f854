// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Matrices of codings and tables of spans: what comes in, and the line of whatever is wrong.
#include <agreement/codingmatrix.h>
#include <agreement/spantable.h>
#include <readers/codebook/codebookfile.h>

#include <testing.h>

#include <QTest>

using namespace galley;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(galley::MatrixOptions)

namespace {

/// "Ada Ben | s1: yes . | s2: no no | values: no yes", or "3: reason"
QString print(const TableResult<CodingMatrix> &matrix)
{
    if (!matrix)
        return u"%1: %2"_s.arg(matrix.error().line).arg(matrix.error().reason);
    const Codings *codings = &matrix->codings;
    QStringList parts{codings->coders.join(u' ')};
    for (qsizetype row = 0; row < codings->unitCount(); ++row) {
        QString line = codings->units.isEmpty() ? QString() : codings->units[row] + u": "_s;
        for (qint32 cell : codings->unit(row))
            line += (cell == Codings::Missing ? u"."_s : codings->categories[size_t(cell)].name) + u' ';
        parts += line.trimmed();
    }
    QStringList values;
    for (const Category &category : codings->categories)
        values += category.name;
    return parts.join(u" | "_s) + u" | values: "_s + values.join(u' ');
}

/// "d1 0+60 by Ada,Ben: Ada 2-9 A, Ben 3-9 A | …", or "3: reason"
QString print(const TableResult<SpanCodings> &codings)
{
    if (!codings)
        return u"%1: %2"_s.arg(codings.error().line).arg(codings.error().reason);
    QStringList documents;
    for (const Continuum &document : codings->documents) {
        QStringList coders, spans;
        for (qint32 coder : document.coders)
            coders += codings->coders[coder];
        for (const CodedSpan &span : document.spans)
            spans += u"%1 %2-%3 %4"_s.arg(codings->coders[span.coder]).arg(span.begin).arg(span.end).arg(codings->categories[span.category]);
        documents += u"%1 %2+%3 by %4: %5"_s.arg(document.document).arg(document.begin).arg(document.length).arg(coders.join(u','), spans.join(u", "_s));
    }
    return documents.join(u" | "_s);
}

Codebook levels()
{
    return codebookFromYaml("galley_codebook: 1\nname: Levels\nlayers:\n- name: Article\n  unit: article\n  variables:\n"
                            "  - {name: tone, type: code, codes: [{name: low}, {name: high}]}\n"
                            "  - {name: level, type: ordinal, codes: [{name: low, value: 1}, {name: middle, value: 2}, {name: high, value: 3}]}\n",
        u"levels.yaml").value_or(Codebook());
}

} // namespace

class AgreementTablesTest : public QObject
{
    Q_OBJECT

private slots:
    void matricesAreRead_data();
    void matricesAreRead();
    void spansAreRead_data();
    void spansAreRead();
    void lengthsAndCodersComeFromATableOfDocuments();
    void aTableOfDocumentsIsCheckedByLine();
};

void AgreementTablesTest::matricesAreRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<MatrixOptions>("options");
    QTest::addColumn<QString>("found");

    const MatrixOptions plain;
    QTest::newRow("coders alone") << "Ada,Ben\n1,2\n,2\n"_ba << plain << u"Ada Ben | 1 2 | . 2 | values: 1 2"_s;
    QTest::newRow("named units") << "unit,Ada,Ben\ns1,yes,\ns2,no,no\n"_ba << plain << u"Ada Ben | s1: yes . | s2: no no | values: no yes"_s;
    QTest::newRow("names found out") << "sentence no.,Ada,Ben\nfirst,1,1\nsecond,1,0\n"_ba << plain << u"Ada Ben | first: 1 1 | second: 1 0 | values: 0 1"_s;
    QTest::newRow("a value is no name") << "Ada,Ben\nyes,no\nno,yes\n"_ba << plain << u"Ada Ben | yes no | no yes | values: no yes"_s;
    QTest::newRow("semicolons") << "Ada;Ben\n1;2\n"_ba << plain << u"Ada Ben | 1 2 | values: 1 2"_s;
    QTest::newRow("numbers in their order") << "Ada,Ben\n10,9\n2,10\n"_ba << plain << u"Ada Ben | 10 9 | 2 10 | values: 2 9 10"_s;
    QTest::newRow("rank order of a codebook") << "Ada,Ben\nlow,high\n"_ba << MatrixOptions{.codebook = {u"low"_s, u"middle"_s, u"high"_s}}
                                              << u"Ada Ben | low high | values: low middle high"_s;
    QTest::newRow("some coders") << "Ada,Ben,Cleo\n1,2,3\n"_ba << MatrixOptions{.coders = {u"Cleo"_s, u"Ada"_s}} << u"Cleo Ada | 3 1 | values: 1 3"_s;
    QTest::newRow("one number, two spellings") << "Ada,Ben\n1,1.0\n2,2\n"_ba << MatrixOptions{.level = Level::Interval} << u"Ada Ben | 1 1 | 2 2 | values: 1 2"_s;
    QTest::newRow("one code, two spellings") << "Ada,Ben\n1,1.0\n2.0,2\n"_ba << plain << u"Ada Ben | 1 1 | 2.0 2.0 | values: 1 2.0"_s;
    QTest::newRow("two codes, two spellings") << "Ada,Ben\n1,01\n1,1.0x\n"_ba << plain << u"Ada Ben | 1 01 | 1 1.0x | values: 01 1 1.0x"_s;
    QTest::newRow("codes with noughts") << "Ada,Ben\n1,01\n"_ba << plain << u"Ada Ben | 1 01 | values: 01 1"_s;
    QTest::newRow("one rank, two spellings") << "Ada,Ben\n1,1.0\n2.50,2.5\n"_ba << MatrixOptions{.level = Level::Ordinal} << u"Ada Ben | 1 1 | 2.50 2.50 | values: 1 2.50"_s;
    QTest::newRow("decimal commas") << "Ada;Ben\n1,5;2\n\u22122,0;NA\n"_ba << MatrixOptions{.level = Level::Interval, .decimal = u','} << u"Ada Ben | 1.5 2 | -2.0 . | values: -2.0 1.5 2"_s;
    QTest::newRow("decimal commas in quotes") << "Ada,Ben\n\"1,5\",\"2,0\"\n"_ba << MatrixOptions{.level = Level::Interval, .decimal = u','} << u"Ada Ben | 1.5 2.0 | values: 1.5 2.0"_s;
    QTest::newRow("a point beside decimal commas") << "Ada;Ben\n1,5;1.500\n"_ba << MatrixOptions{.level = Level::Interval, .decimal = u','} << u"2: “1.500” has a point, but decimals are stated to have the sign “,”: what is meant is not known."_s;
    QTest::newRow("an unstated decimal comma") << "Ada;Ben\n1,5;2\n"_ba << MatrixOptions{.level = Level::Interval} << u"2: “1,5” is no number, which the level interval needs. Decimal commas have to be stated (--decimal ,)."_s;
    QTest::newRow("missing in numbers with decimals") << "Ada,Ben\n1.0,-99.0\n2.0,2.0\n"_ba << plain << u"Ada Ben | 1.0 . | 2.0 2.0 | values: 1.0 2.0"_s;
    QTest::newRow("the order of a codebook file") << "Ada,Ben\nhigh,low\nNA,middle\nlow,high\n"_ba << MatrixOptions{.listedIn = levels(), .level = Level::Ordinal} << u"Ada Ben | high low | . middle | low high | values: low middle high"_s;
    QTest::newRow("the numbers of a codebook file") << "Ada,Ben\n3,1\n"_ba << MatrixOptions{.listedIn = levels(), .level = Level::Ordinal} << u"Ada Ben | 3 1 | values: 1 2 3"_s;
    QTest::newRow("a codebook file without a value") << "Ada,Ben\nhigh,tall\n"_ba << MatrixOptions{.listedIn = levels(), .level = Level::Ordinal} << u"0: No variable of the codebook lists all values of the table: “level” does not list “tall”."_s;
    QTest::newRow("ReCal") << "1,2\n2,2\n"_ba << MatrixOptions{.recal = true} << u"Coder 1 Coder 2 | 1 2 | 2 2 | values: 1 2"_s;

    QTest::newRow("ragged") << "Ada,Ben\n1,2\n1,2,3\n"_ba << plain << u"3: The row has 3 cells, the first row has 2."_s;
    QTest::newRow("wrong quotes") << "Ada,Ben\n1,2\n\"1\"x,2\n"_ba << plain << u"3: "_s;
    QTest::newRow("one coder") << "unit,Ada\ns1,1\n"_ba << plain << u"1: Agreement takes at least two coders; the table has 1."_s;
    QTest::newRow("nothing") << ""_ba << plain << u"0: The table is empty."_s;
    QTest::newRow("no rows") << "Ada,Ben\n"_ba << plain << u"1: The table has a header and no rows."_s;
    QTest::newRow("no values") << "Ada,Ben\n,\n,\n"_ba << plain << u"2: No coder gave a value."_s;
    QTest::newRow("a coder twice") << "Ada,Ada\n1,2\n"_ba << plain << u"1: Two columns are called “Ada”."_s;
    QTest::newRow("a nameless coder") << "unit,,Ben\nx,1,2\n"_ba << plain << u"1: Column 2 has no coder’s name."_s;
    QTest::newRow("an unknown coder") << "Ada,Ben\n1,2\n"_ba << MatrixOptions{.coders = {u"Ada"_s, u"Dora"_s}} << u"1: There is no coder “Dora”; the columns are: Ada, Ben"_s;
    QTest::newRow("no number") << "Ada,Ben\n1,2\n1,x\n"_ba << MatrixOptions{.level = Level::Interval} << u"3: “x” is no number, which the level interval needs."_s;
    QTest::newRow("negative") << "Ada,Ben\n1,2\n-1,2\n"_ba << MatrixOptions{.level = Level::Ratio} << u"3: The value -1 is negative, which the level ratio does not know."_s;
    QTest::newRow("a hole in ReCal") << "1,2\n,2\n"_ba << MatrixOptions{.recal = true} << u"2: ReCal’s form has no missing values, but column 1 is empty."_s;
}

void AgreementTablesTest::matricesAreRead()
{
    QFETCH(QByteArray, bytes);
    QFETCH(MatrixOptions, options);
    QFETCH(QString, found);
    const QString printed = print(readCodingMatrix(bytes, options));
    if (found.endsWith(u": "_s))
        QVERIFY2(printed.startsWith(found) && printed.size() > found.size(), qPrintable(printed)); // the parser's own words
    else
        QCOMPARE(printed, found);
}

void AgreementTablesTest::spansAreRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("coders");
    QTest::addColumn<double>("length");
    QTest::addColumn<QString>("found");

    QTest::newRow("two coders") << "coder,begin,end,category\nAda,2,9,A\nBen,3,9,A\n"_ba << QStringList() << 60.0 << u" 0+60 by Ada,Ben: Ada 2-9 A, Ben 3-9 A"_s;
    QTest::newRow("two documents") << "document,coder,begin,end,category\nd2,Ada,0,1,A\nd1,Ben,0,2,B\nd1,Ada,,,\n"_ba << QStringList() << 5.0
                                   << u"d1 0+5 by Ada,Ben: Ben 0-2 B | d2 0+5 by Ada: Ada 0-1 A"_s;
    QTest::newRow("a coder without spans") << "coder,begin,end,category\nAda,2,9,A\n"_ba << QStringList{u"Ada"_s, u"Ben"_s} << 60.0 << u" 0+60 by Ada,Ben: Ada 2-9 A"_s;
    QTest::newRow("named coders who marked nothing") << "coder,begin,end,category\n"_ba << QStringList{u"Ada"_s, u"Ben"_s} << 60.0 << u" 0+60 by Ada,Ben: "_s;
    QTest::newRow("nobody named and no rows") << "coder,begin,end,category\n"_ba << QStringList() << 60.0 << u"1: Agreement takes at least two coders; the table has 0."_s;
    QTest::newRow("columns in another order") << "end,category,begin,coder\n9,A,2,Ada\n9,A,3,Ben\n"_ba << QStringList() << 9.0 << u" 0+9 by Ada,Ben: Ada 2-9 A, Ben 3-9 A"_s;
    QTest::newRow("length unknown") << "coder,begin,end,category\nAda,2,9,A\nBen,3,12,A\n"_ba << QStringList() << -1.0 << u" 2+10 by Ada,Ben: Ada 2-9 A, Ben 3-12 A"_s;

    QTest::newRow("empty span") << "coder,begin,end,category\nAda,2,9,A\nBen,9,9,A\n"_ba << QStringList() << 60.0 << u"3: The span ends where it begins or before (9–9)."_s;
    QTest::newRow("outside") << "coder,begin,end,category\nAda,2,9,A\nBen,50,61,A\n"_ba << QStringList() << 60.0 << u"3: The span 50–61 lies outside the text (0–60)."_s;
    QTest::newRow("half a span") << "coder,begin,end,category\nAda,2,,A\n"_ba << QStringList() << 60.0 << u"2: The row has only one of begin and end."_s;
    QTest::newRow("no number") << "coder,begin,end,category\nAda,two,9,A\n"_ba << QStringList() << 60.0 << u"2: “two” in the column begin is no number."_s;
    QTest::newRow("nobody") << "coder,begin,end,category\n,2,9,A\n"_ba << QStringList() << 60.0 << u"2: The row has no coder."_s;
    QTest::newRow("no column") << "coder,start,end,category\nAda,2,9,A\n"_ba << QStringList() << 60.0 << u"1: There is no column “begin”; the columns are: coder, start, end, category"_s;
    QTest::newRow("one coder") << "coder,begin,end,category\nAda,2,9,A\n"_ba << QStringList() << 60.0 << u"1: Agreement takes at least two coders; the table has 1."_s;
}

void AgreementTablesTest::spansAreRead()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QStringList, coders);
    QFETCH(double, length);
    QTEST(print(readSpanTable(bytes, {coders, length < 0 ? std::nullopt : std::optional(length), 0, {}})), "found");
}

void AgreementTablesTest::lengthsAndCodersComeFromATableOfDocuments()
{
    const auto documents = readDocumentTable("document,length,coders\nd1,40,Ada;Ben\nd2,50,\nd3,60,Ben; Ada\n"_ba);
    QVERIFY(documents);
    const QByteArray spans = "document,coder,begin,end,category\nd1,Ada,0,4,A\nd2,Ben,0,5,A\n"_ba;
    QCOMPARE(print(readSpanTable(spans, {{}, {}, 0, *documents})), u"d1 0+40 by Ada,Ben: Ada 0-4 A | d2 0+50 by Ben: Ben 0-5 A | d3 0+60 by Ada,Ben: "_s);
    QCOMPARE(print(readSpanTable(spans + "d1,Cleo,0,4,A\n", {{}, {}, 0, *documents})), u"4: The table of documents does not say that “Cleo” coded “d1”."_s);
    QCOMPARE(print(readSpanTable(spans + "d9,Ada,0,4,A\n", {{}, {}, 0, *documents})), u"4: The document “d9” is not in the table of documents."_s);
}

void AgreementTablesTest::aTableOfDocumentsIsCheckedByLine()
{
    const auto reason = [](const QByteArray &bytes) {
        const auto table = readDocumentTable(bytes);
        return table ? u"fine"_s : u"%1: %2"_s.arg(table.error().line).arg(table.error().reason);
    };
    QCOMPARE(reason("document,length\nd1,10\n"_ba), u"fine"_s);
    QCOMPARE(reason("document,length\nd1,10\nd1,11\n"_ba), u"3: The document “d1” is listed twice."_s);
    QCOMPARE(reason("document,length\nd1,-4\n"_ba), u"2: A length is a number from 0."_s);
    QCOMPARE(reason("document,length\nd1,\n"_ba), u"2: A length is a number from 0."_s);
    QCOMPARE(reason("document,words\nd1,4\n"_ba), u"1: There is no column “length”; the columns are: document, words"_s);
}

GALLEY_TEST(AgreementTablesTest)
#include "tst_agreementtables.moc"
