// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// `galley agreement`, as a user types it.
#include <reading.h>
#include <testing.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;

class AgreementCommandTest : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void aMatrixGivesAValueWithItsCounts();
    void anUndefinedValueIsNullWithItsReason();
    void everyMetricThatFitsIsComputed();
    void thePairsAndValuesAreShownApart();
    void confusionAndDisagreementsAreShown();
    void marksOfMissingValuesAreNoCategory();
    void wordsHaveNoRanksOfTheirOwn();
    void aVariableOfTheCodebookGivesTheOrder();
    void theSharedTablesGiveWhatTheyAreKnownFor();
    void decimalCommasAreStated();
    void spansGiveTheUAlphaFamily();
    void lengthsComeFromATableOfDocuments();
    void theFormOfRecalGoesOutAndComesBack();
    void badInputIsNamedWithItsLineAndNothingIsPrinted_data();
    void badInputIsNamedWithItsLineAndNothingIsPrinted();
    void theTableIsReadable();
    void aProjectIsMeasuredLayerByLayer();
    void onlyArticlesThatTwoCodedCount();
    void variablesOfMatchedAnnotationsAreCompared();
    void excludedZonesAreNotInTheText();
    void theCodebookSaysWhatALayerLeavesOut();
    void coderLayerAndVariableAreNamed();
    void aSummaryHasARowForEachThingTheWorstFirst();
    void aSummaryTellsWhatStandsBehindItsRows();
    void aSummaryIsATableForAMethodsSection();
    void aSummaryGoesByTheStudysThresholdsAndSets();

private:
    struct Run
    {
        int code = -1;
        QString out, err;
        QJsonArray results() const { return QJsonDocument::fromJson(out.toUtf8()).array(); }
    };
    Run galley(const QStringList &arguments);
    Run agreement(QStringList arguments) { return galley(QStringList{u"agreement"_s} + arguments); }
    QString write(const QString &name, const QByteArray &bytes);
    QString project();

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

/// The first result that has all these fields.
QJsonObject resultWith(const QJsonArray &results, const QJsonObject &fields)
{
    for (const QJsonValue &value : results) {
        const QJsonObject result = value.toObject();
        bool fits = true;
        for (auto field = fields.begin(); field != fields.end(); ++field)
            fits = fits && result[field.key()] == field.value();
        if (fits)
            return result;
    }
    return {};
}

// Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", section C: four observers, twelve units.
const QByteArray fourObservers
    = "A,B,C,D\n1,1,,1\n2,2,3,2\n3,3,3,3\n3,3,3,3\n2,2,2,2\n1,2,3,4\n4,4,4,4\n1,1,2,1\n2,2,2,2\n,5,5,5\n,,1,1\n,,3,\n";

// Krippendorff, Mathet, Bouvry & Widlöcher 2016, figure 2: three coders, a continuum of 60.
const QByteArray threeCoders = "coder,begin,end,category\n"
                               "Alex,2,9,1\nAlex,11,17,2\nAlex,24,30,5\nAlex,32,36,6\nAlex,36,44,6\nAlex,44,60,7\n";

} // namespace

void AgreementCommandTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

AgreementCommandTest::Run AgreementCommandTest::galley(const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(m_folder->path());
    process.start(QStringLiteral(GALLEY_BINARY), arguments);
    if (!process.waitForFinished(60000))
        return {};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
}

QString AgreementCommandTest::write(const QString &name, const QByteArray &bytes)
{
    QFile file(m_folder->filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? name : QString();
}

void AgreementCommandTest::aMatrixGivesAValueWithItsCounts()
{
    write(u"c.csv"_s, fourObservers);
    const auto run = agreement({u"--matrix"_s, u"c.csv"_s, u"--metric"_s, u"krippendorff_alpha"_s, u"--json"_s});
    QCOMPARE(run.code, 0);
    QCOMPARE(run.results().size(), 1);
    const QJsonObject result = run.results().first().toObject();
    QCOMPARE(result["metric"_L1].toString(), u"krippendorff_alpha"_s);
    QCOMPARE(result["status"_L1].toString(), u"ok"_s);
    QVERIFY(result["reason"_L1].isNull());
    QVERIFY(std::abs(result["value"_L1].toDouble() - 0.743) < 0.0005); // as printed by Krippendorff
    QCOMPARE(result["units"_L1].toInt(), 11);
    QCOMPARE(result["coders"_L1].toInt(), 4);
    QCOMPARE(result["pairable"_L1].toInt(), 40);
    for (const auto &[level, printed] :
         {std::pair(u"ordinal"_s, 0.815), std::pair(u"interval"_s, 0.849), std::pair(u"ratio"_s, 0.797)}) {
        const auto other
            = agreement({u"--matrix"_s, u"c.csv"_s, u"--metric"_s, u"krippendorff_alpha"_s, u"--level"_s, level, u"--json"_s});
        QVERIFY(std::abs(other.results().first()["value"_L1].toDouble() - printed) < 0.0005);
    }
}

void AgreementCommandTest::anUndefinedValueIsNullWithItsReason()
{
    write(u"c.csv"_s, "A,B\n1,1\n1,1\n");
    const auto run = agreement({u"--matrix"_s, u"c.csv"_s, u"--metric"_s, u"krippendorff_alpha,cohen_kappa"_s, u"--json"_s});
    QCOMPARE(run.code, 0);
    for (const QJsonValue &result : run.results()) {
        QVERIFY(result["value"_L1].isNull());
        QCOMPARE(result["status"_L1].toString(), u"undefined"_s);
        QCOMPARE(result["reason"_L1].toString(), u"no_variation"_s);
    }
    QCOMPARE(run.results().size(), 2);
}

void AgreementCommandTest::everyMetricThatFitsIsComputed()
{
    write(u"c.csv"_s, fourObservers);
    const auto run = agreement({u"--matrix"_s, u"c.csv"_s, u"--metric"_s, u"all"_s, u"--json"_s});
    QCOMPARE(run.code, 0);
    QStringList metrics;
    for (const QJsonValue &result : run.results())
        metrics += result["metric"_L1].toString();
    for (const char *name :
         {"percent_agreement", "holsti_cr", "cohen_kappa", "fleiss_kappa", "krippendorff_alpha", "gwet_ac1", "gwet_ac2"})
        QVERIFY2(metrics.contains(QLatin1StringView(name)), name);
    QVERIFY(!metrics.contains("scott_pi"_L1)); // of two coders
    QVERIFY(run.err.contains("scott_pi"_L1));
}

void AgreementCommandTest::thePairsAndValuesAreShownApart()
{
    write(u"c.csv"_s, "A,B,C\nx,x,x\nx,x,y\ny,y,y\ny,y,x\n");
    const auto run
        = agreement({u"--matrix"_s, u"c.csv"_s, u"--metric"_s, u"percent_agreement"_s, u"--by"_s, u"pair,value"_s, u"--json"_s});
    QCOMPARE(run.code, 0);
    QCOMPARE(resultWith(run.results(), {{u"pair"_s, u"A, B"_s}})["value"_L1].toDouble(), 1.0);
    QCOMPARE(resultWith(run.results(), {{u"pair"_s, u"A, C"_s}})["value"_L1].toDouble(), 0.5);
    QVERIFY(!resultWith(run.results(), {{u"category"_s, u"x"_s}}).isEmpty());
}

void AgreementCommandTest::marksOfMissingValuesAreNoCategory()
{
    const QByteArray empty = "A,B,C\n1,1,\n1,2,2\n2,,2\n3,3,3\n3,2,\n1,1,1\n";
    const auto alpha = [&](const QByteArray &matrix, const QStringList &options, QString *said) {
        write(u"c.csv"_s, matrix);
        const auto run = agreement(QStringList{u"--matrix"_s, u"c.csv"_s, u"--metric"_s, u"krippendorff_alpha"_s, u"--json"_s} + options);
        *said = run.err;
        return run.code == 0 ? run.results().first()["value"_L1].toDouble() : -9;
    };
    QString said;
    const double right = alpha(empty, {}, &said);
    QVERIFY2(said.isEmpty(), qPrintable(said));
    for (const char *mark : {"NA", "n/a", "NaN", ".", "NULL", "#N/A", "-99", "-999"}) {
        const QByteArray marked = QByteArray(empty).replace(",,", QByteArray(",") + mark + ",").replace(",\n", QByteArray(",") + mark + "\n");
        QCOMPARE(alpha(marked, {}, &said), right);
        QVERIFY2(said.contains(u"Taken as missing: “%1” (3 cells)"_s.arg(QString::fromLatin1(mark))), qPrintable(said));
        QCOMPARE(alpha(marked, {u"--level"_s, u"interval"_s}, &said), alpha(empty, {u"--level"_s, u"interval"_s}, &said));
    }
    const QByteArray other = QByteArray(empty).replace(",,", ",x,").replace(",\n", ",x\n");
    QVERIFY(alpha(other, {}, &said) != right);
    QCOMPARE(alpha(other, {u"--missing"_s, u"x"_s}, &said), right);
    const QByteArray marked = QByteArray(empty).replace(",,", ",NA,").replace(",\n", ",NA\n");
    QVERIFY(alpha(marked, {u"--missing"_s, u"x"_s}, &said) != right); // what is stated goes before what is usual
    QVERIFY(alpha(marked, {u"--codebook"_s, u"1,2,3,NA"_s}, &said) != right); // a code of that name is one
    QCOMPARE(alpha("A,B,C\n1,1\n1,2,2\n2,,2\n3,3,3\n3,2\n1,1,1\n", {}, &said), right); // as Excel writes empty last cells
    QVERIFY2(said.contains(u"2 rows are shorter"_s), qPrintable(said));
    QVERIFY(alpha("A,B\nyes,-99\n-99,-99\nno,no\n", {}, &said) > -9 && said.isEmpty()); // among words it is a word
}

void AgreementCommandTest::wordsHaveNoRanksOfTheirOwn()
{
    write(u"c.csv"_s, "A,B\nlow,low\nlow,middle\nmiddle,middle\nmiddle,high\nhigh,high\n");
    write(u"n.csv"_s, "A,B\n1,1\n1,2\n2,2\n2,3\n3,3\n");
    for (const QStringList &metric : {QStringList{u"krippendorff_alpha"_s, u"--level"_s, u"ordinal"_s}, QStringList{u"cohen_kappa"_s, u"--weights"_s, u"quadratic"_s},
             QStringList{u"gwet_ac2"_s, u"--weights"_s, u"quadratic"_s}}) {
        const auto run = [&](const QString &file, const QStringList &more) { return agreement(QStringList{u"--matrix"_s, file, u"--json"_s, u"--metric"_s} + metric + more); };
        const auto refused = run(u"c.csv"_s, {});
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.err.contains(u"“high”, “low”, “middle”"_s), qPrintable(refused.err));
        QCOMPARE(run(u"c.csv"_s, {u"--codebook"_s, u"low,high"_s}).code, 1); // where is the third?
        const auto ordered = run(u"c.csv"_s, {u"--codebook"_s, u"low,middle,high"_s});
        QVERIFY2(ordered.code == 0, qPrintable(ordered.err));
        QCOMPARE(ordered.results().first()["value"_L1].toDouble(), run(u"n.csv"_s, {}).results().first()["value"_L1].toDouble());
    }
    const auto said = agreement({u"--matrix"_s, u"c.csv"_s, u"--metric"_s, u"krippendorff_alpha"_s, u"--level"_s, u"ordinal"_s, u"--codebook"_s, u"low,middle,high"_s});
    QVERIFY2(said.out.contains(u"Order: low < middle < high."_s), qPrintable(said.out));
    const QString file = write(u"levels.yaml"_s, "galley_codebook: 1\nname: L\nlayers:\n- name: A\n  unit: article\n  variables:\n"
                                                 "  - {name: level, type: ordinal, codes: [{name: low}, {name: middle}, {name: high}]}\n");
    const auto fromFile = agreement({u"--matrix"_s, u"c.csv"_s, u"--metric"_s, u"krippendorff_alpha"_s, u"--level"_s, u"ordinal"_s, u"--codebook"_s, file});
    QCOMPARE(fromFile.out, said.out);
}

void AgreementCommandTest::aVariableOfTheCodebookGivesTheOrder()
{
    write(u"c.csv"_s, "A,B\nlow,low\nlow,middle\nmiddle,middle\nmiddle,high\nhigh,high\n");
    const QString file = write(u"two.yaml"_s, "galley_codebook: 1\nname: L\nlayers:\n- name: Tide\n  unit: article\n  variables:\n"
                                              "  - {name: level, type: ordinal, codes: [{name: low}, {name: middle}, {name: high}]}\n"
                                              "  - {name: worry, type: ordinal, codes: [{name: high}, {name: middle}, {name: low}]}\n"
                                              "  - {name: kind, codes: [{name: low}, {name: middle}, {name: high}]}\n"
                                              "- name: Wind\n  unit: article\n  variables:\n"
                                              "  - {name: level, type: ordinal, codes: [{name: middle}, {name: low}, {name: high}]}\n");
    const auto run = [&](const QStringList &more) {
        return agreement(QStringList{u"--matrix"_s, u"c.csv"_s, u"--metric"_s, u"krippendorff_alpha"_s, u"--level"_s, u"ordinal"_s} + more);
    };
    const auto with = [&](const QStringList &more) { return run(QStringList{u"--codebook"_s, file} + more); };
    const auto isRefused = [](const auto &done, const QString &word) { return done.code != 0 && done.err.contains(word); };
    QVERIFY(isRefused(with({}), u"--variable"_s));
    QVERIFY(isRefused(with({u"--variable"_s, u"level"_s}), u"--layer"_s));
    QVERIFY(isRefused(with({u"--variable"_s, u"depth"_s}), u"level, worry, kind"_s));
    QVERIFY(isRefused(with({u"--variable"_s, u"kind"_s}), u"not ordinal"_s));
    QVERIFY(isRefused(run({u"--variable"_s, u"level"_s}), u"--codebook"_s));
    QVERIFY(with({u"--variable"_s, u"worry"_s}).out.contains(u"Order: high < middle < low."_s));
    QVERIFY(with({u"--variable"_s, u"level"_s, u"--layer"_s, u"Tide"_s}).out.contains(u"Order: low < middle < high."_s));
    QVERIFY(with({u"--variable"_s, u"level"_s, u"--layer"_s, u"Wind"_s}).out.contains(u"Order: middle < low < high."_s));
}

void AgreementCommandTest::theSharedTablesGiveWhatTheyAreKnownFor()
{
    const QString folder = QStringLiteral(GALLEY_SHARED "/cases");
    SKIP_WITHOUT(folder + u"/README.md"_s);
    const auto value = [&](const QString &file, const QStringList &more) {
        const auto run = agreement(QStringList{u"--matrix"_s, folder + file, u"--json"_s} + more);
        return run.code == 0 ? run.results().first()["value"_L1].toDouble() : -9;
    };
    const auto isNear = [](double one, double other) { return std::abs(one - other) < 0.0006; };
    const QStringList interval{u"--metric"_s, u"krippendorff_alpha"_s, u"--level"_s, u"interval"_s};
    QVERIFY(isNear(value(u"/csv_decimal/m.csv"_s, interval + QStringList{u"--decimal"_s, u","_s}), 0.9417));
    QCOMPARE(value(u"/csv_decimal/m.csv"_s, interval), -9);
    const QStringList ordinal{u"--metric"_s, u"krippendorff_alpha"_s, u"--level"_s, u"ordinal"_s}, kappa{u"--metric"_s, u"cohen_kappa"_s, u"--weights"_s, u"quadratic"_s};
    const QStringList order{u"--codebook"_s, u"low,medium,high"_s};
    for (const QString &file : {u"/agree_ordinal_text/codings-numbers.csv"_s, u"/agree_ordinal_text/codings.csv"_s}) {
        const QStringList more = file.contains("numbers"_L1) ? QStringList() : order;
        QVERIFY(isNear(value(file, ordinal + more), 0.7636) && isNear(value(file, kappa + more), 0.75));
    }
    QCOMPARE(value(u"/agree_ordinal_text/codings.csv"_s, ordinal), -9);
    for (const QString &file : {u"/agree_na/codings.csv"_s, u"/agree_na/codings-empty.csv"_s}) {
        QVERIFY(isNear(value(file, ordinal), 0.828));
        QVERIFY(isNear(value(file, {u"--metric"_s, u"krippendorff_alpha"_s}), 0.667));
    }
}

void AgreementCommandTest::decimalCommasAreStated()
{
    write(u"c.csv"_s, "A;B\n1,5;1,5\n2,5;3\n4;4,25\n");
    write(u"p.csv"_s, "A|B\n1.5|1.5\n2.5|3\n4|4.25\n");
    const QStringList interval{u"--metric"_s, u"krippendorff_alpha"_s, u"--level"_s, u"interval"_s, u"--json"_s};
    const auto refused = agreement(QStringList{u"--matrix"_s, u"c.csv"_s} + interval);
    QVERIFY2(refused.code == 1 && refused.err.contains(u"--decimal"_s), qPrintable(refused.err));
    const auto commas = agreement(QStringList{u"--matrix"_s, u"c.csv"_s, u"--decimal"_s, u","_s} + interval);
    QVERIFY2(commas.code == 0, qPrintable(commas.err));
    QCOMPARE(commas.results().first()["value"_L1].toDouble(), agreement(QStringList{u"--matrix"_s, u"p.csv"_s, u"--delimiter"_s, u"|"_s} + interval).results().first()["value"_L1].toDouble());
}

void AgreementCommandTest::confusionAndDisagreementsAreShown()
{
    write(u"c.csv"_s, "unit,A,B\nu1,x,x\nu2,x,y\nu3,y,y\nu4,,y\n");
    const QStringList asked{u"--matrix"_s,    u"c.csv"_s,           u"--metric"_s, u"krippendorff_alpha"_s,
                            u"--confusion"_s, u"--disagreements"_s, u"5"_s};
    const auto run = agreement(asked + QStringList{u"--json"_s});
    QCOMPARE(run.code, 0);
    const QJsonArray cells = resultWith(run.results(), {{u"detail"_s, u"confusion"_s}})["pairs"_L1][0]["cells"_L1].toArray();
    QCOMPARE(cells, QJsonArray({QJsonArray{u"x"_s, u"x"_s, 1}, QJsonArray{u"x"_s, u"y"_s, 1}, QJsonArray{u"y"_s, u"y"_s, 1}}));
    const QJsonArray units = resultWith(run.results(), {{u"detail"_s, u"disagreements"_s}})["units"_L1].toArray();
    QCOMPARE(units.size(), 1);
    QCOMPARE(units[0]["unit"_L1].toString(), u"u2"_s);
    QCOMPARE(units[0]["share"_L1].toDouble(), 1.0);
    QVERIFY(agreement(asked).out.contains(u"u2  (A: x, B: y)"_s));
}

void AgreementCommandTest::spansGiveTheUAlphaFamily()
{
    write(u"s.csv"_s, threeCoders + threeCoders.sliced(threeCoders.indexOf('\n') + 1).replace("Alex", "Paul"));
    const auto run = agreement({u"--spans"_s, u"s.csv"_s, u"--length"_s, u"60"_s, u"--metric"_s,
                                u"ualpha,ualpha_binary,cualpha,span_f1,gamma"_s, u"--json"_s});
    QCOMPARE(run.code, 0);
    QCOMPARE(run.results().size(), 5);
    for (const QJsonValue &result : run.results())
        QCOMPARE(result["value"_L1].toDouble(), 1.0); // two who marked the same
}

void AgreementCommandTest::lengthsComeFromATableOfDocuments()
{
    write(u"s.csv"_s, "document,coder,begin,end,category\na,Ada,0,5,X\na,Ben,0,5,X\nb,Ada,3,9,X\n");
    write(u"documents.csv"_s, "document,length,coders\na,50,Ada;Ben\nb,60,Ada;Ben\n");
    const auto run = agreement({u"--spans"_s, u"s.csv"_s, u"--documents"_s, u"documents.csv"_s, u"--metric"_s, u"ualpha"_s,
                                u"--by"_s, u"article"_s, u"--json"_s});
    QCOMPARE(run.code, 0);
    QCOMPARE(run.results().size(), 3);
    QCOMPARE(resultWith(run.results(), {{u"document"_s, u"a"_s}})["value"_L1].toDouble(), 1.0);
    QVERIFY(resultWith(run.results(), {{u"document"_s, u"b"_s}})["value"_L1].toDouble() < 0.1);
}

void AgreementCommandTest::theFormOfRecalGoesOutAndComesBack()
{
    write(u"c.csv"_s, "unit,A,B\nu1,yes,yes\nu2,no,yes\nu3,no,\nu4,no,no\n");
    const auto out
        = agreement({u"--matrix"_s, u"c.csv"_s, u"--metric"_s, u"scott_pi"_s, u"--write-recal"_s, u"recal.csv"_s, u"--json"_s});
    QCOMPARE(out.code, 0);
    QFile file(m_folder->filePath(u"recal.csv"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "2,2\r\n1,2\r\n1,1\r\n"_ba);
    QVERIFY(out.err.contains(u"1 is “no”"_s));
    const auto back = agreement({u"--matrix"_s, u"recal.csv"_s, u"--recal"_s, u"--metric"_s, u"scott_pi"_s, u"--json"_s});
    QCOMPARE(back.results().first()["value"_L1], out.results().first()["value"_L1]);
}

void AgreementCommandTest::badInputIsNamedWithItsLineAndNothingIsPrinted_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("begins");

    const QStringList alpha{u"--matrix"_s, u"f.csv"_s, u"--metric"_s, u"krippendorff_alpha"_s};
    QTest::newRow("ragged") << "A,B\n1,2\n1,2,1\n"_ba << alpha << u"galley: f.csv:3: "_s;
    QTest::newRow("one coder") << "A\n1\n2\n"_ba << alpha << u"galley: f.csv:1: "_s;
    QTest::newRow("no data") << "A,B\n,\n"_ba << alpha << u"galley: f.csv:2: "_s;
    QTest::newRow("negative ratio") << "A,B\n1,2\n-1,2\n"_ba << alpha + QStringList{u"--level"_s, u"ratio"_s}
                                    << u"galley: f.csv:3: "_s;
    QTest::newRow("unknown coder") << "A,B\n1,2\n"_ba << alpha + QStringList{u"--coders"_s, u"A,Z"_s} << u"galley: f.csv:1: "_s;
    QTest::newRow("three for kappa") << "A,B,C\n1,2,1\n"_ba
                                     << QStringList{u"--matrix"_s, u"f.csv"_s, u"--metric"_s, u"cohen_kappa"_s}
                                     << u"galley: f.csv:1: cohen_kappa: "_s;
    QTest::newRow("unknown metric") << "A,B\n1,2\n"_ba << QStringList{u"--matrix"_s, u"f.csv"_s, u"--metric"_s, u"cohen_kapa"_s}
                                    << u"galley: f.csv:1: "_s;
    QTest::newRow("no file") << "A,B\n1,2\n"_ba << QStringList{u"--matrix"_s, u"g.csv"_s} << u"galley: g.csv: "_s;
    QTest::newRow("begin after end") << "coder,begin,end,category\nA,0,2,x\nB,4,2,x\n"_ba
                                     << QStringList{u"--spans"_s, u"f.csv"_s, u"--length"_s, u"9"_s} << u"galley: f.csv:3: "_s;
    QTest::newRow("outside") << "coder,begin,end,category\nA,0,2,x\nB,4,12,x\n"_ba
                             << QStringList{u"--spans"_s, u"f.csv"_s, u"--length"_s, u"9"_s} << u"galley: f.csv:3: "_s;
    QTest::newRow("no length") << "coder,begin,end,category\nA,0,2,x\nB,0,2,x\n"_ba
                               << QStringList{u"--spans"_s, u"f.csv"_s, u"--metric"_s, u"ualpha"_s} << u"galley: f.csv: ualpha"_s;
}

void AgreementCommandTest::badInputIsNamedWithItsLineAndNothingIsPrinted()
{
    QFETCH(QByteArray, file);
    QFETCH(QStringList, arguments);
    QFETCH(QString, begins);
    write(u"f.csv"_s, file);
    for (const QStringList &more : {QStringList(), QStringList{u"--json"_s}}) {
        const auto run = agreement(arguments + more);
        QCOMPARE(run.code, 1);
        QCOMPARE(run.out, QString());
        QVERIFY2(run.err.startsWith(begins), qPrintable(run.err));
        QCOMPARE(run.err.count(u'\n'), 1);
    }
}

void AgreementCommandTest::theTableIsReadable()
{
    write(u"c.csv"_s, fourObservers);
    const auto run = agreement({u"--matrix"_s, u"c.csv"_s});
    QCOMPARE(run.code, 0);
    QVERIFY2(run.out.contains(u"Krippendorff’s α"_s) && run.out.contains("0.743"_L1), qPrintable(run.out));
    const auto undefined
        = agreement({u"--matrix"_s, write(u"same.csv"_s, "A,B\n1,1\n1,1\n"), u"--metric"_s, u"krippendorff_alpha"_s});
    QVERIFY2(undefined.out.contains(u"—"_s) && undefined.out.contains("All values are the same"_L1), qPrintable(undefined.out));
}

/// Two coders over two articles, a third with one; spans, an article variable, a stance.
QString AgreementCommandTest::project()
{
    const QByteArray lines
        = R"j({"type":"article","id":"6f1d9a3e-0d5b-4b59-9a35-0f6d3ad6a001","title":"Harbour","text":"The council voted for the harbour. Critics fear for the coast.\n\n(Reporting by Ann Lee; editing by Bo Kim)"}
{"type":"article","id":"6f1d9a3e-0d5b-4b59-9a35-0f6d3ad6a002","title":"Ferry","text":"The ferry stops in May. Nobody asked the island."}
{"type":"article","id":"6f1d9a3e-0d5b-4b59-9a35-0f6d3ad6a003","title":"Alone","text":"Only one coder read this."}
{"type":"annotation","article":"6f1d9a3e-0d5b-4b59-9a35-0f6d3ad6a001","coder":"Ada","layer":"Framing","code":"Economic","ranges":[[4,17]],"quote":"council voted"}
{"type":"annotation","article":"6f1d9a3e-0d5b-4b59-9a35-0f6d3ad6a001","coder":"Ben","layer":"Framing","code":"Economic","ranges":[[4,17]],"quote":"council voted"}
{"type":"annotation","article":"6f1d9a3e-0d5b-4b59-9a35-0f6d3ad6a001","coder":"Ada","layer":"Stance","ranges":[[35,47]],"quote":"Critics fear","values":{"polarity":"against","voice":"journalist"}}
{"type":"annotation","article":"6f1d9a3e-0d5b-4b59-9a35-0f6d3ad6a001","coder":"Ben","layer":"Stance","ranges":[[43,61]],"quote":"fear for the coast","values":{"polarity":"against","voice":"paraphrase"}}
{"type":"annotation","article":"6f1d9a3e-0d5b-4b59-9a35-0f6d3ad6a002","coder":"Ada","layer":"Article","values":{"relevance":"relevant","tone":"negative"}}
{"type":"annotation","article":"6f1d9a3e-0d5b-4b59-9a35-0f6d3ad6a002","coder":"Ben","layer":"Article","values":{"relevance":"relevant","tone":"neutral"}}
{"type":"annotation","article":"6f1d9a3e-0d5b-4b59-9a35-0f6d3ad6a001","coder":"Ada","layer":"Article","values":{"relevance":"relevant","tone":"neutral"}}
{"type":"annotation","article":"6f1d9a3e-0d5b-4b59-9a35-0f6d3ad6a001","coder":"Ben","layer":"Article","values":{"relevance":"relevant","tone":"neutral"}}
{"type":"annotation","article":"6f1d9a3e-0d5b-4b59-9a35-0f6d3ad6a003","coder":"Ada","layer":"Framing","code":"Morality","ranges":[[0,4]],"quote":"Only"}
)j";
    write(u"study.jsonl"_s, lines);
    const auto made = galley({u"new"_s, u"p.galley"_s});
    const auto filled = galley({u"import"_s, u"p.galley"_s, u"study.jsonl"_s});
    if (made.code != 0 || filled.code != 0)
        qFatal("%s%s", qPrintable(made.err), qPrintable(filled.err));
    return u"p.galley"_s;
}

void AgreementCommandTest::aProjectIsMeasuredLayerByLayer()
{
    const auto run = agreement({project(), u"--json"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    const QJsonObject binary = resultWith(run.results(), {{u"layer"_s, u"Framing"_s}, {u"metric"_s, u"span_f1"_s}});
    QCOMPARE(binary["value"_L1].toDouble(), 1.0);
    const QJsonObject tone = resultWith(run.results(), {{u"variable"_s, u"tone"_s}, {u"metric"_s, u"percent_agreement"_s}});
    QCOMPARE(tone["value"_L1].toDouble(), 0.5);
    QCOMPARE(tone["units"_L1].toInt(), 2);
    const QJsonObject relevance
        = resultWith(run.results(), {{u"variable"_s, u"relevance"_s}, {u"metric"_s, u"krippendorff_alpha"_s}});
    QCOMPARE(relevance["reason"_L1].toString(), u"no_variation"_s);
}

void AgreementCommandTest::onlyArticlesThatTwoCodedCount()
{
    const auto run
        = agreement({project(), u"--layer"_s, u"Framing"_s, u"--metric"_s, u"span_f1"_s, u"--by"_s, u"article"_s, u"--json"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QVERIFY(!resultWith(run.results(), {{u"document"_s, u"Harbour"_s}}).isEmpty());
    QVERIFY(resultWith(run.results(), {{u"document"_s, u"Alone"_s}}).isEmpty());
}

void AgreementCommandTest::variablesOfMatchedAnnotationsAreCompared()
{
    const auto run = agreement({project(), u"--layer"_s, u"Stance"_s, u"--metric"_s, u"percent_agreement"_s, u"--json"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    const QJsonObject voice = resultWith(run.results(), {{u"variable"_s, u"voice"_s}});
    QCOMPARE(voice["units"_L1].toInt(), 1);
    QCOMPARE(voice["value"_L1].toDouble(), 0.0);
    bool namesTheRule = false;
    for (const QJsonValue &convention : voice["conventions"_L1].toArray())
        namesTheRule = namesTheRule || convention.toString().contains("matched one to one"_L1);
    QVERIFY(namesTheRule);
}

void AgreementCommandTest::excludedZonesAreNotInTheText()
{
    const QString path = project();
    const auto whole = agreement({path, u"--layer"_s, u"Framing"_s, u"--metric"_s, u"token_alpha"_s, u"--json"_s});
    const auto part = agreement(
        {path, u"--layer"_s, u"Framing"_s, u"--metric"_s, u"token_alpha"_s, u"--exclude-zones"_s, u"boilerplate"_s, u"--json"_s});
    QVERIFY2(whole.code == 0 && part.code == 0, qPrintable(whole.err + part.err));
    QVERIFY(part.results().first()["units"_L1].toInt() < whole.results().first()["units"_L1].toInt());
}

void AgreementCommandTest::theCodebookSaysWhatALayerLeavesOut()
{
    const QString path = project();
    const QStringList framing{path, u"--layer"_s, u"Framing"_s, u"--metric"_s, u"token_alpha"_s, u"--json"_s};
    const auto asked = agreement(framing + QStringList{u"--exclude-zones"_s, u"boilerplate"_s});
    QCOMPARE(galley({u"codebook"_s, path, u"--export"_s, u"b.yaml"_s}).code, 0);
    QFile file(m_folder->filePath(u"b.yaml"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray yaml = file.readAll();
    QVERIFY(yaml.contains("name: Framing\n"));
    write(u"c.yaml"_s, QByteArray(yaml).replace("name: Framing\n", "name: Framing\n    leave_out: boilerplate\n"));
    const auto changed = galley({u"codebook"_s, path, u"--import"_s, u"c.yaml"_s});
    QVERIFY2(changed.code == 0, qPrintable(changed.err));
    const auto stated = agreement(framing);
    QCOMPARE(stated.results().first()["units"_L1], asked.results().first()["units"_L1]);
    QCOMPARE(stated.results().first()["value"_L1], asked.results().first()["value"_L1]);
    QCOMPARE(galley({u"undo"_s, path}).code, 0);
    QVERIFY(agreement(framing).results().first()["units"_L1].toInt() > stated.results().first()["units"_L1].toInt());
}

void AgreementCommandTest::coderLayerAndVariableAreNamed()
{
    const QString path = project();
    for (const QStringList &wrong : {QStringList{u"--coders"_s, u"Ada,Zoe"_s}, QStringList{u"--layer"_s, u"Frames"_s},
                                     QStringList{u"--variable"_s, u"mood"_s}, QStringList{u"--metric"_s, u"kappa"_s},
                                     QStringList{u"--exclude-zones"_s, u"adverts"_s}}) {
        const auto run = agreement(QStringList{path} + wrong);
        QCOMPARE(run.code, 1);
        QVERIFY2(run.err.startsWith("galley: p.galley: "_L1), qPrintable(run.err));
        QCOMPARE(run.out, QString());
    }
    QCOMPARE(agreement({path, u"--coders"_s, u"Ada,Ben"_s, u"--variable"_s, u"tone"_s}).code, 0);
    QCOMPARE(agreement({}).code, 2);
}

void AgreementCommandTest::aSummaryHasARowForEachThingTheWorstFirst()
{
    const auto run = agreement({project(), u"--summary"_s, u"--json"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    const QJsonObject summary = QJsonDocument::fromJson(run.out.toUtf8()).object();
    QCOMPARE(summary["articles"_L1].toInt(), 2);
    QVERIFY(summary["compared"_L1].toArray().first().toString().contains(u"Ada, Ben"_s));
    double before = -2;
    bool undefined = false;
    for (const QJsonValue &row : summary["rows"_L1].toArray()) {
        QCOMPARE(undefined && row["status"_L1] == u"ok"_s, false);
        undefined = row["status"_L1] != u"ok"_s;
        QVERIFY(undefined || row["value"_L1].toDouble() >= before);
        before = row["value"_L1].toDouble();
    }
    const QJsonObject framing = resultWith(summary["rows"_L1].toArray(), {{u"layer"_s, u"Framing"_s}, {u"unit"_s, u"span"_s}});
    QCOMPARE(framing["value"_L1].toDouble(), 1.0);
    QCOMPARE(framing["verdict"_L1].toString(), u"reliable"_s);
    QVERIFY(framing["variable"_L1].isNull());
    const QJsonObject relevance = resultWith(summary["rows"_L1].toArray(), {{u"variable"_s, u"relevance"_s}});
    QCOMPARE(relevance["reason"_L1].toString(), u"no_variation"_s);
    QCOMPARE(relevance["percent_agreement"_L1].toDouble(), 1.0);
}

void AgreementCommandTest::aSummaryTellsWhatStandsBehindItsRows()
{
    const QString path = project();
    const auto run = agreement({path, u"--summary"_s, u"--json"_s, u"--by"_s, u"pair,value,article,time"_s, u"--confusion"_s, u"--window"_s, u"1"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    const QJsonArray rows = QJsonDocument::fromJson(run.out.toUtf8())["rows"_L1].toArray();
    const QJsonObject tone = resultWith(rows, {{u"variable"_s, u"tone"_s}});
    QCOMPARE(tone["by_pair"_L1][0]["pair"_L1].toString(), u"Ada, Ben"_s);
    QCOMPARE(tone["by_article"_L1][0]["document"_L1].toString(), u"Ferry"_s);
    QCOMPARE(tone["by_article"_L1][0]["note"_L1].toString(), u"Ada: negative, Ben: neutral"_s);
    QCOMPARE(tone["over_time"_L1].toArray().size(), 2);
    QCOMPARE(tone["confusion"_L1][0]["values"_L1].toArray(), QJsonArray({u"negative"_s, u"neutral"_s}));
    QCOMPARE(tone["confusion"_L1][0]["units"_L1].toArray(), QJsonArray({QJsonArray({0, 1}), QJsonArray({0, 1})}));
    QVERIFY(tone["more_units"_L1].toObject().contains("for_half_width"_L1));
    const auto told = agreement({path, u"--summary"_s, u"--by"_s, u"pair,time"_s});
    QVERIFY(told.out.contains(u"Article: tone – by pair of coders"_s));
    QVERIFY(told.out.contains(u"Article: tone – over time"_s));
    QVERIFY(agreement({path, u"--by"_s, u"time"_s}).code != 0);
}

void AgreementCommandTest::aSummaryIsATableForAMethodsSection()
{
    const QString path = project();
    QVERIFY(agreement({path, u"--summary"_s, u"--format"_s, u"markdown"_s}).out.contains(u"| Framing (spans) | u-α | 1.000 |"_s));
    QVERIFY(agreement({path, u"--summary"_s, u"--format"_s, u"latex"_s}).out.contains(u"Framing (spans) & u-$\\alpha$ & 1.000 &"_s));
    QVERIFY(agreement({path, u"--summary"_s, u"--format"_s, u"csv"_s}).out.startsWith(u"What,Coefficient,Value,"_s));
    const QString text = agreement({path, u"--summary"_s}).out;
    QVERIFY2(text.contains(u"the consensus) is never part of it"_s) && text.contains(u"Reliable from 0.800, tentative from 0.667."_s), qPrintable(text));
}

void AgreementCommandTest::aSummaryGoesByTheStudysThresholdsAndSets()
{
    const QString path = project();
    const auto run = agreement({path, u"--summary"_s, u"--json"_s, u"--thresholds"_s, u"-0.2,-0.5"_s, u"--variable"_s, u"tone"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    const QJsonValue tone = QJsonDocument::fromJson(run.out.toUtf8())["rows"_L1][0];
    QCOMPARE(tone["verdict"_L1].toString(), u"reliable"_s); // 0, and reliable from −0.2 on
    QVERIFY(agreement({path, u"--summary"_s, u"--thresholds"_s, u"0.5,0.9"_s}).err.contains(u"must not be above"_s));
    QVERIFY(galley({u"set"_s, path, u"Pilot"_s, u"--kind"_s, u"reliability"_s, u"--articles"_s, u"6f1d9a3e-0d5b-4b59-9a35-0f6d3ad6a002"_s}).code == 0);
    const auto pilot = agreement({path, u"--summary"_s, u"--json"_s, u"--set"_s, u"Pilot"_s});
    QCOMPARE(QJsonDocument::fromJson(pilot.out.toUtf8())["articles"_L1].toInt(), 1);
}

GALLEY_TEST(AgreementCommandTest)
#include "tst_agreement.moc"
