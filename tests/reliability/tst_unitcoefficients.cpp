// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Coefficients of units × coders beside the values that the literature prints, and what they say of data that do not fit.
#include "matrix.h"

#include <reliability/krippendorffalpha.h>
#include <reliability/ratiosums.h>
#include <reliability/studentt.h>

#include <testing.h>

#include <QTest>

#include <cmath>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(galley::Codings)

namespace {

/// Krippendorff 2011, "Computing Krippendorff's alpha-reliability", data C: four observers, twelve units, missing values.
Codings krippendorff2011()
{
    return matrixOf(u"11.1 2232 3333 3333 2222 1234 4444 1121 2222 .555 ..11 ..3."_s);
}

/// Krippendorff 1980, and 2011, data A: two observers, ten units, binary.
Codings krippendorff1980()
{
    return matrixOf(u"00 11 01 00 00 01 00 01 10 00"_s);
}

/// Krippendorff 2004, p. 227: two observers, twelve units.
Codings krippendorff2004()
{
    return matrixOf(u"aa ab bb bb bb bb bc cc cc cc cc cc"_s);
}

/// Fleiss 1971, p. 379: six psychiatrists, thirty patients, five diagnoses.
Codings fleiss1971()
{
    return matrixOf(u"444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 144444 124444 222333 144444 224445 "
                    "333335 111455 111112 224444 133555 555555 244444 224555 114444 144445 222224 111155 224444 133333 555555"_s);
}

/// Cohen 1960, p. 45, of 200 cases.
Codings cohen1960()
{
    return matrixOfTable({{88, 14, 18}, {10, 40, 10}, {2, 6, 12}});
}

/// Zwick 1988, p. 376: the same marginals of both coders.
Codings zwick1988()
{
    return matrixOfTable({{20, 0, 0, 5}, {0, 10, 15, 0}, {0, 15, 10, 0}, {5, 0, 0, 20}});
}

/// Artstein & Poesio 2008, p. 558.
Codings artsteinPoesio2008()
{
    return matrixOfTable({{50, 20}, {10, 20}});
}

/// Landis & Koch 1977, carcinoma in situ, pathologists A and B, as Agresti 1992, p. 202, prints them.
Codings landisKoch1977()
{
    return matrixOfTable({{22, 2, 2, 0}, {5, 7, 14, 0}, {0, 2, 36, 0}, {0, 1, 17, 10}});
}

/// SAS/STAT's example of the FREQ procedure: two diagnoses of nineteen patients.
Codings sasFreq()
{
    return matrixOfTable({{0, 4, 1}, {0, 8, 0}, {0, 1, 5}}, {u"1"_s, u"2"_s, u"3"_s});
}

/// Gwet's two abstractors of 100 records, as irrCAC's documentation prints them (cont3x3abstractors).
Codings gwetAbstractors()
{
    return matrixOfTable({{13, 0, 0}, {0, 20, 7}, {0, 4, 56}});
}

} // namespace

class UnitCoefficientsTest : public QObject
{
    Q_OBJECT

private slots:
    void publishedValues_data();
    void publishedValues();
    void publishedStandardErrors_data();
    void publishedStandardErrors();
    void intervalsEndAtOne();
    void studentsQuantilesAreThoseOfTheTables();
    void aCodebookSetsTheCategoriesOfGwetAndTheRanksOfKappa();
    void singleValuesDoNotEnterAlpha();
    void undefinedHasAReason_data();
    void undefinedHasAReason();
    void whatDoesNotFitIsAnError_data();
    void whatDoesNotFitIsAnError();
    void constantButDifferentCodersHaveKappaZero();
    void oneDeviatingValueMakesAlphaZero();
    void conventionsNameWhatWasDone();
};

void UnitCoefficientsTest::publishedValues_data()
{
    QTest::addColumn<Codings>("codings");
    QTest::addColumn<QString>("metric");
    QTest::addColumn<MetricOptions>("options");
    QTest::addColumn<double>("published");
    QTest::addColumn<double>("within");
    const auto level = [](const QString &name) { return MetricOptions{{u"level"_s, name}}; };
    const auto weights = [](const QString &name) { return MetricOptions{{u"weights"_s, name}}; };

    QTest::newRow("Krippendorff 1980") << krippendorff1980() << u"krippendorff_alpha"_s << MetricOptions() << 0.095 << 0.0005;
    QTest::newRow("Krippendorff 2004") << krippendorff2004() << u"krippendorff_alpha"_s << level(u"nominal"_s) << 0.734 << 0.0005;
    QTest::newRow("Krippendorff 2011, C, nominal")
        << krippendorff2011() << u"krippendorff_alpha"_s << level(u"nominal"_s) << 0.743 << 0.0005;
    QTest::newRow("Krippendorff 2011, C, ordinal")
        << krippendorff2011() << u"krippendorff_alpha"_s << level(u"ordinal"_s) << 0.815 << 0.0005;
    QTest::newRow("Krippendorff 2011, C, interval")
        << krippendorff2011() << u"krippendorff_alpha"_s << level(u"interval"_s) << 0.849 << 0.0005;
    QTest::newRow("Krippendorff 2011, C, ratio")
        << krippendorff2011() << u"krippendorff_alpha"_s << level(u"ratio"_s) << 0.797 << 0.0005;
    QTest::newRow("Fleiss 1971, κ") << fleiss1971() << u"fleiss_kappa"_s << MetricOptions() << 0.430 << 0.0005;
    QTest::newRow("Fleiss 1971, agreement") << fleiss1971() << u"percent_agreement"_s << MetricOptions() << 0.5556 << 0.00005;
    QTest::newRow("Cohen 1960, κ") << cohen1960() << u"cohen_kappa"_s << MetricOptions() << 0.492 << 0.0005;
    QTest::newRow("Cohen 1960, agreement") << cohen1960() << u"percent_agreement"_s << MetricOptions() << 0.70 << 1e-12;
    QTest::newRow("Zwick 1988, κ") << zwick1988() << u"cohen_kappa"_s << MetricOptions() << 0.467 << 0.0005;
    QTest::newRow("Zwick 1988, π") << zwick1988() << u"scott_pi"_s << MetricOptions() << 0.467 << 0.0005;
    QTest::newRow("Artstein & Poesio 2008, κ") << artsteinPoesio2008() << u"cohen_kappa"_s << MetricOptions() << 0.348 << 0.0005;
    QTest::newRow("Artstein & Poesio 2008, π") << artsteinPoesio2008() << u"scott_pi"_s << MetricOptions() << 0.341 << 0.0005;
    QTest::newRow("Artstein & Poesio 2008, Holsti") << artsteinPoesio2008() << u"holsti_cr"_s << MetricOptions() << 0.7 << 1e-12;
    QTest::newRow("Landis & Koch 1977, κ") << landisKoch1977() << u"cohen_kappa"_s << MetricOptions() << 0.493 << 0.0005;
    QTest::newRow("Landis & Koch 1977, quadratic κ")
        << landisKoch1977() << u"cohen_kappa"_s << weights(u"quadratic"_s) << 0.784 << 0.0005;
    QTest::newRow("SAS FREQ, κ") << sasFreq() << u"cohen_kappa"_s << MetricOptions() << 0.4842 << 0.00005;
    QTest::newRow("SAS FREQ, linear κ") << sasFreq() << u"cohen_kappa"_s << weights(u"linear"_s) << 0.4701 << 0.00005;
    QTest::newRow("irrCAC, abstractors, AC1") << gwetAbstractors() << u"gwet_ac1"_s << MetricOptions() << 0.8493305 << 5e-8;
    QTest::newRow("irrCAC, abstractors, κ") << gwetAbstractors() << u"cohen_kappa"_s << MetricOptions() << 0.7964094 << 5e-8;
    QTest::newRow("irrCAC, abstractors, π") << gwetAbstractors() << u"scott_pi"_s << MetricOptions() << 0.7962397 << 5e-8;
    QTest::newRow("irrCAC, abstractors, α") << gwetAbstractors() << u"krippendorff_alpha"_s << MetricOptions() << 0.7972585
                                            << 5e-8;
    QTest::newRow("irrCAC, four raters, AC1") << krippendorff2011() << u"gwet_ac1"_s << MetricOptions() << 0.77544 << 5e-6;
    QTest::newRow("irrCAC, four raters, Fleiss") << krippendorff2011() << u"fleiss_kappa"_s << MetricOptions() << 0.76117 << 5e-6;
}

void UnitCoefficientsTest::publishedValues()
{
    QFETCH(Codings, codings);
    QFETCH(QString, metric);
    QFETCH(MetricOptions, options);
    QFETCH(double, published);
    QFETCH(double, within);
    const auto result = compute(metric, codings, options);
    QVERIFY2(result, result ? "" : qPrintable(result.error().message));
    QVERIFY(result->value.has_value());
    QVERIFY2(std::abs(*result->value - published) <= within,
             qPrintable(u"%1 is not %2"_s.arg(*result->value, 0, 'g', 10).arg(published)));
}

void UnitCoefficientsTest::publishedStandardErrors_data()
{
    QTest::addColumn<Codings>("codings");
    QTest::addColumn<QString>("of");
    QTest::addColumn<double>("published");
    QTest::addColumn<double>("within");
    QTest::newRow("irrCAC, agreement") << krippendorff2011() << u"percent_agreement"_s << 0.12561 << 5e-6;
    QTest::newRow("irrCAC, AC1") << krippendorff2011() << u"gwet_ac1"_s << 0.14295 << 5e-6;
    QTest::newRow("irrCAC, Fleiss") << krippendorff2011() << u"fleiss_kappa"_s << 0.15302 << 5e-6;
    QTest::newRow("irrCAC, α") << krippendorff2011() << u"krippendorff_alpha"_s << 0.14548 << 5e-6;
    QTest::newRow("SAS FREQ, κ") << sasFreq() << u"cohen_kappa"_s << 0.1380 << 0.00005;
    QTest::newRow("irrCAC, κ") << gwetAbstractors() << u"cohen_kappa"_s << 0.05891072 << 5e-9;
}

void UnitCoefficientsTest::publishedStandardErrors()
{
    QFETCH(Codings, codings);
    QFETCH(QString, of);
    QFETCH(double, published);
    QFETCH(double, within);
    const auto alone = compute(u"standard_error"_s, codings, {{u"of"_s, of}});
    const auto whole = compute(of, codings);
    QVERIFY(alone && alone->value && whole);
    QVERIFY2(std::abs(*alone->value - published) <= within,
             qPrintable(u"%1 is not %2"_s.arg(*alone->value, 0, 'g', 10).arg(published)));
    QCOMPARE(whole->standardError.value_or(0), *alone->value);
}

void UnitCoefficientsTest::intervalsEndAtOne()
{
    // irrCAC prints (0.461, 1) for AC1 of these data, with t of 11 degrees.
    const auto ac1 = compute(u"gwet_ac1"_s, krippendorff2011());
    QVERIFY(ac1 && ac1->interval);
    QVERIFY(std::abs(ac1->interval->low - 0.461) < 0.0005);
    QCOMPARE(ac1->interval->high, 1.0);
}

void UnitCoefficientsTest::studentsQuantilesAreThoseOfTheTables()
{
    const auto close = [](double found, double table) { return std::abs(found - table) < 5e-10 * std::abs(table); };
    QVERIFY(close(studentQuantile(0.975, 1), 12.7062047362));
    QVERIFY(close(studentQuantile(0.975, 10), 2.2281388520));
    QVERIFY(close(studentQuantile(0.025, 30), -2.0422724563));
    QVERIFY(close(studentQuantile(0.975, 1e12), 1.9599639845));
    QVERIFY(close(studentQuantile(0.975, 20'000.0001), studentQuantile(0.975, 19'999.9999)));
}

void UnitCoefficientsTest::aCodebookSetsTheCategoriesOfGwetAndTheRanksOfKappa()
{
    const QString units = u"11 11 14 44 11"_s;
    const QStringList codebook{u"1"_s, u"2"_s, u"3"_s, u"4"_s};
    const auto ac1 = [&](const Codings &codings) { return *compute(u"gwet_ac1"_s, codings)->value; };
    // pe = Σ π(1 − π)/(q − 1) with π = .7 and .3: .42/3 of the codebook's four, .42 of the two that occur.
    QVERIFY(std::abs(ac1(matrixOf(units, codebook)) - (0.8 - 0.14) / 0.86) < 1e-12);
    QVERIFY(std::abs(ac1(matrixOf(units)) - (0.8 - 0.42) / 0.58) < 1e-12);

    // Three ranks lie between 1 and 4 in the codebook; 13 is then a third of the way off, without it the half.
    const auto kappa = [](const Codings &codings) {
        return *compute(u"cohen_kappa"_s, codings, {{u"weights"_s, u"linear"_s}})->value;
    };
    const Codings whole = matrixOf(u"11 13 14 44 31 11"_s, codebook), used = matrixOf(u"11 13 14 44 31 11"_s);
    QVERIFY(std::abs(kappa(whole) - kappa(used)) > 0.001);
    const auto byValue = compute(u"cohen_kappa"_s, used, {{u"weights"_s, u"linear"_s}, {u"scale"_s, u"value"_s}});
    QVERIFY(std::abs(*byValue->value - kappa(whole)) < 1e-12);
}

void UnitCoefficientsTest::singleValuesDoNotEnterAlpha()
{
    for (const char *level : {"nominal", "ordinal", "interval", "ratio"}) {
        const MetricOptions options{{u"level"_s, QLatin1StringView(level)}};
        const auto with = compute(u"krippendorff_alpha"_s, matrixOf(u"11 12 33 8. .9 33 .. 13 2."_s), options);
        const auto without = compute(u"krippendorff_alpha"_s, matrixOf(u"11 12 33 33 13"_s), options);
        QVERIFY(with && without);
        QVERIFY(std::abs(*with->value - *without->value) < 1e-14);
        QCOMPARE(with->units, 5);
        QCOMPARE(with->pairable, 10);
        QCOMPARE(with->categories, 3);
    }
}

void UnitCoefficientsTest::undefinedHasAReason_data()
{
    QTest::addColumn<QString>("units");
    QTest::addColumn<QString>("metric");
    QTest::addColumn<QString>("reason");
    const QStringList ofPairs{u"percent_agreement"_s, u"scott_pi"_s,           u"cohen_kappa"_s,
                              u"fleiss_kappa"_s,      u"conger_kappa"_s,       u"gwet_ac1"_s,
                              u"gwet_ac2"_s,          u"krippendorff_alpha"_s, u"krippendorff_alpha_bootstrap"_s,
                              u"standard_error"_s};
    for (const QString &metric : ofPairs) {
        QTest::addRow("no data, %s", qPrintable(metric)) << QString() << metric << u"no_pairable_units"_s;
        QTest::addRow("one coder, %s", qPrintable(metric)) << u"1 2 3"_s << metric << u"no_pairable_units"_s;
        QTest::addRow("nothing shared, %s", qPrintable(metric)) << u"1. 2. .1 .2"_s << metric << u"no_pairable_units"_s;
    }
    for (const char *metric :
         {"scott_pi", "cohen_kappa", "fleiss_kappa", "conger_kappa", "krippendorff_alpha", "krippendorff_alpha_bootstrap"})
        QTest::addRow("one value, %s", metric) << u"11 11 11"_s << QString::fromLatin1(metric) << u"no_variation"_s;
    QTest::newRow("one value, AC1") << u"11 11"_s << u"gwet_ac1"_s << u"single_category"_s;
    QTest::newRow("no data, Holsti") << QString() << u"holsti_cr"_s << u"no_data"_s;
    QTest::newRow("one coder, Holsti") << u"1 2"_s << u"holsti_cr"_s << u"no_data"_s;
    QTest::newRow("one unit, standard error") << u"12"_s << u"standard_error"_s << u"fewer_than_two_units"_s;
}

void UnitCoefficientsTest::undefinedHasAReason()
{
    QFETCH(QString, units);
    QFETCH(QString, metric);
    QFETCH(QString, reason);
    const auto result = compute(metric, matrixOf(units));
    QVERIFY2(result, result ? "" : qPrintable(result.error().message));
    QVERIFY(!result->value);
    QCOMPARE(nameOf(result->value.error()), reason);
    QVERIFY(!explain(result->value.error()).isEmpty());
    QVERIFY(!result->standardError && !result->interval);
}

void UnitCoefficientsTest::whatDoesNotFitIsAnError_data()
{
    QTest::addColumn<Codings>("codings");
    QTest::addColumn<QString>("metric");
    QTest::addColumn<MetricOptions>("options");
    QTest::addColumn<QString>("named");
    const Codings words = matrixOf(u"ab aa bb"_s), three = matrixOf(u"123 111"_s), two = matrixOf(u"12 11"_s);
    const Codings negative = codingsOf(coderNames(2), {u"-1"_s, u"1"_s, u"2"_s, u"2"_s});
    const auto level = [](const QString &name) { return MetricOptions{{u"level"_s, name}}; };
    QTest::newRow("words as interval") << words << u"krippendorff_alpha"_s << level(u"interval"_s) << u"“a”"_s;
    QTest::newRow("words as ratio, bootstrap") << words << u"krippendorff_alpha_bootstrap"_s << level(u"ratio"_s) << u"“a”"_s;
    QTest::newRow("negative as ratio") << negative << u"krippendorff_alpha"_s << level(u"ratio"_s) << u"“-1”"_s;
    QTest::newRow("words by value") << words << u"cohen_kappa"_s
                                    << MetricOptions{{u"weights"_s, u"linear"_s}, {u"scale"_s, u"value"_s}} << u"“a”"_s;
    QTest::newRow("three coders, κ") << three << u"cohen_kappa"_s << MetricOptions() << u"not 3"_s;
    QTest::newRow("three coders, π") << three << u"scott_pi"_s << MetricOptions() << u"not 3"_s;
    QTest::newRow("unknown level") << two << u"krippendorff_alpha"_s << level(u"metric"_s)
                                   << u"nominal, ordinal, interval, ratio"_s;
    QTest::newRow("unknown option") << two << u"fleiss_kappa"_s << level(u"nominal"_s) << u"level"_s;
    QTest::newRow("unknown metric") << two << u"alpha"_s << MetricOptions() << u"“alpha”"_s;
    QTest::newRow("error of nothing") << two << u"standard_error"_s << MetricOptions{{u"of"_s, u"holsti_cr"_s}}
                                      << u"“holsti_cr”"_s;
    QTest::newRow("another method") << two << u"standard_error"_s
                                    << MetricOptions{{u"of"_s, u"gwet_ac1"_s}, {u"method"_s, u"jackknife"_s}}
                                    << u"gwet_linearisation"_s;
    QTest::newRow("draws of units") << two << u"krippendorff_alpha_bootstrap"_s << MetricOptions{{u"draws"_s, u"10"_s}}
                                    << u"draws"_s;
    QTest::newRow("quantiles") << two << u"krippendorff_alpha_bootstrap"_s << MetricOptions{{u"quantiles"_s, u"0.9,0.1"_s}}
                               << u"quantiles"_s;
}

void UnitCoefficientsTest::whatDoesNotFitIsAnError()
{
    QFETCH(Codings, codings);
    QFETCH(QString, metric);
    QFETCH(MetricOptions, options);
    QFETCH(QString, named);
    const auto result = compute(metric, codings, options);
    QVERIFY(!result);
    QVERIFY2(result.error().message.contains(named), qPrintable(result.error().message));
}

void UnitCoefficientsTest::constantButDifferentCodersHaveKappaZero()
{
    for (const char *weights : {"none", "linear", "quadratic"}) {
        const auto kappa = compute(u"cohen_kappa"_s, matrixOf(u"12 12 12"_s), {{u"weights"_s, QLatin1StringView(weights)}});
        QVERIFY(kappa && kappa->value);
        QCOMPARE(*kappa->value + 1, 1.0);
    }
}

void UnitCoefficientsTest::oneDeviatingValueMakesAlphaZero()
{
    const auto alpha = compute(u"krippendorff_alpha"_s, matrixOf(u"11 "_s.repeated(14) + u"12"_s));
    QVERIFY(std::abs(*alpha->value) < 1e-14);
    QVERIFY(std::abs(*compute(u"krippendorff_alpha"_s, matrixOf(u"12"_s))->value) < 1e-14);
}

void UnitCoefficientsTest::conventionsNameWhatWasDone()
{
    const auto ordinal = compute(u"krippendorff_alpha"_s, krippendorff2011(), {{u"level"_s, u"ordinal"_s}});
    QVERIFY(ordinal->conventions.join(u' ').contains(u"ordinal data (Krippendorff 2019"_s));
    QVERIFY(ordinal->conventions.contains(u"Categories as they occur."_s));
    const auto bootstrap
        = compute(u"krippendorff_alpha_bootstrap"_s, krippendorff2011(), {{u"replicates"_s, u"500"_s}, {u"seed"_s, u"7"_s}});
    QVERIFY(bootstrap->conventions.join(u' ').contains(
        u"500 replicates, units drawn with replacement, percentile interval, seed 7"_s));
    const auto ac1 = compute(u"gwet_ac1"_s, matrixOf(u"11 12"_s, {u"1"_s, u"2"_s, u"3"_s}));
    QVERIFY(ac1->conventions.contains(u"Categories as the codebook lists them."_s));
    QCOMPARE(ac1->categories, 3);
}

GALLEY_TEST(UnitCoefficientsTest)
#include "tst_unitcoefficients.moc"
