// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chancecontinua.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace galley {

namespace {

ChanceSource::Moments momentsOf(const std::vector<double> &values)
{
    ChanceSource::Moments moments;
    for (const double value : values)
        moments.mean += value / double(values.size());
    for (const double value : values)
        moments.deviation += (value - moments.mean) * (value - moments.mean) / double(values.size());
    moments.deviation = std::sqrt(moments.deviation);
    return moments;
}

double normal(Random &random, const ChanceSource::Moments &moments)
{
    return moments.mean + moments.deviation * random.normal();
}

struct Stretch
{
    double begin;
    double end;
};

/// Where a pivot may still fall once one has.
std::vector<Stretch> without(const std::vector<Stretch> &free, double pivot, double distance)
{
    std::vector<Stretch> rest;
    for (const Stretch &stretch : free) {
        if (const double end = std::min(stretch.end, pivot - distance); stretch.begin < end)
            rest.push_back({stretch.begin, end});
        if (const double begin = std::max(stretch.begin, pivot + distance); begin < stretch.end)
            rest.push_back({begin, stretch.end});
    }
    return rest;
}

double drawn(const std::vector<Stretch> &free, Random &random)
{
    double all = 0;
    for (const Stretch &stretch : free)
        all += stretch.end - stretch.begin;
    double at = random.uniform() * all;
    for (const Stretch &stretch : free) {
        if (at < stretch.end - stretch.begin)
            return stretch.begin + at;
        at -= stretch.end - stretch.begin;
    }
    return free.back().end;
}

std::vector<CodedSpan> shuffled(const ChanceSource &source, bool whole, Random &random)
{
    const std::vector<Stretch> everywhere{{0, source.length}};
    std::vector<Stretch> free = everywhere;
    std::vector<CodedSpan> spans;
    for (qint32 coder = 0; coder < source.coders; ++coder) {
        double pivot = drawn(free.empty() ? everywhere : free, random);
        if (whole)
            pivot = std::floor(pivot);
        free = without(free, pivot, source.lengths.mean / 2);
        for (CodedSpan span : source.byCoder[random.below(quint32(source.coders))]) {
            const double shift = span.begin + pivot > source.length ? pivot - source.length : pivot;
            span.coder = coder;
            span.begin += shift;
            span.end += shift;
            spans.push_back(span);
        }
    }
    return spans;
}

std::vector<CodedSpan> drawnAnew(const ChanceSource &source, Random &random)
{
    std::vector<CodedSpan> spans;
    for (qint32 coder = 0; coder < source.coders; ++coder) {
        auto count = std::abs(qint64(normal(random, source.spans)));
        if (spans.empty())
            count = std::max<qint64>(count, 1); // a text without spans is none of chance's
        double at = 0;
        for (qint64 i = 0; i < count; ++i) {
            const double begin = at + normal(random, source.gaps);
            double length = 0;
            while (length <= 0)
                length = std::abs(normal(random, source.lengths));
            at = begin + length;
            if (at > begin) // else the length is lost in rounding
                spans.push_back({coder, source.categories[random.below(quint32(source.categories.size()))], begin, at});
        }
    }
    return spans;
}

} // namespace

ChanceSource::ChanceSource(const Continuum &document)
    : coders(int(document.coders.size()))
    , length(document.length)
    , byCoder(document.coders.size())
{
    for (CodedSpan span : document.spans) {
        const auto place = std::ranges::lower_bound(document.coders, span.coder) - document.coders.begin();
        span.begin -= document.begin;
        span.end -= document.begin;
        byCoder[size_t(place)].push_back(span);
    }
    const auto position = [](const CodedSpan &span) { return std::tuple(span.begin, span.end); };
    for (auto &spans : byCoder) {
        std::ranges::sort(spans, {}, [](const CodedSpan &span) { return std::tuple(span.begin, span.end, span.category); });
        const auto same = std::ranges::unique(spans);
        spans.erase(same.begin(), same.end());
    }
    std::ranges::stable_sort(byCoder, [&](const auto &a, const auto &b) {
        return std::ranges::lexicographical_compare(a, b, {}, position, position);
    });
    // The beginning of the text counts as a gap of its own, as in pygamma-agreement: without it spans that lie at equal
    // distances have no spread, every sample has them at the same places, and only their categories are left to chance.
    std::vector<double> counts, between{0}, durations;
    for (size_t coder = 0; coder < byCoder.size(); ++coder) {
        auto &spans = byCoder[coder];
        counts.push_back(double(spans.size()));
        if (!spans.empty() && spans.front().begin > 0)
            between.push_back(spans.front().begin);
        for (size_t i = 0; i < spans.size(); ++i) {
            spans[i].coder = qint32(coder);
            if (i > 0)
                between.push_back(spans[i].begin - spans[i - 1].end);
            durations.push_back(spans[i].end - spans[i].begin);
            categories.push_back(spans[i].category);
        }
    }
    spans = momentsOf(counts);
    gaps = momentsOf(between);
    lengths = momentsOf(durations);
}

std::vector<CodedSpan> observedSpans(const ChanceSource &source)
{
    std::vector<CodedSpan> spans;
    for (const auto &own : source.byCoder)
        spans.insert(spans.end(), own.begin(), own.end());
    return spans;
}

std::vector<CodedSpan> chanceContinuum(const ChanceSource &source, ChanceModel model, Random &random)
{
    if (model == ChanceModel::Statistical)
        return drawnAnew(source, random);
    return shuffled(source, model == ChanceModel::ShuffleWhole, random);
}

} // namespace galley
