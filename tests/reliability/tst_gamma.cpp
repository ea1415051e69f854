// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The γ family: best alignments against all there are, and what must be true of γ.
#include <reliability/gamma.h>
#include <reliability/metrics.h>

#include <testing.h>

#include <QTest>

#include <algorithm>
#include <cmath>
#include <tuple>

using namespace galley;
using namespace Qt::StringLiterals;

class GammaTest : public QObject
{
    Q_OBJECT

private slots:
    void workedExamplesComeOutAsPublished();
    void theBestAlignmentIsTheBestOfAll_data();
    void theBestAlignmentIsTheBestOfAll();
    void denseTextsAreAlignedToTheEnd();
    void whatIsTooMuchToSearchHasABound();
    void severalBestAlignmentsAreNoticed();
    void coderNamesCategoriesAndOrderDoNotMatter();
    void scaleAndPlaceDoNotMatter();
    void codersWhoMarkedTheSameAgreeWholly();
    void independentCodersAreNearZero();
    void twoWhoCodeNinetyPercentIndependentlyAreNearZero();
    void threadsDoNotChangeTheResult();
    void spansAtEqualDistancesAreLeftToChanceAsAny();
    void whereNothingAlignsTheUnalignedTermIsAllThereIs();
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

struct Best
{
    double cost = HUGE_VAL;
    qint64 blocks = 0; ///< the fewest of all that cost as little
    int ways = 0;      ///< how many cost as little
};

/// Tries every partition of the spans into blocks with at most one span of each coder.
void tryAll(Best &best, const std::vector<CodedSpan> &spans, size_t at, std::vector<std::vector<CodedSpan>> &blocks, int coders,
            const Dissimilarity &measure)
{
    if (at == spans.size()) {
        double sum = 0;
        for (const auto &block : blocks)
            sum += costOf(block, coders, measure);
        if (sum < best.cost - 1e-9)
            best = {sum, qint64(blocks.size()), 1};
        else if (sum < best.cost + 1e-9)
            best = {best.cost, std::min(best.blocks, qint64(blocks.size())), best.ways + 1};
        return;
    }
    for (size_t i = 0; i < blocks.size(); ++i) {
        if (std::ranges::contains(blocks[i], spans[at].coder, &CodedSpan::coder))
            continue;
        blocks[i].push_back(spans[at]);
        tryAll(best, spans, at + 1, blocks, coders, measure);
        blocks[i].pop_back();
    }
    blocks.push_back({spans[at]});
    tryAll(best, spans, at + 1, blocks, coders, measure);
    blocks.pop_back();
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

void GammaTest::workedExamplesComeOutAsPublished()
{
    const auto disorder = [](int coders, const std::vector<CodedSpan> &spans, const MetricOptions &options = {},
                             const char *metric = "gamma") {
        SpanCodings codings{{}, {u"0"_s, u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s, u"6"_s}, {Continuum{{}, 0, 100, {}, spans}}};
        for (qint32 coder = 0; coder < coders; ++coder) {
            codings.coders += QString::number(coder);
            codings.documents.front().coders.push_back(coder);
        }
        const auto result = compute(QString::fromLatin1(metric) + u"_observed_disorder"_s, codings, options);
        return result && result->value ? *result->value : std::nan("");
    };
    const auto near = [](double found, double wanted, double within = 1e-12) { return std::abs(found - wanted) <= within; };
    // Alex, Paul and Suzan, the example of gamma.greyc.fr (categories from 0): 0.96 for α = 3.
    const std::vector<CodedSpan> example{{0, 0, 2, 9},   {0, 1, 11, 17}, {0, 4, 24, 30}, {0, 5, 32, 36},
                                         {0, 5, 36, 44}, {0, 6, 44, 60}, {1, 0, 2, 9},   {1, 2, 11, 17},
                                         {1, 4, 19, 25}, {1, 5, 32, 44}, {2, 0, 2, 9},   {2, 3, 11, 17},
                                         {2, 4, 21, 27}, {2, 5, 32, 36}, {2, 5, 36, 40}, {2, 5, 40, 44}};
    QVERIFY(near(disorder(3, example, {{u"alpha"_s, u"3"_s}}), 0.96, 0.005));
    // By hand. A span that the other coder split: ((0 + 10) / 30)² for one half and 1 for the other, over 3/2 spans per coder.
    QVERIFY(near(disorder(2, {{0, 0, 0, 20}, {1, 0, 0, 10}, {1, 0, 10, 20}}), (1.0 / 9 + 1) / 1.5));
    // A coder without spans counts: both spans cost 1, over one span per coder.
    QVERIFY(near(disorder(2, {{0, 0, 0, 10}, {0, 1, 20, 25}}), 2));
    // One span of another category costs β; γ-cat weighs it by 1 − ((1 + 1) / 20)², the other pair by 1.
    const std::vector<CodedSpan> two{{0, 0, 0, 10}, {1, 1, 1, 11}, {0, 0, 50, 60}, {1, 0, 50, 60}};
    QVERIFY(near(disorder(2, two), (0.01 + 1) / 2));
    QVERIFY(near(disorder(2, two, {}, "gamma_cat"), 0.99 / 1.99));
    QVERIFY(near(disorder(2, two, {{u"category"_s, u"1"_s}}, "gamma_k"), 1));
    QVERIFY(near(disorder(2, two, {{u"delta_empty"_s, u"0.5"_s}}), (0.01 + 1) / 4));
}

void GammaTest::theBestAlignmentIsTheBestOfAll_data()
{
    QTest::addColumn<int>("coders");
    QTest::addColumn<int>("perCoder");
    QTest::addColumn<double>("alpha");
    for (const auto &[coders, perCoder] : {std::pair(2, 5), std::pair(3, 3), std::pair(4, 2), std::pair(5, 2)}) {
        for (const double alpha : {0.0, 0.5, 1.0, 3.0})
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
    for (quint64 seed = 1; seed <= 8; ++seed) {
        // Every other text has spans of one length at few places, so that many alignments are as good.
        auto spans = randomText(coders, perCoder, seed, 30).documents.front().spans;
        for (CodedSpan &span : spans) {
            if (seed % 2 == 0)
                span = {span.coder, span.category, 4 * std::floor(span.begin / 4), 4 * std::floor(span.begin / 4) + 4};
        }
        const auto alignment = bestAlignment(spans, coders, measure, stopped);
        QVERIFY(alignment && alignment->isProven());
        std::vector<std::vector<CodedSpan>> blocks;
        Best best;
        tryAll(best, alignment->units, 0, blocks, coders, measure);
        const QString where = u"seed %1: %2"_s.arg(seed);
        const QString costs = u"%1, not %2"_s.arg(alignment->disorder).arg(best.cost);
        QVERIFY2(std::abs(alignment->disorder - best.cost) < 1e-9, qPrintable(where.arg(costs)));
        const QString counts = u"%1 unitary alignments, not %2"_s.arg(alignment->count()).arg(best.blocks);
        QVERIFY2(alignment->count() == best.blocks, qPrintable(where.arg(counts)));
        QVERIFY2(alignment->unique == (best.ways == 1), qPrintable(where.arg(u"%1 alignments are best"_s.arg(best.ways))));
        std::vector<qint32> members = alignment->members; // each span once
        std::ranges::sort(members);
        QVERIFY(std::ranges::adjacent_find(members) == members.end() && members.size() == alignment->units.size());
    }
}

void GammaTest::denseTextsAreAlignedToTheEnd()
{
    const std::atomic<bool> stopped = false;
    const std::initializer_list<std::tuple<int, int, double>> texts{{2, 200, 400}, {3, 60, 300}, {4, 25, 250}};
    for (const auto &[coders, perCoder, length] : texts) {
        const auto spans = randomText(coders, perCoder, 4, length).documents.front().spans;
        const auto alignment = bestAlignment(spans, coders, {}, stopped);
        QVERIFY2(alignment && alignment->isProven(), qPrintable(u"%1 coders"_s.arg(coders)));
    }
}

void GammaTest::whatIsTooMuchToSearchHasABound()
{
    const std::atomic<bool> stopped = false;
    const auto independent = bestAlignment(randomText(16, 6, 4).documents.front().spans, 16, {}, stopped);
    QVERIFY(independent && !independent->isProven());
    QVERIFY(independent->lowerBound > independent->disorder / 3 && independent->lowerBound < independent->disorder);
    std::vector<CodedSpan> same;
    for (qint32 coder = 0; coder < 24; ++coder) {
        for (const double begin : {0.0, 3.0, 30.0})
            same.push_back({coder, begin > 0, begin, begin + 8});
    }
    const auto agreeing = bestAlignment(same, 24, {}, stopped);
    QVERIFY(agreeing && agreeing->isProven());
    QCOMPARE(agreeing->disorder, 0.0);
    QCOMPARE(agreeing->count(), 3);
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
        for (const char *metric : {"gamma", "gamma_cat"}) {
            const MetricOptions options{{u"sampler"_s, QString::fromLatin1(sampler)}};
            const double one = gammaOf(codings, options, metric), two = gammaOf(other, options, metric);
            QVERIFY2(
                std::abs(one - two) < 1e-9,
                qPrintable(u"%1, %4: %2, %3"_s.arg(QLatin1StringView(metric)).arg(one).arg(two).arg(QLatin1StringView(sampler))));
        }
    }
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

void GammaTest::spansAtEqualDistancesAreLeftToChanceAsAny()
{
    // Each gap is as long as the next, and each span: what chance draws must not all lie at the same places.
    const auto text = [](double distance) {
        std::vector<CodedSpan> spans;
        for (qint32 coder : {0, 1}) {
            spans.push_back({coder, 0, 0, 10});
            spans.push_back({coder, coder, 10 + distance, 20 + distance}); // of another category
        }
        return SpanCodings{{u"A"_s, u"B"_s}, {u"0"_s, u"1"_s}, {Continuum{{}, 0, 200, {0, 1}, spans}}};
    };
    const auto found = [&](double distance, const QString &samples) {
        return gammaOf(text(distance), {{u"sampler"_s, u"statistical"_s}, {u"n_samples"_s, samples}});
    };
    const double example = found(20, u"1000"_s); // pygamma-agreement: 0.55, dkpro-statistics: 0.56
    QVERIFY2(std::abs(example - 0.555) < 0.03, qPrintable(QString::number(example)));
    for (const double distance : {10.0, 40.0, 100.0}) { // below 0 where only categories vary
        const double gamma = found(distance, u"100"_s);
        QVERIFY2(gamma > 0.2, qPrintable(u"%1 at %2"_s.arg(gamma).arg(distance)));
    }
}

void GammaTest::whereNothingAlignsTheUnalignedTermIsAllThereIs()
{
    const SpanCodings apart{{u"A"_s, u"B"_s}, {u"0"_s}, {Continuum{{}, 0, 100, {0, 1}, {{0, 0, 0, 3}, {1, 0, 50, 53}}}}};
    const auto disorder = compute(u"gamma_cat_observed_disorder"_s, apart, {{u"unaligned_term"_s, u"pygamma"_s}});
    QVERIFY(disorder && disorder->value);
    QCOMPARE(*disorder->value, 1.0);
    QVERIFY(compute(u"gamma_cat_observed_disorder"_s, apart)->value.error() == Undefined::NoAlignedPair);
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
    const auto result
        = compute(u"gamma"_s, randomText(3, 60, 4, 3000), {{u"n_samples"_s, u"100000"_s}}, [](double) { return false; });
    QVERIFY(!result);
}

GALLEY_TEST(GammaTest)
#include "tst_gamma.moc"
