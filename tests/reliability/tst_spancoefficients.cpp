// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The measures of spans on tables that were printed, and where they have no value or refuse their data.
#include "textspans.h"

#include <reliability/spanmatching.h>
#include <reliability/tokenalpha.h>
#include <reliability/tokens.h>

#include <testing.h>

#include <QTest>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

namespace {

MetricOptions optionsOf(const SpanMetric &metric, const QString &category)
{
    return metric.options.contains(u"category"_s) ? MetricOptions{{u"category"_s, category}} : MetricOptions();
}

/// Krippendorff, Mathet, Bouvry & Widlöcher 2016, "On the reliability of unitizing textual continua": the example with three
/// coders.
SpanCodings alexPaulSuzan()
{
    return textOf({u"Alex"_s, u"Paul"_s, u"Suzan"_s}, 60,
                  {{"Alex", 2, 9, "1"}, {"Alex", 11, 17, "2"},
                   {"Alex", 24, 30, "5"}, {"Alex", 32, 36, "6"},
                   {"Alex", 36, 44, "6"}, {"Alex", 44, 60, "7"},
                   {"Paul", 2, 9, "1"}, {"Paul", 11, 17, "3"},
                   {"Paul", 19, 25, "5"}, {"Paul", 32, 44, "6"},
                   {"Suzan", 2, 9, "1"}, {"Suzan", 11, 17, "4"},
                   {"Suzan", 21, 27, "5"}, {"Suzan", 32, 36, "6"},
                   {"Suzan", 36, 40, "6"}, {"Suzan", 40, 44, "6"}});
}

/// Krippendorff 2004, Content Analysis, 2nd ed., p. 254.
SpanCodings page254()
{
    SpanCodings codings = textOf({u"i"_s, u"j"_s}, 450,
                                 {{"i", 225, 295, "c"},
                                  {"i", 370, 400, "c"},
                                  {"j", 220, 300, "c"},
                                  {"j", 355, 375, "c"},
                                  {"j", 400, 420, "c"},
                                  {"i", 180, 240, "k"},
                                  {"i", 300, 350, "k"},
                                  {"j", 180, 240, "k"},
                                  {"j", 300, 350, "k"}});
    codings.documents.front().begin = 150;
    codings.documents.front().length = 300;
    return codings;
}

/// Segments that lie side by side, the lengths of each coder's.
SpanCodings segmented(const std::vector<std::vector<double>> &masses)
{
    std::vector<Mark> marks;
    QStringList coders;
    double length = 0;
    static constexpr const char *names[]{"a", "b", "c"};
    for (size_t coder = 0; coder < masses.size(); ++coder) {
        coders += QString::fromLatin1(names[coder]);
        double at = 0;
        for (double mass : masses[coder]) {
            marks.push_back({names[coder], at, at + mass});
            at += mass;
        }
        length = at;
    }
    return textOf(coders, length, marks);
}

bool near(double value, double wanted, double within)
{
    if (std::abs(value - wanted) <= within)
        return true;
    qWarning("%.12g instead of %.12g", value, wanted);
    return false;
}

MetricOptions overlapOf(const QString &leastIou)
{
    return {{u"match"_s, u"overlap"_s}, {u"min_iou"_s, leastIou}};
}

} // namespace

class SpanCoefficientsTest : public QObject
{
    Q_OBJECT

private slots:
    void threeCodersOf2016HaveThePrintedCoefficients();
    void agreementOnEachCategoryOf2016IsAsPrinted_data();
    void agreementOnEachCategoryOf2016IsAsPrinted();
    void twoCodersOf2004HaveThePrintedAlphaU();
    void boundarySimilarityIsAsItsAuthorsTestsHaveIt_data();
    void boundarySimilarityIsAsItsAuthorsTestsHaveIt();
    void nearMissesAreSoughtTheShortestFirst();
    void masiCountsInThirds();
    void setDistancesAreNotSquared();
    void aMaximumMatchingFindsWhatAGreedyOneMisses();
    void touchingIsNoOverlap();
    void theLeastOverlapIsInclusive();
    void aSpanMarkedTwiceCountsOnce();
    void pooledCountsDifferFromTheMeanOverPairs();
    void nestedSpansAreMatchedToTheirLike();
    void spansMatchWithinACategoryOnlyWhereAsked();
    void layersUniteSpansThatOverlap();
    void aTokenBelongsToASpanThatTouchesAnyCharacterOfIt();
    void precedenceSettlesOverlapsInAMatrixOfCharacters();
    void coefficientsThatAreUndefinedSayWhy_data();
    void coefficientsThatAreUndefinedSayWhy();
    void optionsThatDoNotFitAreErrorsInWords_data();
    void optionsThatDoNotFitAreErrorsInWords();
    void aTextThatOneCoderCodedChangesNothing();
    void everyCoefficientSaysHowItWasComputed();
};

void SpanCoefficientsTest::threeCodersOf2016HaveThePrintedCoefficients()
{
    QVERIFY(near(valueOf("ualpha", alexPaulSuzan()), .510, .0005));
    QVERIFY(near(valueOf("ualpha_binary", alexPaulSuzan()), .413, .0005));
    QVERIFY(near(valueOf("cualpha", alexPaulSuzan()), .724, .0005));
    QVERIFY(near(valueOf("cualpha_coverage", alexPaulSuzan()), .46, .005));

    const auto cu = compute(u"cualpha"_s, alexPaulSuzan());
    QCOMPARE(cu->units, 16);
    QCOMPARE(cu->coders, 3);
    QCOMPARE(cu->categories, 7);
    QCOMPARE(cu->figures.front().first, u"coverage"_s);
    QVERIFY(near(cu->figures.front().second, 83.0 / 180, 1e-15));
}

void SpanCoefficientsTest::agreementOnEachCategoryOf2016IsAsPrinted_data()
{
    QTest::addColumn<double>("printed");
    QTest::newRow("1") << 1.0;
    QTest::newRow("2") << 0.0;
    QTest::newRow("3") << 0.0;
    QTest::newRow("4") << 0.0;
    QTest::newRow("5") << 1.0;
    QTest::newRow("6") << 1.0;
}

void SpanCoefficientsTest::agreementOnEachCategoryOf2016IsAsPrinted()
{
    QFETCH(double, printed);
    QVERIFY(near(valueOf("kualpha", alexPaulSuzan(), {{u"category"_s, QString::fromLatin1(QTest::currentDataTag())}}), printed,
                 1e-12));
}

void SpanCoefficientsTest::twoCodersOf2004HaveThePrintedAlphaU()
{
    QVERIFY(near(valueOf("alphaU_1995", page254(), {{u"category"_s, u"c"_s}}), .7286, .00005));
    QVERIFY(near(valueOf("alphaU_1995", page254(), {{u"category"_s, u"k"_s}}), 1, 1e-12));
    QVERIFY(near(valueOf("alphaU_1995", page254()), .8591, .0005)); // printed from rounded parts
}

void SpanCoefficientsTest::boundarySimilarityIsAsItsAuthorsTestsHaveIt_data()
{
    // Fournier's segeval, segeval/similarity/boundary_test.py
    QTest::addColumn<std::vector<std::vector<double>>>("masses");
    QTest::addColumn<double>("similarity");
    QTest::newRow("a boundary missed") << std::vector<std::vector<double>>{{2, 3, 6}, {5, 6}} << .5;
    QTest::newRow("a boundary too many") << std::vector<std::vector<double>>{{2, 3, 6}, {2, 3, 3, 3}} << 2.0 / 3;
    QTest::newRow("a near miss") << std::vector<std::vector<double>>{{2, 3, 6}, {2, 2, 7}} << .75;
    QTest::newRow("none by one coder") << std::vector<std::vector<double>>{{11}, {5, 6}} << 0.0;
}

void SpanCoefficientsTest::boundarySimilarityIsAsItsAuthorsTestsHaveIt()
{
    QFETCH(std::vector<std::vector<double>>, masses);
    QFETCH(double, similarity);
    QVERIFY(near(valueOf("boundary_similarity", segmented(masses)), similarity, 1e-12));
}

void SpanCoefficientsTest::nearMissesAreSoughtTheShortestFirst()
{
    // a: 5 and 8, b: 7. From the left 5–7 would go first; 8–7 is shorter, and 5 is left alone.
    const SpanCodings codings = segmented({{5, 3, 12}, {7, 13}});
    QVERIFY(near(valueOf("boundary_similarity", codings, {{u"n_t"_s, u"4"_s}}), 1 - (1 + 1.0 / 4) / 2, 1e-12));
    QVERIFY(near(valueOf("boundary_similarity", codings, {{u"n_t"_s, u"1"_s}}), 0, 1e-12));
}

void SpanCoefficientsTest::masiCountsInThirds()
{
    // Two tokens: {x} against {x, y}, and a gap by both. J = 1/2, M = 2/3, so their distance is 2/3.
    const SpanCodings codings = textOf({u"a"_s, u"b"_s}, 2, {{"a", 0, 1, "x"}, {"b", 0, 1, "x"}, {"b", 0, 1, "y"}});
    // Sets {} twice, {x}, {x, y}: D_o = 2 · 2/3 and D_e = 2 (2 + 2 + 2/3), each a sum over ordered pairs, n = 4.
    QVERIFY(
        near(valueOf("token_alpha", codings, {{u"distance"_s, u"masi"_s}}), 1 - 3 * (2 * 2.0 / 3) / (2 * (4 + 2.0 / 3)), 1e-12));
}

void SpanCoefficientsTest::setDistancesAreNotSquared()
{
    const SpanCodings codings = textOf({u"a"_s, u"b"_s}, 2, {{"a", 0, 1, "x"}, {"b", 0, 1, "x"}, {"b", 0, 1, "y"}});
    QVERIFY(near(valueOf("token_alpha", codings, {{u"distance"_s, u"jaccard"_s}}), 1 - 3 * (2 * .5) / (2 * (4 + .5)), 1e-12));
}

void SpanCoefficientsTest::aMaximumMatchingFindsWhatAGreedyOneMisses()
{
    const SpanCodings trap = textOf({u"a"_s, u"b"_s}, 20, {{"a", 0, 10}, {"a", 10, 14}, {"b", 8, 12}, {"b", 0, 4}});
    QCOMPARE(valueOf("span_f1", trap, {{u"match"_s, u"overlap"_s}}), 1.0);
    QCOMPARE(valueOf("span_f1", trap, overlapOf(u"0.1"_s)), 1.0); // 8–10 of 0–12 would take 0–10 from 0–4
    QCOMPARE(valueOf("span_f1", trap, overlapOf(u"0.5"_s)), 0.0);
}

void SpanCoefficientsTest::touchingIsNoOverlap()
{
    const SpanCodings touching = textOf({u"a"_s, u"b"_s}, 20, {{"a", 0, 5}, {"b", 5, 10}});
    QCOMPARE(valueOf("span_f1", touching, {{u"match"_s, u"overlap"_s}}), 0.0);
    QCOMPARE(valueOf("span_f1", touching, {{u"match"_s, u"characters"_s}}), 0.0);
    QVERIFY(std::isnan(valueOf("cualpha", touching)));
}

void SpanCoefficientsTest::theLeastOverlapIsInclusive()
{
    const SpanCodings seven = textOf({u"a"_s, u"b"_s}, 200, {{"a", 0, 100}, {"b", 0, 7}});
    QCOMPARE(valueOf("span_f1", seven, overlapOf(u"0.07"_s)), 1.0); // though 0.07 × 100 > 7 in floating point
    QCOMPARE(valueOf("span_f1", seven, overlapOf(u"0.0701"_s)), 0.0);
}

void SpanCoefficientsTest::aSpanMarkedTwiceCountsOnce()
{
    const SpanCodings twice = textOf({u"a"_s, u"b"_s}, 20, {{"a", 0, 5}, {"a", 0, 5}, {"b", 0, 5}});
    for (const QString &match : {u"exact"_s, u"overlap"_s, u"characters"_s})
        QCOMPARE(valueOf("span_f1", twice, {{u"match"_s, match}}), 1.0);
    QCOMPARE(valueOf("token_alpha", twice), 1.0);
}

void SpanCoefficientsTest::pooledCountsDifferFromTheMeanOverPairs()
{
    const SpanCodings codings
        = textOf({u"a"_s, u"b"_s, u"c"_s}, 50, {{"a", 0, 5}, {"a", 10, 15}, {"a", 20, 25}, {"b", 0, 5}, {"c", 0, 5}});
    QVERIFY(near(valueOf("span_f1", codings), (2.0 / 4 + 2.0 / 4 + 1) / 3, 1e-12));
    QVERIFY(near(valueOf("span_f1", codings, {{u"average"_s, u"micro"_s}}), 2.0 * 3 / (4 + 4 + 2), 1e-12));
}

void SpanCoefficientsTest::nestedSpansAreMatchedToTheirLike()
{
    // Crossed pairs would be as many; the shared text decides.
    const SpanCodings nested
        = textOf({u"a"_s, u"b"_s}, 60, {{"a", 5, 12}, {"a", 0, 40}, {"b", 0, 38}, {"b", 6, 13}, {"b", 50, 55}});
    const auto matching = matchedSpans(nested.documents.front(), 0, 1);
    QVERIFY(matching);
    QVERIFY(matching->hasLargestOverlap);
    const std::vector<std::pair<qsizetype, qsizetype>> likes{{1, 2}, {0, 3}};
    QCOMPARE(matching->pairs, likes);
}

void SpanCoefficientsTest::spansMatchWithinACategoryOnlyWhereAsked()
{
    const SpanCodings codings = textOf({u"a"_s, u"b"_s}, 20, {{"a", 0, 10, "x"}, {"b", 0, 10, "y"}, {"b", 8, 12, "x"}});
    const std::vector<std::pair<qsizetype, qsizetype>> any{{0, 1}}, same{{0, 2}};
    QCOMPARE(matchedSpans(codings.documents.front(), 0, 1)->pairs, any);
    QCOMPARE(matchedSpans(codings.documents.front(), 0, 1, {0, true})->pairs, same);
    QVERIFY(matchedSpans(codings.documents.front(), 0, 1, {.5, true})->pairs.empty());
}

void SpanCoefficientsTest::layersUniteSpansThatOverlap()
{
    const SpanCodings apart = textOf({u"a"_s, u"b"_s}, 40, {{"a", 0, 12}, {"a", 20, 30, "y"}, {"b", 2, 14}});
    const SpanCodings overlapping = textOf({u"a"_s, u"b"_s}, 40, {{"a", 0, 8}, {"a", 5, 12}, {"a", 3, 30, "y"}, {"b", 2, 14}});
    const MetricOptions layer{{u"category"_s, u"x"_s}, {u"same_category_overlap"_s, u"merge"_s}};
    QCOMPARE(valueOf("ualpha_layer", overlapping, layer), valueOf("ualpha_layer", apart, layer));
    QVERIFY(std::isnan(valueOf("ualpha", overlapping)));
}

void SpanCoefficientsTest::aTokenBelongsToASpanThatTouchesAnyCharacterOfIt()
{
    // "The harbour  plan": words at 0–3, 4–11 and 13–17.
    const SpanCodings codings = textOf({u"a"_s, u"b"_s}, 17, {{"a", 10, 13}, {"b", 4, 14}, {"b", 11, 13, "y"}});
    const SpanCodings words = inTokens(codings, {{{0, 3}, {4, 11}, {13, 17}}});
    const std::vector<CodedSpan> inWords{{0, 0, 1, 2}, {1, 0, 1, 3}}; // what lies between two words is in none
    QCOMPARE(words.documents.front().spans, inWords);
    QCOMPARE(words.documents.front().length, 3.0);
    const auto alpha = tokenAlpha(words);
    QCOMPARE(alpha->units, 3);
    QVERIFY(near(alpha->value.value(), 1 - 5.0 * 2 / (2 * 3 * 3), 1e-12));

    const std::vector<CodedSpan> inTens{{0, 0, 1, 2}, {1, 0, 0, 2}, {1, 1, 1, 2}};
    QCOMPARE(inUnits(codings, 10).documents.front().spans, inTens);
}

void SpanCoefficientsTest::precedenceSettlesOverlapsInAMatrixOfCharacters()
{
    SpanCodings codings = textOf({u"a"_s, u"b"_s, u"c"_s}, 4, {{"a", 0, 3, "x"}, {"a", 2, 4, "y"}, {"b", 1, 2, "y"}});
    codings.documents.front().coders = {0, 1}; // c did not code the text
    const Codings first = unitsOf(codings, u"none"_s);
    QCOMPARE(first.categories.front().name, u"none"_s);
    const std::vector<qint32> xFirst{1, 0, -1, 1, 2, -1, 1, 0, -1, 2, 0, -1}, yFirst{1, 0, -1, 1, 2, -1, 2, 0, -1, 2, 0, -1};
    QCOMPARE(first.cells, xFirst);
    QCOMPARE(unitsOf(codings, u"none"_s, {1}).cells, yFirst);
}

void SpanCoefficientsTest::coefficientsThatAreUndefinedSayWhy_data()
{
    QTest::addColumn<QString>("metric");
    QTest::addColumn<SpanCodings>("codings");
    QTest::addColumn<MetricOptions>("options");
    QTest::addColumn<Undefined>("reason");
    const SpanCodings nothing = textOf({u"a"_s, u"b"_s}, 50, {});
    const SpanCodings alone = textOf({u"a"_s}, 50, {{"a", 1, 5}});
    const SpanCodings all = textOf({u"a"_s, u"b"_s}, 50, {{"a", 0, 50}, {"b", 0, 20}, {"b", 20, 50}});
    const SpanCodings nested = textOf({u"a"_s, u"b"_s}, 50, {{"a", 0, 20}, {"a", 5, 10, "y"}, {"b", 0, 20}});
    const SpanCodings oneCategory = textOf({u"a"_s, u"b"_s}, 50, {{"a", 0, 20}, {"b", 5, 10}, {"b", 30, 40, "y"}});
    SpanCodings apart = textOf({u"a"_s, u"b"_s}, 50, {{"a", 0, 20}});
    apart.documents.front().coders = {0};
    apart.documents.push_back({u"other"_s, 0, 50, {1}, {}});
    const MetricOptions x{{u"category"_s, u"x"_s}}, y{{u"category"_s, u"y"_s}};

    QTest::newRow("u-α of nothing") << u"ualpha"_s << nothing << MetricOptions() << Undefined::NoExpectedDisagreement;
    QTest::newRow("u-α where one category covers all")
        << u"ualpha"_s << all << MetricOptions() << Undefined::NoExpectedDisagreement;
    QTest::newRow("|u-α without gaps") << u"ualpha_binary"_s << all << MetricOptions() << Undefined::NoExpectedDisagreement;
    QTest::newRow("u-α of one coder") << u"ualpha"_s << alone << MetricOptions() << Undefined::FewerThanTwoCoders;
    QTest::newRow("u-α of texts apart") << u"ualpha"_s << apart << MetricOptions() << Undefined::NoPairableUnits;
    QTest::newRow("u-α of no text") << u"ualpha"_s << SpanCodings{{u"a"_s, u"b"_s}, {}, {}} << MetricOptions()
                                    << Undefined::NoData;
    QTest::newRow("cu-α of overlapping spans") << u"cualpha"_s << nested << MetricOptions() << Undefined::OverlappingUnits;
    QTest::newRow("cu-α of one category") << u"cualpha"_s << oneCategory << MetricOptions() << Undefined::NoIntersection;
    QTest::newRow("(k)u-α without intersection") << u"kualpha"_s << oneCategory << y << Undefined::CategoryNotInIntersection;
    QTest::newRow("α_U of nothing") << u"alphaU_1995"_s << nothing << MetricOptions() << Undefined::NoExpectedDisagreement;
    QTest::newRow("F1 of nothing") << u"span_f1"_s << nothing << MetricOptions() << Undefined::BothEmpty;
    QTest::newRow("token α without variation") << u"token_alpha"_s << all << x << Undefined::NoVariation;
    QTest::newRow("nominal token α of two labels")
        << u"token_alpha"_s << nested << MetricOptions() << Undefined::OverlappingUnits;
    QTest::newRow("no boundaries") << u"boundary_similarity"_s << nothing << MetricOptions() << Undefined::NoBoundaries;
}

void SpanCoefficientsTest::coefficientsThatAreUndefinedSayWhy()
{
    QFETCH(QString, metric);
    QFETCH(SpanCodings, codings);
    QFETCH(MetricOptions, options);
    QFETCH(Undefined, reason);
    const auto result = compute(metric, codings, options);
    QVERIFY2(result, result ? "" : qPrintable(result.error().message));
    QVERIFY(!result->value);
    QCOMPARE(nameOf(result->value.error()), nameOf(reason));
}

void SpanCoefficientsTest::optionsThatDoNotFitAreErrorsInWords_data()
{
    QTest::addColumn<QString>("metric");
    QTest::addColumn<MetricOptions>("options");
    QTest::addColumn<QString>("says");
    QTest::newRow("mistyped category") << u"kualpha"_s << MetricOptions{{u"category"_s, u"ecnomic"_s}}
                                       << u"did you mean “economic”?"_s;
    QTest::newRow("no category") << u"ualpha_layer"_s << MetricOptions() << u"ualpha_layer speaks of one category"_s;
    QTest::newRow("least overlap of exact matches")
        << u"span_f1"_s << MetricOptions{{u"min_iou"_s, u"0.5"_s}} << u"match=overlap"_s;
    QTest::newRow("least overlap above 1") << u"span_f1"_s << overlapOf(u"50"_s) << u"from 0 to 1"_s;
    QTest::newRow("unknown word") << u"span_f1"_s << MetricOptions{{u"match"_s, u"partial"_s}} << u"exact, overlap, characters"_s;
    QTest::newRow("unknown distance") << u"token_alpha"_s << MetricOptions{{u"distance"_s, u"dice"_s}} << u"jaccard"_s;
}

void SpanCoefficientsTest::optionsThatDoNotFitAreErrorsInWords()
{
    QFETCH(QString, metric);
    QFETCH(MetricOptions, options);
    QFETCH(QString, says);
    const auto result = compute(metric, textOf({u"a"_s, u"b"_s}, 9, {{"a", 0, 2, "economic"}, {"b", 0, 2, "morality"}}), options);
    QVERIFY(!result);
    QVERIFY2(result.error().message.contains(says), qPrintable(result.error().message));
}

void SpanCoefficientsTest::aTextThatOneCoderCodedChangesNothing()
{
    SpanCodings more = alexPaulSuzan();
    more.documents.push_back({u"second"_s, 0, 100, {1}, {{1, 0, 3, 50}, {1, 2, 20, 70}}}); // even one whose spans overlap
    for (const SpanMetric &metric : spanMetrics()) {
        const MetricOptions options = optionsOf(metric, u"5"_s);
        QCOMPARE(valueOf(metric.name, more, options), valueOf(metric.name, alexPaulSuzan(), options));
    }
}

void SpanCoefficientsTest::everyCoefficientSaysHowItWasComputed()
{
    QCOMPARE(spanMetrics().size(), size_t(10));
    for (const SpanMetric &metric : spanMetrics()) {
        const auto result = compute(QString::fromLatin1(metric.name), alexPaulSuzan(), optionsOf(metric, u"6"_s));
        QVERIFY(result && result->value);
        QVERIFY(!result->conventions.isEmpty());
        for (const QString &sentence : result->conventions)
            QVERIFY2(sentence.endsWith(u'.') && !sentence.contains(u'%'), qPrintable(sentence));
        QVERIFY(result->coders == 3 && result->units > 0 && result->pairable > 0 && result->categories > 0);
    }
}

GALLEY_TEST(SpanCoefficientsTest)
#include "tst_spancoefficients.moc"
