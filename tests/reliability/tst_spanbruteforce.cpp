// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Measures of spans and their matching against the slow way: counted character by character, and by trying everything.
#include "randomtexts.h"
#include "textspans.h"

#include <reliability/spanmatching.h>

#include <testing.h>

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

namespace {

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

} // namespace

class SpanBruteForceTest : public QObject
{
    Q_OBJECT

private slots:
    void uAlphaIsWhatCountingCharactersGives();
    void tokenAlphaIsWhatCountingCharactersGives();
    void matchingIsAsLargeAndAsHeavyAsCanBe();
    void entangledSpansAreStillMatchedToTheMost();
};

void SpanBruteForceTest::uAlphaIsWhatCountingCharactersGives()
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

void SpanBruteForceTest::tokenAlphaIsWhatCountingCharactersGives()
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

void SpanBruteForceTest::matchingIsAsLargeAndAsHeavyAsCanBe()
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

void SpanBruteForceTest::entangledSpansAreStillMatchedToTheMost()
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

GALLEY_TEST(SpanBruteForceTest)
#include "tst_spanbruteforce.moc"
