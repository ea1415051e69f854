// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Verdicts, and tables as they are shown and copied.
#include <summary/summarytables.h>

#include <testing.h>

#include <QTest>

using namespace galley;
using namespace Qt::StringLiterals;

namespace {

Coefficient coefficientOf(std::expected<double, Undefined> value, std::optional<Interval> interval = std::nullopt)
{
    Coefficient coefficient;
    coefficient.value = value;
    coefficient.interval = interval;
    coefficient.coders = 3;
    return coefficient;
}

std::vector<ReliabilityRow> someRows()
{
    ReliabilityRow spans{u"Framing"_s, {}, {}, MeasuredUnit::Span, u"u-α"_s, 120, 30, 30, {coefficientOf(0.512, Interval{0.4, 0.6}), 0.81}, {}};
    ReliabilityRow tone{u"Article"_s, u"tone | 50 %"_s, {}, MeasuredUnit::Article, u"α (ordinal)"_s, 30, 30, 30, {coefficientOf(std::unexpected(Undefined::NoVariation)), 1.0}, {}};
    return {spans, tone};
}

} // namespace

class SummaryTablesTest : public QObject
{
    Q_OBJECT

private slots:
    void verdictsGoByTheThresholds_data();
    void verdictsGoByTheThresholds();
    void anUndefinedCoefficientSaysWhy();
    void formatsHaveNames();
    void theTableIsWrittenInEachFormat();
    void aConfusionTableHasItsSums();
    void aCellLeadsToItsCases();
};

void SummaryTablesTest::verdictsGoByTheThresholds_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<double>("low");
    QTest::addColumn<QString>("sentence");

    QTest::newRow("reliable") << 0.9 << 0.85 << u"reliable"_s;
    QTest::newRow("as printed") << 0.7996 << 0.7995 << u"reliable"_s;
    QTest::newRow("just not") << 0.7994 << 0.75 << u"tentative"_s;
    QTest::newRow("reaches below") << 0.9 << 0.7 << u"reliable; the interval reaches below 0.800"_s;
    QTest::newRow("tentative below") << 0.7 << 0.5 << u"tentative; the interval reaches below 0.667"_s;
    QTest::newRow("not") << 0.5 << 0.4 << u"not reliable"_s;
    QTest::newRow("negative") << -0.2 << -0.4 << u"not reliable"_s;
}

void SummaryTablesTest::verdictsGoByTheThresholds()
{
    QFETCH(double, value);
    QFETCH(double, low);
    QFETCH(QString, sentence);
    QCOMPARE(sentenceOf(coefficientOf(value, Interval{low, 1.0})), sentence);
}

void SummaryTablesTest::anUndefinedCoefficientSaysWhy()
{
    const Coefficient none = coefficientOf(std::unexpected(Undefined::SingleCategory));
    QCOMPARE(verdictOf(none), Verdict::Undefined);
    QCOMPARE(sentenceOf(none), u"undefined: There is only one category."_s);
    QCOMPARE(verdictOf(coefficientOf(0.75), {0.7, 0.6}), Verdict::Reliable); // the study's own
}

void SummaryTablesTest::formatsHaveNames()
{
    for (const TableFormat format : {TableFormat::Text, TableFormat::Markdown, TableFormat::Latex, TableFormat::Csv})
        QCOMPARE(tableFormatNamed(nameOf(format)), std::optional(format));
    QVERIFY(!tableFormatNamed(u"html"));
}

void SummaryTablesTest::theTableIsWrittenInEachFormat()
{
    const TextTable table = summaryTable(someRows(), {});
    const QStringList text = written(table, TableFormat::Text).split(u'\n');
    QCOMPARE(text[0], u"Intercoder reliability"_s);
    QVERIFY2(text[2].startsWith(u"Framing (spans)"_s) && text[2].contains(u"0.512  0.400 to 0.600     81.0 %    120  spans"_s), qPrintable(text[2]));
    QVERIFY(text[3].endsWith(u"undefined: All values are the same, so there is no variation to agree on."_s));
    QCOMPARE(text[4], u"Reliable from 0.800, tentative from 0.667."_s);

    const QString markdown = written(table, TableFormat::Markdown);
    QVERIFY(markdown.contains(u"| --- | --- | ---: |"_s));
    QVERIFY(markdown.contains(u"Article: tone \\| 50 %"_s));

    const QString latex = written(table, TableFormat::Latex);
    QVERIFY(latex.contains(u"\\begin{tabular}{llrrrrlrrl}"_s));
    QVERIFY(latex.contains(u"Framing (spans) & u-$\\alpha$ & 0.512 & 0.400 to 0.600 & 81.0 \\% & 120"_s));
    QVERIFY(latex.contains(u"tone \\textbar{} 50 \\%"_s));
    QVERIFY(std::ranges::all_of(latex, [](QChar c) { return c.unicode() < 128; }));

    const QStringList csv = written(table, TableFormat::Csv).split(u"\r\n"_s);
    QCOMPARE(csv[0], u"What,Coefficient,Value,95 % interval,Agreement,Units,Unit,Articles,Coders,Verdict"_s);
    QCOMPARE(csv[1], u"Framing (spans),u-α,0.512,0.400 to 0.600,81.0 %,120,spans,30,3,not reliable"_s);
    QVERIFY(csv[2].endsWith(u",\"undefined: All values are the same, so there is no variation to agree on.\""_s));
}

void SummaryTablesTest::aConfusionTableHasItsSums()
{
    const ConfusionTable confusion{u"Ada"_s, u"Ben"_s, {u"no"_s, u"yes"_s}, {{}, {}}, {5, 2, 1, 7}, {}};
    QCOMPARE(written(confusionTable(confusion), TableFormat::Csv), u",no,yes,all\r\nno,5,2,7\r\nyes,1,7,8\r\nall,6,9,15\r\n"_s);
    QCOMPARE(confusion.most(), 7);
}

void SummaryTablesTest::aCellLeadsToItsCases()
{
    ConfusionTable confusion{u"Ada"_s, u"Ben"_s, {u"War"_s, u"nothing marked"_s}, {{4}, {}}, {1, 2, 3, 0}, {}};
    confusion.cases = {.layer = {1}, .coders = {{1}, {2}}};
    QCOMPARE(confusion.casesAt(1, 0).code, CodeId{4});
    QCOMPARE(confusion.casesAt(0, 1).layer, LayerId{1});
}

GALLEY_PURE_TEST(SummaryTablesTest)
#include "tst_summarytables.moc"
