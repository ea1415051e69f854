// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The γ family: best alignments against all there are, and what must be true of γ.
#include <reliability/gamma.h>
#include <reliability/metrics.h>

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace galley;
using namespace Qt::StringLiterals;

class GammaTest : public QObject
{
    Q_OBJECT

private slots:
    void theBestAlignmentIsTheBestOfAll_data();
    void theBestAlignmentIsTheBestOfAll();
    void severalBestAlignmentsAreNoticed();
    void coderNamesCategoriesAndOrderDoNotMatter();
    void scaleAndPlaceDoNotMatter();
    void codersWhoMarkedTheSameAgreeWholly();
    void independentCodersAreNearZero();
    void twoWhoCodeNinetyPercentIndependentlyAreNearZero();
    void threadsDoNotChangeTheResult();
    void whatIsNotDefinedHasAReason();
    void theChanceModelIsNamed();
    void aWordEndsIt();
};

namespace {

SpanCodings randomText(int coders, int perCoder, quint64 seed, double length = 60)
{
    Random random(seed, 0);
    SpanCodings codings{{}, {u"A"_s, u"B"_s, u"C"_s}, {Continuum{{}, 0, length, {}, {}}}};
    Continuum &document = codings.documents.front();
    for (qint32 coder = 0; coder < coders; ++coder) {
        codings.coders += u"c%1"_s.arg(coder);
        document.coders.push_back(coder);
        for (int i = 0; i < perCoder; ++i) {
            const double begin = std::floor(random.uniform() * (length - 12));
            document.spans.push_back({coder, qint32(random.below(3)), begin, begin + 1 + random.below(11)});
        }
    }
    return codings;
}

double costOf(const std::vector<CodedSpan> &block, int coders, const Dissimilarity &measure)
{
    const double pairs = coders * (coders - 1) / 2.0;
    double cost = pairs; // every pair of coders costs 1 unless both have a span
    for (size_t i = 0; i < block.size(); ++i) {
        for (size_t j = 0; j < i; ++j)
            cost += dissimilarityOf(measure, block[i], block[j]) - 1;
    }
    return cost / pairs;
}

/// The least sum over all partitions of the spans into blocks with at most one span of each coder, by trying them all.
double leastDisorder(const std::vector<CodedSpan> &spans, size_t at, std::vector<std::vector<CodedSpan>> &blocks, int coders, const Dissimilarity &measure)
{
    if (at == spans.size()) {
        double sum = 0;
        for (const auto &block : blocks)
            sum += costOf(block, coders, measure);
        return sum;
    }
    double least = HUGE_VAL;
    for (size_t i = 0; i < blocks.size(); ++i) {
        if (std::ranges::contains(blocks[i], spans[at].coder, &CodedSpan::coder))
            continue;
        blocks[i].push_back(spans[at]);
        least = std::min(least, leastDisorder(spans, at + 1, blocks, coders, measure));
        blocks[i].pop_back();
    }
    blocks.push_back({spans[at]});
    least = std::min(least, leastDisorder(spans, at + 1, blocks, coders, measure));
    blocks.pop_back();
    return least;
}

double gammaOf(const SpanCodings &codings, const MetricOptions &more = {}, const char *metric = "gamma")
{
    MetricOptions options{{u"n_samples"_s, u"30"_s}, {u"precision"_s, u"none"_s}};
    options.insert(more);
    const auto result = compute(QString::fromLatin1(metric), codings, options);
    return result && result->value ? *result->value : std::nan("");
}

double figure(const Coefficient &result, const char *name)
{
    const auto found = std::ranges::find(result.figures, QString::fromLatin1(name), &std::pair<QString, double>::first);
    return found == result.figures.end() ? std::nan("") : found->second;
}

} // namespace

void GammaTest::theBestAlignmentIsTheBestOfAll_data()
{
    QTest::addColumn<int>("coders");
    QTest::addColumn<int>("perCoder");
    QTest::addColumn<double>("alpha");
    for (const auto &[coders, perCoder] : {std::pair(2, 4), std::pair(3, 3), std::pair(4, 2)}) {
        for (const double alpha : {0.5, 1.0, 3.0})
            QTest::addRow("%d coders, %d spans, alpha %g", coders, perCoder, alpha) << coders << perCoder << alpha;
    }
}

void GammaTest::theBestAlignmentIsTheBestOfAll()
{
    QFETCH(int, coders);
    QFETCH(int, perCoder);
    QFETCH(double, alpha);
    const Dissimilarity measure{alpha, 1, 1};
    const std::atomic<bool> stopped = false;
    for (quint64 seed = 1; seed <= 12; ++seed) {
        const auto spans = randomText(coders, perCoder, seed, 30).documents.front().spans;
        const auto alignment = bestAlignment(spans, coders, measure, stopped);
        QVERIFY(alignment && alignment->isProven());
        std::vector<std::vector<CodedSpan>> blocks;
        const double least = leastDisorder(alignment->units, 0, blocks, coders, measure);
        QVERIFY2(std::abs(alignment->disorder - least) < 1e-9, qPrintable(u"seed %1: %2, not %3"_s.arg(seed).arg(alignment->disorder).arg(least)));
        QCOMPARE(qsizetype(alignment->members.size()), qsizetype(alignment->units.size())); // each span once
    }
}

void GammaTest::severalBestAlignmentsAreNoticed()
{
    // Ben's span lies as near to either of Ada's.
    const std::vector<CodedSpan> spans{{0, 0, 0, 10}, {0, 0, 4, 14}, {1, 0, 2, 12}};
    const std::atomic<bool> stopped = false;
    const auto alignment = bestAlignment(spans, 2, {}, stopped);
    QVERIFY(alignment && !alignment->unique);
    QCOMPARE(alignment->count(), 2);
    const auto clear = bestAlignment({{0, 0, 0, 10}, {0, 0, 9, 19}, {1, 0, 1, 11}}, 2, {}, stopped);
    QVERIFY(clear && clear->unique);
}

void GammaTest::coderNamesCategoriesAndOrderDoNotMatter()
{
    const SpanCodings codings = randomText(3, 8, 7);
    SpanCodings other = codings;
    for (CodedSpan &span : other.documents.front().spans) {
        span.coder = 2 - span.coder;
        span.category = (span.category + 1) % 3;
    }
    std::ranges::reverse(other.documents.front().spans);
    for (const char *sampler : {"shuffle", "shuffle_int", "statistical"}) {
        const MetricOptions options{{u"sampler"_s, QString::fromLatin1(sampler)}};
        QVERIFY2(std::abs(gammaOf(codings, options) - gammaOf(other, options)) < 0.06, sampler); // other draws of the same chance
    }
    const MetricOptions none;
    QVERIFY(std::abs(*compute(u"gamma_observed_disorder"_s, codings)->value - *compute(u"gamma_observed_disorder"_s, other)->value) < 1e-12);
}

void GammaTest::scaleAndPlaceDoNotMatter()
{
    const SpanCodings codings = randomText(3, 8, 11);
    SpanCodings other = codings;
    other.documents.front().begin = 1000;
    other.documents.front().length *= 4;
    for (CodedSpan &span : other.documents.front().spans) {
        span.begin = 1000 + 4 * span.begin;
        span.end = 1000 + 4 * span.end;
    }
    for (const char *sampler : {"shuffle", "statistical"}) {
        const MetricOptions options{{u"sampler"_s, QString::fromLatin1(sampler)}};
        QVERIFY(std::abs(gammaOf(codings, options) - gammaOf(other, options)) < 1e-9);
    }
}

void GammaTest::codersWhoMarkedTheSameAgreeWholly()
{
    SpanCodings codings = randomText(1, 10, 3);
    Continuum &document = codings.documents.front();
    const auto once = document.spans;
    for (qint32 coder : {1, 2}) {
        codings.coders += u"c%1"_s.arg(coder);
        document.coders.push_back(coder);
        for (CodedSpan span : once) {
            span.coder = coder;
            document.spans.push_back(span);
        }
    }
    for (const char *metric : {"gamma", "gamma_cat"})
        QCOMPARE(gammaOf(codings, {}, metric), 1.0);
    QCOMPARE(gammaOf(codings, {{u"category"_s, u"A"_s}}, "gamma_k"), 1.0);
}

void GammaTest::independentCodersAreNearZero()
{
    double sum = 0;
    constexpr int texts = 20;
    for (quint64 seed = 1; seed <= texts; ++seed)
        sum += gammaOf(randomText(2, 12, seed, 200), {{u"sampler"_s, u"shuffle"_s}});
    QVERIFY2(std::abs(sum / texts) < 0.08, qPrintable(QString::number(sum / texts)));
}

void GammaTest::twoWhoCodeNinetyPercentIndependentlyAreNearZero()
{
    double sum = 0;
    constexpr int texts = 10;
    for (quint64 seed = 1; seed <= texts; ++seed) {
        Random random(seed, 9);
        SpanCodings codings{{u"Ada"_s, u"Ben"_s}, {u"A"_s}, {Continuum{{}, 0, 4000, {0, 1}, {}}}};
        for (qint32 coder : {0, 1}) {
            double at = random.below(40);
            while (at < 3960) { // spans of 36 on average, gaps of 4: nine tenths
                const double end = at + 18 + random.below(37);
                codings.documents.front().spans.push_back({coder, 0, at, std::min(end, 4000.0)});
                at = end + 1 + random.below(7);
            }
        }
        sum += gammaOf(codings);
    }
    QVERIFY2(std::abs(sum / texts) < 0.1, qPrintable(QString::number(sum / texts)));
}

void GammaTest::threadsDoNotChangeTheResult()
{
    const SpanCodings codings = randomText(3, 10, 5, 100);
    GammaOptions options;
    options.threads = 1;
    const auto one = galley::gamma(codings, options);
    options.threads = 4;
    const auto four = galley::gamma(codings, options);
    QVERIFY(one && four && one->value && four->value);
    QCOMPARE(*one->value, *four->value);
    options.seed = 2;
    QVERIFY(*galley::gamma(codings, options)->value != *one->value);
}

void GammaTest::whatIsNotDefinedHasAReason()
{
    SpanCodings codings = randomText(2, 0, 1);
    QVERIFY(compute(u"gamma"_s, codings)->value.error() == Undefined::NoUnits);
    SpanCodings alone = randomText(1, 5, 1);
    QVERIFY(compute(u"gamma"_s, alone)->value.error() == Undefined::FewerThanTwoCoders);
    codings.documents.front().spans = {{0, 0, 0, 3}, {1, 0, 50, 53}};
    QVERIFY(compute(u"gamma_cat"_s, codings)->value.error() == Undefined::NoAlignedPair);
    const auto unknown = compute(u"gamma_k"_s, codings, {{u"category"_s, u"Z"_s}});
    QVERIFY(!unknown && unknown.error().message.contains(u"Z"_s));
    QVERIFY(!compute(u"gamma_k"_s, codings));
    QVERIFY(!compute(u"gamma"_s, codings, {{u"sampler"_s, u"dice"_s}}));
    QVERIFY(!compute(u"gamma"_s, codings, {{u"delta_empty"_s, u"0"_s}}));
}

void GammaTest::theChanceModelIsNamed()
{
    const auto result = compute(u"gamma"_s, randomText(2, 6, 2), {{u"seed"_s, u"17"_s}});
    QVERIFY(result && result->value);
    QCOMPARE(figure(*result, "seed"), 17.0);
    QVERIFY(figure(*result, "n_samples") >= 30);
    QVERIFY(std::abs(*result->value - (1 - figure(*result, "observed_disorder") / figure(*result, "expected_disorder"))) < 1e-12);
    QVERIFY(result->conventions.join(u' ').contains(u"whole coders shifted"_s));
    QVERIFY(result->conventions.join(u' ').contains(u"seed 17"_s));
}

void GammaTest::aWordEndsIt()
{
    const auto result = compute(u"gamma"_s, randomText(3, 60, 4, 3000), {{u"n_samples"_s, u"100000"_s}}, [](double) { return false; });
    QVERIFY(!result);
}

QTEST_GUILESS_MAIN(GammaTest)
#include "tst_gamma.moc"
