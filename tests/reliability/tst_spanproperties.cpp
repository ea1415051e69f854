// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold of the measures of spans whatever the spans are, on texts from fixed seeds.
#include "randomtexts.h"
#include "textspans.h"

#include <reliability/spanmatching.h>

#include <testing.h>

#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

namespace {

struct Measure
{
    const char *metric;
    MetricOptions options = {};
    bool takesOverlaps = false;
};

std::vector<Measure> measures()
{
    const auto f1 = [](const QString &match, const QString &labels, const QString &average) {
        return MetricOptions{{u"match"_s, match}, {u"labels"_s, labels}, {u"average"_s, average}};
    };
    const MetricOptions category{{u"category"_s, u"A"_s}};
    return {{"ualpha"},
            {"ualpha_binary"},
            {"cualpha"},
            {"cualpha_coverage"},
            {"kualpha", category},
            {"ualpha_layer", category, true},
            {"alphaU_1995"},
            {"alphaU_1995", category},
            {"token_alpha"},
            {"token_alpha", category, true},
            {"token_alpha", {{u"distance"_s, u"jaccard"_s}}, true},
            {"token_alpha", {{u"distance"_s, u"masi"_s}}, true},
            {"span_f1", f1(u"exact"_s, u"true"_s, u"micro"_s), true},
            {"span_f1", f1(u"overlap"_s, u"true"_s, u"pair_mean"_s), true},
            {"span_f1", f1(u"overlap"_s, u"false"_s, u"pair_mean"_s), true},
            {"span_f1", {{u"match"_s, u"overlap"_s}, {u"min_iou"_s, u"0.3"_s}}, true},
            {"span_f1", f1(u"characters"_s, u"true"_s, u"pair_mean"_s), true},
            {"boundary_similarity", {{u"n_t"_s, u"3"_s}}, true}};
}

/// Fails where a measure differs between the two by more than rounding.
void compareMeasures(const SpanCodings &codings, const SpanCodings &changed, bool nested)
{
    for (const Measure &measure : measures()) {
        if (nested && !measure.takesOverlaps)
            continue;
        const double before = valueOf(measure.metric, codings, measure.options);
        const double after = valueOf(measure.metric, changed, measure.options);
        QVERIFY2(std::abs(before - after) < 1e-11 || (std::isnan(before) && std::isnan(after)),
                 qPrintable(u"%1: %2 became %3"_s.arg(QLatin1StringView(measure.metric)).arg(before).arg(after)));
    }
}

/// Twenty texts of two to four coders, every second one nested, measured before and after the change.
void compareChanged(quint64 stream, const std::function<void(Random &, SpanCodings &)> &change)
{
    for (quint64 round = 0; round < 20; ++round) {
        Random random(seed + stream, round);
        const bool nested = round % 2;
        const SpanCodings codings = randomText(random, {.coders = 2 + int(round % 3), .nested = nested});
        SpanCodings changed = codings;
        change(random, changed);
        compareMeasures(codings, changed, nested);
    }
}

std::vector<qint32> permutation(Random &random, qsizetype size)
{
    std::vector<qint32> places(static_cast<size_t>(size));
    std::iota(places.begin(), places.end(), 0);
    shuffle(random, places);
    return places;
}

/// Coder b marks what a marks, one character later; the second half of both has the other category.
SpanCodings sideBySide(int count)
{
    SpanCodings codings{{u"a"_s, u"b"_s}, {u"x"_s, u"y"_s}, {Continuum{{}, 0, 10.0 * count, {0, 1}, {}}}};
    for (qint32 coder : {0, 1}) {
        for (int i = 0; i < count; ++i)
            codings.documents.front().spans.push_back({coder, i >= count / 2, 10.0 * i + coder, 10.0 * i + coder + 5});
    }
    return codings;
}

} // namespace

class SpanPropertiesTest : public QObject
{
    Q_OBJECT

private slots:
    void whoTheCodersAreDoesNotMatter();
    void namesOfCategoriesDoNotMatter();
    void theOrderOfSpansDoesNotMatter();
    void whereTheContinuumBeginsDoesNotMatter();
    void aTextCutWhereNothingIsMarkedMeasuresTheSame();
    void aTextTwiceAgreesLikeOnce();
    void identicalCodersAgreeFully();
    void independentCodersAgreeByChance_data();
    void independentCodersAgreeByChance();
    void spansSideBySideMeasureAsCalculated();
    void aMillionSpansSideBySideAreMeasured();
    void aMillionSpansThatEndTogetherAreMeasured();
};

void SpanPropertiesTest::whoTheCodersAreDoesNotMatter()
{
    compareChanged(0, [](Random &random, SpanCodings &codings) {
        const auto places = permutation(random, codings.coders.size());
        for (CodedSpan &span : codings.documents.front().spans)
            span.coder = places[size_t(span.coder)];
    });
}

void SpanPropertiesTest::namesOfCategoriesDoNotMatter()
{
    compareChanged(1, [](Random &random, SpanCodings &codings) {
        const auto places = permutation(random, codings.categories.size());
        const QStringList before = codings.categories;
        for (qsizetype i = 0; i < before.size(); ++i)
            codings.categories[places[size_t(i)]] = before[i]; // another order, the same categories
        for (CodedSpan &span : codings.documents.front().spans)
            span.category = places[size_t(span.category)];
    });
}

void SpanPropertiesTest::theOrderOfSpansDoesNotMatter()
{
    const auto pairs = [](const Continuum &text) {
        std::vector<std::pair<std::pair<double, double>, std::pair<double, double>>> places;
        const auto matching = matchedSpans(text, 0, 1);
        for (const auto &[first, second] : matching->pairs) {
            const CodedSpan &a = text.spans[size_t(first)], &b = text.spans[size_t(second)];
            places.push_back({{a.begin, a.end}, {b.begin, b.end}});
        }
        return places;
    };
    compareChanged(2, [&](Random &random, SpanCodings &codings) {
        const auto before = pairs(codings.documents.front());
        shuffle(random, codings.documents.front().spans);
        QCOMPARE(pairs(codings.documents.front()), before);
    });
}

void SpanPropertiesTest::whereTheContinuumBeginsDoesNotMatter()
{
    compareChanged(3, [](Random &random, SpanCodings &codings) {
        const double by = double(random.below(1'000'000));
        codings.documents.front().begin += by;
        for (CodedSpan &span : codings.documents.front().spans)
            span.begin += by, span.end += by;
    });
}

void SpanPropertiesTest::aTextCutWhereNothingIsMarkedMeasuresTheSame()
{
    for (quint64 round = 0; round < 10; ++round) {
        Random random(seed + 4, round);
        const SpanCodings left = randomText(random, {}), right = randomText(random, {});
        SpanCodings whole = left, cut = left;
        cut.documents.push_back(right.documents.front());
        Continuum &text = whole.documents.front();
        const double gap = 3; // so that no span touches the cut
        for (CodedSpan span : right.documents.front().spans) {
            span.begin += text.length + gap;
            span.end += text.length + gap;
            text.spans.push_back(span);
        }
        text.length += right.documents.front().length + gap;
        cut.documents.front().length += gap;
        for (const Measure &measure : measures()) {
            // α_U weighs texts by their length, and the end of a text is no boundary.
            const QLatin1StringView metric(measure.metric);
            if (metric == "alphaU_1995"_L1 || metric == "boundary_similarity"_L1)
                continue;
            const double ofWhole = valueOf(measure.metric, whole, measure.options);
            QVERIFY(std::abs(ofWhole - valueOf(measure.metric, cut, measure.options)) < 1e-11);
        }
    }
}

void SpanPropertiesTest::aTextTwiceAgreesLikeOnce()
{
    // Only measures without the pairs of a value with itself, which fall off as texts grow.
    for (quint64 round = 0; round < 10; ++round) {
        Random random(seed + 10, round);
        const SpanCodings once = randomText(random, {});
        SpanCodings twice = once;
        twice.documents.push_back(once.documents.front());
        for (const Measure &measure : measures()) {
            const QLatin1StringView metric(measure.metric);
            if (metric == "alphaU_1995"_L1 || metric == "span_f1"_L1 || metric == "boundary_similarity"_L1
                || metric == "cualpha_coverage"_L1)
                QVERIFY(std::abs(valueOf(measure.metric, twice, measure.options) - valueOf(measure.metric, once, measure.options))
                        < 1e-12);
        }
    }
}

void SpanPropertiesTest::identicalCodersAgreeFully()
{
    for (quint64 round = 0; round < 20; ++round) {
        Random random(seed + 5, round);
        const bool nested = round % 2;
        SpanCodings codings = randomText(random, {.coders = 1, .nested = nested});
        Continuum &text = codings.documents.front();
        const auto once = text.spans;
        for (qint32 coder = 1; coder < 4; ++coder) {
            codings.coders += u"coder %1"_s.arg(coder);
            text.coders.push_back(coder);
            for (CodedSpan span : once) {
                span.coder = coder;
                text.spans.push_back(span);
            }
        }
        for (const Measure &measure : measures()) {
            if ((nested && !measure.takesOverlaps) || QLatin1StringView(measure.metric) == "cualpha_coverage"_L1)
                continue;
            QCOMPARE(valueOf(measure.metric, codings, measure.options), 1.0);
        }
    }
}

void SpanPropertiesTest::independentCodersAgreeByChance_data()
{
    QTest::addColumn<double>("gap");
    QTest::addColumn<double>("span");
    QTest::addColumn<int>("length");
    QTest::newRow("a tenth of the text coded") << 90.0 << 10.0 << 400'000; // few spans intersect
    QTest::newRow("half of the text coded") << 10.0 << 10.0 << 40'000;
    QTest::newRow("nine tenths of the text coded") << 2.0 << 18.0 << 40'000;
}

void SpanPropertiesTest::independentCodersAgreeByChance()
{
    QFETCH(double, gap);
    QFETCH(double, span);
    QFETCH(int, length);
    const std::vector<Measure> corrected{{"ualpha"},      {"ualpha_binary"},
                                         {"cualpha"},     {"kualpha", {{u"category"_s, u"A"_s}}},
                                         {"token_alpha"}, {"token_alpha", {{u"distance"_s, u"masi"_s}}},
                                         {"alphaU_1995"}};
    std::vector<double> means(corrected.size());
    constexpr int rounds = 6;
    double f1 = 0;
    for (quint64 round = 0; round < rounds; ++round) {
        Random random(seed + 6, round);
        const SpanCodings codings = randomText(random, {.coders = 2, .length = length, .gap = gap, .span = span});
        for (size_t i = 0; i < corrected.size(); ++i)
            means[i] += valueOf(corrected[i].metric, codings, corrected[i].options) / rounds;
        f1 += valueOf("span_f1", codings, {{u"match"_s, u"characters"_s}, {u"labels"_s, u"false"_s}}) / rounds;
    }
    for (size_t i = 0; i < corrected.size(); ++i)
        QVERIFY2(std::abs(means[i]) < 0.04, qPrintable(u"%1: %2"_s.arg(QLatin1StringView(corrected[i].metric)).arg(means[i])));
    // What is not corrected for chance rises with what is coded.
    const double coded = span / (span + gap);
    QVERIFY2(std::abs(f1 - coded) < 0.05, qPrintable(QString::number(f1)));
}

void SpanPropertiesTest::spansSideBySideMeasureAsCalculated()
{
    constexpr int count = 20'000;
    const SpanCodings codings = sideBySide(count);
    // Of 10 characters both mark 4, each alone one; of all values half are gaps, a quarter is x and a quarter y.
    const double values = 20.0 * count, unlike = 4.0 * count; // ordered pairs
    QVERIFY(std::abs(valueOf("token_alpha", codings) - (1 - (values - 1) * unlike / (values * values * 5 / 8))) < 1e-12);
    const double squares = 25.0 * 2 * count + values / 2;
    const double expected = values * values * values * 5 / 8 / (values * values - squares);
    QVERIFY(std::abs(valueOf("ualpha", codings) - (1 - unlike / expected)) < 1e-12);
    QCOMPARE(valueOf("cualpha", codings), 1.0);
    QCOMPARE(valueOf("cualpha_coverage", codings), .4);
    QCOMPARE(valueOf("span_f1", codings, {{u"match"_s, u"overlap"_s}, {u"min_iou"_s, u"0.6"_s}}), 1.0);
    QCOMPARE(valueOf("span_f1", codings, {{u"match"_s, u"overlap"_s}, {u"min_iou"_s, u"0.67"_s}}), 0.0); // 4 of 6
    QCOMPARE(valueOf("span_f1", codings, {{u"match"_s, u"characters"_s}}), .8);
    QCOMPARE(valueOf("boundary_similarity", codings), 1 - (1 + (2 * count - 1) / 2.0) / (2 * count)); // a's first is no boundary
    const auto matching = matchedSpans(codings.documents.front(), 0, 1);
    QVERIFY(matching->hasLargestOverlap);
    QCOMPARE(matching->pairs.size(), size_t(count));
}

void SpanPropertiesTest::aMillionSpansSideBySideAreMeasured()
{
    const SpanCodings codings = sideBySide(500'000);
    QVERIFY(std::abs(valueOf("ualpha", codings) - valueOf("ualpha", sideBySide(20'000))) < 1e-4);
    QCOMPARE(valueOf("span_f1", codings, {{u"match"_s, u"overlap"_s}}), 1.0);
}

void SpanPropertiesTest::aMillionSpansThatEndTogetherAreMeasured()
{
    // Each coder's spans all end at the end of the text, so every span meets every other: 250,000,000,000 pairs.
    constexpr int count = 500'000;
    SpanCodings codings{{u"a"_s, u"b"_s}, {u"x"_s}, {Continuum{{}, 0, count + 1, {0, 1}, {}}}};
    for (int i = 0; i < count; ++i) {
        codings.documents.front().spans.push_back({0, 0, double(i), count});
        codings.documents.front().spans.push_back({1, 0, double(i), count + 1});
    }
    QCOMPARE(valueOf("span_f1", codings, {{u"match"_s, u"overlap"_s}}), 1.0);
    // Both mark all but one character, which b marks too: one coder's only gap.
    QCOMPARE(valueOf("token_alpha", codings, {{u"distance"_s, u"masi"_s}}), 0.0);
    QVERIFY(std::isnan(valueOf("ualpha", codings)));
}

GALLEY_TEST(SpanPropertiesTest)
#include "tst_spanproperties.moc"
