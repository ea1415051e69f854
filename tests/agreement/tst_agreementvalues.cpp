// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Agreement over codings as values: what is computed of which part, and what is left out.
#include <agreement/computing.h>
#include <agreement/recaltable.h>

#include <testing.h>

#include <QTest>

using namespace galley;
using namespace Qt::StringLiterals;

class AgreementValuesTest : public QObject
{
    Q_OBJECT

private slots:
    void aResultHasItsMetricItsValueAndItsCounts();
    void aPairAndACategoryAreWhatAResultIsAbout();
    void whatDoesNotFitIsARemarkAmongAllAndAnErrorByName();
    void anUndefinedValueIsItsReason();
    void aMetricOfTheOtherKindOfDataIsUnknown();
    void confusionCountsWhatStandsAgainstWhat();
    void disagreementsKnowWhoGaveNoValue();
    void spansAreComparedByDocument();
    void whatCountsTextNeedsItsLength();
    void stoppingIsAnError();
    void recalNumbersWordsAndKeepsNumbers();
};

namespace {

/// Three coders, four units; Cyd left one out.
Codings threeCoders()
{
    Codings codings = codingsOf({u"Ada"_s, u"Ben"_s, u"Cyd"_s},
                                {u"x"_s, u"x"_s, u"x"_s, u"x"_s, u"x"_s, u"y"_s, u"y"_s, u"y"_s, u"y"_s, u"y"_s, u"x"_s, QString()});
    codings.units = {u"u1"_s, u"u2"_s, u"u3"_s, u"u4"_s};
    return codings;
}

SpanCodings twoDocuments()
{
    return {{u"Ada"_s, u"Ben"_s},
            {u"Framing"_s},
            {{u"first"_s, 0, 50, {0, 1}, {{0, 0, 0, 5}, {1, 0, 0, 5}}}, {u"second"_s, 0, 60, {0, 1}, {{0, 0, 3, 9}}}}};
}

AgreementReport taken(Result<AgreementReport> report)
{
    if (!report)
        qFatal("%s", qPrintable(report.error().message));
    return std::move(*report);
}

} // namespace

void AgreementValuesTest::aResultHasItsMetricItsValueAndItsCounts()
{
    const auto report = taken(agreementOf(threeCoders(), {.metrics = {u"percent_agreement"_s}}));
    QCOMPARE(report.results.size(), 1u);
    const AgreementResult &result = report.results.front();
    QCOMPARE(result.coefficient.metric, u"percent_agreement"_s);
    QVERIFY(result.coefficient.value.has_value());
    QCOMPARE(result.coefficient.coders, 3);
    QVERIFY(!result.title.isEmpty());
    QVERIFY(!result.coefficient.conventions.isEmpty());
    QCOMPARE(result.about, AgreementSubject());
}

void AgreementValuesTest::aPairAndACategoryAreWhatAResultIsAbout()
{
    const AgreementSubject layer{.layer = {7}, .layerName = u"Framing"_s};
    const auto report
        = taken(agreementOf(threeCoders(), {.metrics = {u"percent_agreement"_s}, .byPair = true, .byCategory = true}, layer));
    QStringList about;
    for (const AgreementResult &result : report.results) {
        QCOMPARE(result.about.layer, LayerId{7});
        QStringList words;
        for (const auto &[name, value] : result.about.words())
            words += name + u'=' + value;
        about += words.join(u' ');
    }
    QCOMPARE(about.join(u" | "_s),
             u"layer=Framing | layer=Framing pair=Ada, Ben | layer=Framing pair=Ada, Cyd | layer=Framing pair=Ben, Cyd | "
             "layer=Framing category=x | layer=Framing category=y"_s);
    QCOMPARE(*report.results[1].coefficient.value, 0.75); // Ada and Ben differ in u4 alone
}

void AgreementValuesTest::whatDoesNotFitIsARemarkAmongAllAndAnErrorByName()
{
    const auto all = taken(agreementOf(threeCoders(), {.metrics = {u"all"_s}}));
    QVERIFY(all.remarks.join(u'\n').contains(u"scott_pi: "_s)); // of two coders
    const auto named = agreementOf(threeCoders(), {.metrics = {u"scott_pi"_s}});
    QVERIFY(!named);
    QVERIFY2(named.error().message.startsWith(u"scott_pi: "_s), qPrintable(named.error().message));
}

void AgreementValuesTest::anUndefinedValueIsItsReason()
{
    const auto report = taken(agreementOf(codingsOf({u"Ada"_s, u"Ben"_s}, {u"x"_s, u"x"_s, u"x"_s, u"x"_s}),
                                          {.metrics = {u"krippendorff_alpha"_s}}));
    const auto &value = report.results.front().coefficient.value;
    QVERIFY(!value);
    QCOMPARE(value.error(), Undefined::NoVariation);
}

void AgreementValuesTest::aMetricOfTheOtherKindOfDataIsUnknown()
{
    const auto report = agreementOf(threeCoders(), {.metrics = {u"span_f1"_s}});
    QVERIFY(!report);
    QVERIFY(report.error().message.contains(u"krippendorff_alpha"_s)); // it says what there is
}

void AgreementValuesTest::confusionCountsWhatStandsAgainstWhat()
{
    const auto report = taken(agreementOf(threeCoders(), {.metrics = {u"percent_agreement"_s}, .confusion = true}));
    QCOMPARE(report.details.size(), 1u);
    const auto &confusion = std::get<Confusion>(report.details.front());
    QCOMPARE(confusion.pairs.size(), 3u);
    QCOMPARE(confusion.pairs.front().second, u"Ben"_s);
    const std::vector<Confusion::Cell> cells{{u"x"_s, u"x"_s, 2}, {u"y"_s, u"x"_s, 1}, {u"y"_s, u"y"_s, 1}};
    QCOMPARE(confusion.pairs.front().cells, cells);
}

void AgreementValuesTest::disagreementsKnowWhoGaveNoValue()
{
    const auto report = taken(agreementOf(threeCoders(), {.metrics = {u"percent_agreement"_s}, .disagreements = 1}));
    const auto &disagreements = std::get<Disagreements>(report.details.front());
    QCOMPARE(disagreements.units.size(), 1u); // so many at the most
    const auto all = taken(agreementOf(threeCoders(), {.metrics = {u"percent_agreement"_s}, .disagreements = 9}));
    const auto &units = std::get<Disagreements>(all.details.front()).units;
    QCOMPARE(units.size(), 2u);
    double share = 0;
    for (const Disagreements::Unit &unit : units) {
        share += unit.share;
        if (unit.name == u"u4"_s) {
            QCOMPARE(unit.values.first(2), QStringList({u"y"_s, u"x"_s}));
            QVERIFY(unit.values[2].isNull());
        }
    }
    QCOMPARE(share, 1.0);
}

void AgreementValuesTest::spansAreComparedByDocument()
{
    const auto report = taken(agreementOf(twoDocuments(), {.metrics = {u"span_f1"_s}, .byDocument = true}));
    QCOMPARE(report.results.size(), 3u);
    QCOMPARE(report.results[1].about.document, u"first"_s);
    QCOMPARE(*report.results[1].coefficient.value, 1.0);
    QCOMPARE(*report.results[2].coefficient.value, 0.0);
}

void AgreementValuesTest::whatCountsTextNeedsItsLength()
{
    QVERIFY(agreementOf(twoDocuments(), {.metrics = {u"ualpha"_s}}));
    const auto unknown = agreementOf(twoDocuments(), {.metrics = {u"ualpha"_s}, .lengthsKnown = false});
    QVERIFY(!unknown);
    QVERIFY(unknown.error().message.startsWith(u"ualpha: "_s));
}

void AgreementValuesTest::stoppingIsAnError()
{
    const AgreementRequest request{
        .metrics = {u"gamma"_s}, .options = {{u"n_samples"_s, u"30"_s}}, .proceed = [](double) { return false; }};
    QVERIFY(!agreementOf(twoDocuments(), request));
}

void AgreementValuesTest::recalNumbersWordsAndKeepsNumbers()
{
    const RecalTable words = recalTable(threeCoders());
    QCOMPARE(words.bytes, "1,1,1\r\n1,1,2\r\n2,2,2\r\n"_ba);
    QCOMPARE(words.units, 3);
    QCOMPARE(words.leftOut, 1);
    QCOMPARE(words.numbered, QStringList({u"x"_s, u"y"_s}));
    const RecalTable numbers = recalTable(codingsOf({u"Ada"_s, u"Ben"_s}, {u"7"_s, u"-2"_s}, {}, true));
    QCOMPARE(numbers.bytes, "7,-2\r\n"_ba);
    QVERIFY(numbers.numbered.isEmpty());
}

GALLEY_TEST(AgreementValuesTest)
#include "tst_agreementvalues.moc"
