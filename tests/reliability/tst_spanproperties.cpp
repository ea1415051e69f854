// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold of the measures of spans whatever the spans are, on texts from fixed seeds; and the same figures the slow way.
#include "textspans.h"

#include <reliability/random.h>
#include <reliability/spanmatching.h>

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr quint64 seed = 20261124;

struct Shape
{
    int coders = 3;
    int length = 200;
    int categories = 3;
    double gap = 8; ///< mean lengths
    double span = 10;
    bool nested = false;
};

int lengthAround(Random &random, double mean)
{
    return int(random.below(quint32(2 * mean)));
}

/// Coders mark independently of each other, from the left to the right; nested ones mark something within half of their spans.
SpanCodings randomText(Random &random, const Shape &shape)
{
    SpanCodings codings{{}, {}, {Continuum{u"text"_s, 0, double(shape.length), {}, {}}}};
    for (int category = 0; category < shape.categories; ++category)
        codings.categories += QString(QChar(u'A' + category));
    Continuum &text = codings.documents.front();
    const auto category = [&] { return qint32(random.below(quint32(shape.categories))); };
    for (qint32 coder = 0; coder < shape.coders; ++coder) {
        codings.coders += u"coder %1"_s.arg(coder);
        text.coders.push_back(coder);
        for (int at = lengthAround(random, shape.gap); at < shape.length; at += lengthAround(random, shape.gap)) {
            const int end = std::min(at + 1 + lengthAround(random, shape.span), shape.length);
            text.spans.push_back({coder, category(), double(at), double(end)});
            if (shape.nested && random.below(2) == 0)
                text.spans.push_back({coder, category(), double(at + (end - at) / 3), double(end)});
            at = end;
        }
    }
    return codings;
}

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

template<typename Value>
void shuffle(Random &random, std::vector<Value> &values)
{
    for (size_t i = values.size(); i > 1; --i)
        std::swap(values[i - 1], values[random.below(quint32(i))]);
}

std::vector<qint32> permutation(Random &random, qsizetype size)
{
    std::vector<qint32> places(static_cast<size_t>(size));
    std::iota(places.begin(), places.end(), 0);
    shuffle(random, places);
    return places;
}

/// The label sets of one coder, character by character.
std::vector<std::set<qint32>> labelsOf(const Continuum &text, qint32 coder)
{
    std::vector<std::set<qint32>> labels(size_t(text.length));
    for (const CodedSpan &span : text.spans) {
        for (auto at = size_t(span.begin); span.coder == coder && at < size_t(span.end); ++at)
            labels[at].insert(span.category);
    }
    return labels;
}

using Distance = double (*)(const std::set<qint32> &, const std::set<qint32> &);

double jaccard(const std::set<qint32> &a, const std::set<qint32> &b)
{
    std::set<qint32> both, either;
    std::ranges::set_intersection(a, b, std::inserter(both, both.end()));
    std::ranges::set_union(a, b, std::inserter(either, either.end()));
    return either.empty() ? 0 : 1 - double(both.size()) / double(either.size());
}

double masi(const std::set<qint32> &a, const std::set<qint32> &b)
{
    if (a == b)
        return 0;
    const double half = std::ranges::includes(a, b) || std::ranges::includes(b, a) ? 2.0 / 3 : 1.0 / 3;
    return 1 - (1 - jaccard(a, b)) * half;
}

/// α as it is defined: the mean distance within characters against that of all pairs of values.
double slowTokenAlpha(const SpanCodings &codings, Distance distance)
{
    std::vector<std::set<qint32>> all;
    double observed = 0, expected = 0;
    for (const Continuum &text : codings.documents) {
        std::vector<std::vector<std::set<qint32>>> labels;
        for (qint32 coder : text.coders) {
            labels.push_back(labelsOf(text, coder));
            all.insert(all.end(), labels.back().begin(), labels.back().end());
        }
        for (size_t at = 0; at < size_t(text.length); ++at) {
            for (size_t i = 0; i < labels.size(); ++i) {
                for (size_t j = 0; j < labels.size(); ++j)
                    observed += distance(labels[i][at], labels[j][at]) / double(labels.size() - 1);
            }
        }
    }
    for (const auto &a : all) {
        for (const auto &b : all)
            expected += distance(a, b);
    }
    return 1 - double(all.size() - 1) * observed / expected;
}

/// Coincidences counted character by character: of values (−1: gap), and of each span with each other coder.
struct SlowUAlpha
{
    std::map<std::pair<qint32, qint32>, double> coincidences;
    std::map<qint32, double> squares, sharedSquares;

    explicit SlowUAlpha(const SpanCodings &codings)
    {
        for (const Continuum &text : codings.documents)
            add(text);
    }

    void add(const Continuum &text)
    {
        const double others = double(text.coders.size() - 1);
        std::vector<std::vector<qint32>> values;
        for (qint32 coder : text.coders) {
            values.emplace_back();
            for (const auto &labels : labelsOf(text, coder))
                values.back().push_back(labels.empty() ? -1 : *labels.begin());
            squares[-1] += double(std::ranges::count(values.back(), -1));
        }
        for (size_t i = 0; i < values.size(); ++i) {
            for (size_t j = 0; j < values.size(); ++j) {
                for (size_t at = 0; i != j && at < values[i].size(); ++at)
                    coincidences[{values[i][at], values[j][at]}] += 1 / others;
            }
        }
        for (const CodedSpan &span : text.spans) {
            squares[span.category] += (span.end - span.begin) * (span.end - span.begin);
            for (size_t other = 0; other < values.size(); ++other) {
                double shared = 0;
                for (auto at = size_t(span.begin); at < size_t(span.end); ++at)
                    shared += qint32(other) != span.coder && values[other][at] >= 0;
                sharedSquares[span.category] += shared * shared / others;
            }
        }
    }

    /// 1 − D_o / D_e over the values from `least` on, from the matrices of observed and expected coincidences.
    double alpha(qint32 least, const std::map<qint32, double> &correction) const
    {
        std::map<qint32, double> margins;
        double total = 0, corrections = 0, observed = 0, expected = 0;
        for (const auto &[pair, length] : coincidences) {
            if (pair.first < least || pair.second < least)
                continue;
            margins[pair.first] += length;
            total += length;
            if (pair.first != pair.second)
                observed += length;
        }
        for (const auto &[value, square] : correction)
            corrections += value < least ? 0 : square;
        for (const auto &[c, ofC] : margins) {
            for (const auto &[k, ofK] : margins)
                expected += c == k ? 0 : total * ofC * ofK / (total * total - corrections);
        }
        return 1 - observed / expected;
    }
};

/// The largest number of pairs and, with it, the largest shared length, by trying everything.
std::pair<int, double> slowMatching(const std::vector<CodedSpan> &first, const std::vector<CodedSpan> &second, size_t at,
                                    double leastIou)
{
    if (at == first.size())
        return {0, 0};
    auto best = slowMatching(first, second, at + 1, leastIou);
    for (size_t i = 0; i < second.size(); ++i) {
        const double shared = std::min(first[at].end, second[i].end) - std::max(first[at].begin, second[i].begin);
        const double either = std::max(first[at].end, second[i].end) - std::min(first[at].begin, second[i].begin);
        if (shared <= 0 || shared / either < leastIou)
            continue;
        auto others = second;
        others.erase(others.begin() + qptrdiff(i));
        auto [pairs, length] = slowMatching(first, others, at + 1, leastIou);
        best = std::max(best, std::pair(pairs + 1, length + shared));
    }
    return best;
}

std::vector<CodedSpan> spansBy(const Continuum &text, qint32 coder)
{
    std::vector<CodedSpan> spans;
    std::ranges::copy_if(text.spans, std::back_inserter(spans), [=](const CodedSpan &span) { return span.coder == coder; });
    return spans;
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
    void uAlphaIsWhatCountingCharactersGives();
    void tokenAlphaIsWhatCountingCharactersGives();
    void matchingIsAsLargeAndAsHeavyAsCanBe();
    void entangledSpansAreStillMatchedToTheMost();
    void spansSideBySideMeasureAsCalculated();
    void aMillionSpansSideBySideAreMeasured();
    void aMillionSpansThatEndTogetherAreMeasured();
};

void SpanPropertiesTest::whoTheCodersAreDoesNotMatter()
{
    for (quint64 round = 0; round < 20; ++round) {
        Random random(seed, round);
        const bool nested = round % 2;
        const SpanCodings codings = randomText(random, {.coders = 2 + int(round % 3), .nested = nested});
        SpanCodings changed = codings;
        const auto places = permutation(random, codings.coders.size());
        for (CodedSpan &span : changed.documents.front().spans)
            span.coder = places[size_t(span.coder)];
        compareMeasures(codings, changed, nested);
    }
}

void SpanPropertiesTest::namesOfCategoriesDoNotMatter()
{
    for (quint64 round = 0; round < 20; ++round) {
        Random random(seed + 1, round);
        const bool nested = round % 2;
        const SpanCodings codings = randomText(random, {.nested = nested});
        SpanCodings changed = codings;
        const auto places = permutation(random, codings.categories.size());
        for (qsizetype i = 0; i < codings.categories.size(); ++i)
            changed.categories[places[size_t(i)]] = codings.categories[i]; // another order, the same categories
        for (CodedSpan &span : changed.documents.front().spans)
            span.category = places[size_t(span.category)];
        compareMeasures(codings, changed, nested);
    }
}

void SpanPropertiesTest::theOrderOfSpansDoesNotMatter()
{
    for (quint64 round = 0; round < 20; ++round) {
        Random random(seed + 2, round);
        const bool nested = round % 2;
        const SpanCodings codings = randomText(random, {.nested = nested});
        SpanCodings changed = codings;
        shuffle(random, changed.documents.front().spans);
        compareMeasures(codings, changed, nested);

        const auto pairs = [](const Continuum &text) {
            std::vector<std::pair<std::pair<double, double>, std::pair<double, double>>> places;
            const auto matching = matchedSpans(text, 0, 1);
            for (const auto &[first, second] : matching->pairs) {
                const CodedSpan &a = text.spans[size_t(first)], &b = text.spans[size_t(second)];
                places.push_back({{a.begin, a.end}, {b.begin, b.end}});
            }
            return places;
        };
        QCOMPARE(pairs(changed.documents.front()), pairs(codings.documents.front()));
    }
}

void SpanPropertiesTest::whereTheContinuumBeginsDoesNotMatter()
{
    for (quint64 round = 0; round < 20; ++round) {
        Random random(seed + 3, round);
        const bool nested = round % 2;
        const SpanCodings codings = randomText(random, {.nested = nested});
        SpanCodings changed = codings;
        const double by = double(random.below(1'000'000));
        changed.documents.front().begin += by;
        for (CodedSpan &span : changed.documents.front().spans)
            span.begin += by, span.end += by;
        compareMeasures(codings, changed, nested);
    }
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

void SpanPropertiesTest::uAlphaIsWhatCountingCharactersGives()
{
    for (quint64 round = 0; round < 30; ++round) {
        Random random(seed + 7, round);
        SpanCodings codings = randomText(random, {.coders = 2 + int(round % 3), .categories = 2 + int(round % 2)});
        codings.documents.push_back(randomText(random, {.coders = 2, .length = 50, .categories = 2}).documents.front());
        const SlowUAlpha slow(codings);
        QVERIFY(std::abs(valueOf("ualpha", codings) - slow.alpha(-1, slow.squares)) < 1e-11);
        QVERIFY(std::abs(valueOf("cualpha", codings) - slow.alpha(0, slow.sharedSquares)) < 1e-11);
    }
}

void SpanPropertiesTest::tokenAlphaIsWhatCountingCharactersGives()
{
    const auto nominal = [](const std::set<qint32> &a, const std::set<qint32> &b) { return a == b ? 0.0 : 1.0; };
    for (quint64 round = 0; round < 6; ++round) {
        Random random(seed + 8, round);
        const Shape shape{.coders = 2 + int(round % 3), .length = 80};
        SpanCodings plain = randomText(random, shape);
        plain.documents.push_back(randomText(random, {.coders = 2, .length = 30}).documents.front());
        QVERIFY(std::abs(valueOf("token_alpha", plain) - slowTokenAlpha(plain, nominal)) < 1e-11);

        Shape nestedShape = shape;
        nestedShape.nested = true;
        const SpanCodings nested = randomText(random, nestedShape);
        const auto ofSets = [&](const QString &distance) { return valueOf("token_alpha", nested, {{u"distance"_s, distance}}); };
        QVERIFY(std::abs(ofSets(u"jaccard"_s) - slowTokenAlpha(nested, jaccard)) < 1e-11);
        QVERIFY(std::abs(ofSets(u"masi"_s) - slowTokenAlpha(nested, masi)) < 1e-11);
        SpanCodings layer = nested;
        std::erase_if(layer.documents.front().spans, [](const CodedSpan &span) { return span.category != 0; });
        QVERIFY(std::abs(valueOf("token_alpha", nested, {{u"category"_s, u"A"_s}}) - slowTokenAlpha(layer, nominal)) < 1e-11);
    }
}

void SpanPropertiesTest::matchingIsAsLargeAndAsHeavyAsCanBe()
{
    for (quint64 round = 0; round < 300; ++round) {
        Random random(seed + 9, round);
        Continuum text{{}, 0, 30, {0, 1}, {}};
        for (qint32 coder : {0, 1}) {
            for (quint32 count = 1 + random.below(6); count > 0; --count) {
                const double begin = random.below(29), end = begin + 1 + random.below(quint32(30 - begin));
                text.spans.push_back({coder, 0, begin, end});
            }
        }
        const auto first = spansBy(text, 0), second = spansBy(text, 1);
        for (double leastIou : {0.0, 0.05, 0.25, 0.5, 0.9}) {
            const auto [pairs, length] = slowMatching(first, second, 0, leastIou);
            QCOMPARE(matchedCount(first, second, {leastIou}).value(), pairs);
            const auto matching = matchedSpans(text, 0, 1, {leastIou});
            QCOMPARE(matching->pairs.size(), size_t(pairs));
            double shared = 0;
            std::set<qsizetype> used;
            for (const auto &[a, b] : matching->pairs) {
                QVERIFY(used.insert(a).second && used.insert(b).second);
                shared += std::min(text.spans[size_t(a)].end, text.spans[size_t(b)].end)
                    - std::max(text.spans[size_t(a)].begin, text.spans[size_t(b)].begin);
            }
            QCOMPARE(shared, length);
            QVERIFY(matching->hasLargestOverlap);
        }
    }
}

void SpanPropertiesTest::entangledSpansAreStillMatchedToTheMost()
{
    // Every span meets every other, so there are too many pairs to weigh; the number is right all the same.
    Continuum text{{}, 0, 1'000'000, {0, 1}, {}};
    constexpr int count = 3'000;
    for (int i = 0; i < count; ++i) {
        text.spans.push_back({0, 0, double(i), 500'000.0 + i});
        text.spans.push_back({1, 0, double(2 * i), 600'000.0 + i});
    }
    const auto matching = matchedSpans(text, 0, 1);
    QVERIFY(!matching->hasLargestOverlap);
    QCOMPARE(matching->pairs.size(), size_t(count));
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

QTEST_GUILESS_MAIN(SpanPropertiesTest)
#include "tst_spanproperties.moc"
