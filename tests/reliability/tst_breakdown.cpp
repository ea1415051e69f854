// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where disagreement lies: by value, pair of coders and unit, and the tables behind.
#include "matrix.h"

#include <reliability/breakdown.h>
#include <reliability/coincidences.h>
#include <reliability/contingency.h>

#include <testing.h>

#include <QTest>

#include <cmath>
#include <numeric>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

namespace {

/// Krippendorff 2011, data C.
Codings krippendorff2011()
{
    return matrixOf(u"11.1 2232 3333 3333 2222 1234 4444 1121 2222 .555 ..11 ..3."_s);
}

/// All values other than this one as one.
Codings oneAgainstRest(Codings codings, qint32 category)
{
    for (qint32 &cell : codings.cells) {
        if (cell != Codings::Missing)
            cell = cell == category ? 0 : 1;
    }
    codings.categories = {{u"it"_s}, {u"rest"_s}};
    return codings;
}

double alphaOf(const Codings &codings, const QString &level = u"nominal"_s)
{
    return *compute(u"krippendorff_alpha"_s, codings, {{u"level"_s, level}})->value;
}

} // namespace

class BreakdownTest : public QObject
{
    Q_OBJECT

private slots:
    void coincidencesAreThePublishedOnes();
    void coincidencesOfManyCategoriesAreTheSame();
    void theConfusionMatrixCountsSharedUnits();
    void aValuesReliabilityIsAlphaAgainstTheRest();
    void theOnlyValueHasNoReliability();
    void everyPairHasTheMetricOfItsTwoColumns();
    void disagreeingUnitsAreOrderedByWhatTheyAdd();
    void sharesAddUpToOne();
    void aMillionCategoriesFit();
};

void BreakdownTest::coincidencesAreThePublishedOnes()
{
    // Krippendorff 2011: the coincidence matrix of data C.
    const auto cells = coincidencesOf(patternsOf(krippendorff2011()), 5);
    const std::vector<Coincidence> published{{0, 0, 7},       {0, 1, 4.0 / 3}, {0, 2, 1.0 / 3}, {0, 3, 1.0 / 3},
                                             {1, 1, 10},      {1, 2, 4.0 / 3}, {1, 3, 1.0 / 3}, {2, 2, 8},
                                             {2, 3, 1.0 / 3}, {3, 3, 4},       {4, 4, 3}};
    QCOMPARE(cells.size(), published.size());
    for (size_t i = 0; i < cells.size(); ++i) {
        QCOMPARE(cells[i].first, published[i].first);
        QCOMPARE(cells[i].second, published[i].second);
        QVERIFY(std::abs(cells[i].value - published[i].value) < 1e-12);
    }
}

void BreakdownTest::coincidencesOfManyCategoriesAreTheSame()
{
    const UnitPatterns patterns = patternsOf(simulated({.units = 300, .coders = 4, .categories = 30}, 11));
    for (PairWeight weight : {PairWeight::Divided, PairWeight::Single}) {
        const auto few = coincidencesOf(patterns, 30, weight), many = coincidencesOf(patterns, 1000, weight);
        QCOMPARE(many.size(), few.size());
        for (size_t i = 0; i < few.size(); ++i) {
            QCOMPARE(many[i].first, few[i].first);
            QCOMPARE(many[i].second, few[i].second);
            QVERIFY(std::abs(many[i].value - few[i].value) < 1e-9);
        }
    }
}

void BreakdownTest::theConfusionMatrixCountsSharedUnits()
{
    const Codings codings = matrixOf(u"aab ab. .bb aba bbb a.a"_s);
    const Contingency table = contingencyOf(codings, 0, 1);
    const std::vector<ContingencyCell> expected{{0, 0, 1}, {0, 1, 2}, {1, 1, 1}};
    QVERIFY(table.cells == expected);
    QCOMPARE(table.units, 4);
    QCOMPARE(table.agreeing(), 2);
    QVERIFY((table.firstTotals() == std::vector<double>{3, 1}));
    QVERIFY((table.secondTotals() == std::vector<double>{1, 3}));
    QCOMPARE(contingencyOf(codings, 0, 1, true).units, 3);
}

void BreakdownTest::aValuesReliabilityIsAlphaAgainstTheRest()
{
    for (const Codings &codings : {krippendorff2011(), simulated({.units = 150, .coders = 4, .categories = 6}, 5)}) {
        const auto values = reliabilityByValue(codings);
        QVERIFY(values.size() >= 5);
        for (const ValueReliability &value : values) {
            QVERIFY(value.alpha.has_value());
            QVERIFY(std::abs(*value.alpha - alphaOf(oneAgainstRest(codings, value.category))) < 1e-12);
        }
    }
    const auto values = reliabilityByValue(krippendorff2011());
    QCOMPARE(values[2].count, 10); // the lone 3 of the last unit is not pairable
    QVERIFY(std::abs(values[2].agreeing - 8) < 1e-12);
}

void BreakdownTest::theOnlyValueHasNoReliability()
{
    const auto values = reliabilityByValue(matrixOf(u"11 11 2."_s));
    QCOMPARE(values.size(), 1);
    QVERIFY(!values.front().alpha);
    QCOMPARE(nameOf(values.front().alpha.error()), u"no_variation"_s);
}

void BreakdownTest::everyPairHasTheMetricOfItsTwoColumns()
{
    const Codings codings = simulated({.units = 80, .coders = 4}, 3);
    double sum = 0;
    int pairs = 0;
    for (qsizetype first = 0; first < 4; ++first) {
        for (qsizetype second = first + 1; second < 4; ++second, ++pairs) {
            const auto coefficient = compute(u"cohen_kappa"_s, pairOf(codings, first, second), {{u"weights"_s, u"linear"_s}});
            QVERIFY(coefficient);
            QCOMPARE(coefficient->coders, 2);
            sum += *coefficient->value;
        }
    }
    QCOMPARE(pairs, 6);
    const auto light = compute(u"cohen_kappa"_s, codings, {{u"weights"_s, u"linear"_s}, {u"multi"_s, u"light_pairwise"_s}});
    QVERIFY(std::abs(sum / 6 - *light->value) < 1e-12);
}

void BreakdownTest::disagreeingUnitsAreOrderedByWhatTheyAdd()
{
    const Codings codings = matrixOf(u"111 112 113 444 14. 4.. 112"_s);
    const auto nominal = disagreeingUnits(codings);
    QVERIFY(nominal);
    std::vector<qsizetype> order;
    for (const DisagreeingUnit &unit : *nominal)
        order.push_back(unit.unit);
    // Two of three pairs differ: 4/2 each; the pair that differs: 2/1. The same, so in their order.
    QVERIFY((order == std::vector<qsizetype>{1, 2, 4, 6}));
    const auto interval = disagreeingUnits(codings, Level::Interval, 2);
    QVERIFY(interval);
    QCOMPARE(interval->size(), 2);
    QCOMPARE(interval->front().unit, 4); // 2·9/1 beside 4·4/2 and 4·1/2 twice
    QVERIFY(std::abs(interval->front().share - 18.0 / 30) < 1e-12);
    QVERIFY((interval->front().values == std::vector<qint32>{0, 3, Codings::Missing}));
    QCOMPARE(interval->back().unit, 2);
}

void BreakdownTest::sharesAddUpToOne()
{
    const Codings codings = simulated({.units = 400, .coders = 5, .categories = 5}, 9);
    for (Level level : {Level::Nominal, Level::Ordinal, Level::Interval, Level::Ratio}) {
        const auto units = disagreeingUnits(codings, level);
        QVERIFY(units);
        const double sum = std::accumulate(units->begin(), units->end(), 0.0,
                                           [](double all, const DisagreeingUnit &unit) { return all + unit.share; });
        QVERIFY(std::abs(sum - 1) < 1e-12);
        QVERIFY(std::ranges::is_sorted(*units, std::greater(), &DisagreeingUnit::share));
    }
    QVERIFY(disagreeingUnits(matrixOf(u"11 22 3."_s))->empty());
}

void BreakdownTest::aMillionCategoriesFit()
{
    Codings codings{coderNames(2), {}, std::vector<Category>(1'000'000), false, {}};
    for (qint32 value = 0; value < 1'000'000; value += 10)
        codings.cells.insert(codings.cells.end(), {value, value % 20 == 0 ? value : value + 1});
    QCOMPARE(coincidencesOf(patternsOf(codings), codings.categories.size()).size(), 100'000);
    QCOMPARE(contingencyOf(codings, 0, 1).cells.size(), 100'000);
    const auto values = reliabilityByValue(codings);
    QCOMPARE(values.size(), 150'000);
    QCOMPARE(*values.front().alpha, 1.0);
    QCOMPARE(disagreeingUnits(codings)->size(), 1000);
}

GALLEY_TEST(BreakdownTest)
#include "tst_breakdown.moc"
