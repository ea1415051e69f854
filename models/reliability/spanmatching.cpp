// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spanmatching.h"

#include "bipartite.h"
#include "comparedspans.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <queue>

namespace galley {

namespace {

constexpr size_t mostEdges = size_t(1) << 24; // a quarter of a gigabyte
constexpr size_t mostWeighedEdges = size_t(1) << 22;

using Spans = std::vector<CodedSpan>;
using Edges = std::vector<WeightedEdge>;

double sharedLength(const CodedSpan &a, const CodedSpan &b)
{
    return std::min(a.end, b.end) - std::max(a.begin, b.begin);
}

bool reaches(double leastIou, const CodedSpan &a, const CodedSpan &b)
{
    const double shared = sharedLength(a, b);
    // Divided, not multiplied: 7 of 100 characters are 0.07 to the last bit, 0.07 × 100 is more than 7.
    return shared > 0 && shared / (std::max(a.end, b.end) - std::min(a.begin, b.begin)) >= leastIou;
}

/// A maximum matching for leastIou = 0. Of the spans left, the one that ends first can only meet spans of the other coder that
/// begin before it ends; of these the one that ends first meets no span that the others would not meet too, so pairing the two
/// never costs a pair.
std::vector<qint32> earliestEndsFirst(const Spans &first, const Spans &second)
{
    using Ending = std::pair<double, qint32>;
    struct Side
    {
        const Spans &spans; ///< sorted by begin
        size_t next = 0;    ///< the first that has not begun
        std::priority_queue<Ending, std::vector<Ending>, std::greater<>> begun = {};
        std::vector<bool> done = std::vector<bool>(spans.size());
    };
    Side sides[2]{{first}, {second}};
    struct End
    {
        double position;
        int side;
        qint32 index;
    };
    std::vector<End> byEnd;
    for (int side : {0, 1}) {
        for (size_t i = 0; i < sides[side].spans.size(); ++i)
            byEnd.push_back({sides[side].spans[i].end, side, qint32(i)});
    }
    std::ranges::stable_sort(byEnd, {}, &End::position);

    std::vector<qint32> partners(first.size(), -1);
    for (const auto &[end, side, index] : byEnd) {
        if (sides[side].done[size_t(index)])
            continue;
        sides[side].done[size_t(index)] = true;
        Side &other = sides[1 - side];
        for (; other.next < other.spans.size() && other.spans[other.next].begin < end; ++other.next)
            other.begun.emplace(other.spans[other.next].end, qint32(other.next));
        while (!other.begun.empty() && other.done[size_t(other.begun.top().second)])
            other.begun.pop();
        if (other.begun.empty())
            continue;
        const qint32 partner = other.begun.top().second;
        other.begun.pop();
        other.done[size_t(partner)] = true;
        (side == 0 ? partners[size_t(index)] : partners[size_t(partner)]) = side == 0 ? partner : index;
    }
    return partners;
}

/// All pairs that share text, in time proportionate to them: each span meets those of the other coder that have not ended.
/// Nothing where there are more than `most`.
std::optional<Edges> overlaps(const Spans &first, const Spans &second, size_t most)
{
    Edges edges;
    std::vector<qint32> active[2];
    const Spans *spans[2]{&first, &second};
    size_t next[2]{0, 0};
    while (next[0] < first.size() || next[1] < second.size()) {
        const int side
            = next[1] == second.size() || (next[0] < first.size() && first[next[0]].begin <= second[next[1]].begin) ? 0 : 1;
        const CodedSpan &span = (*spans[side])[next[side]];
        std::erase_if(active[1 - side], [&](qint32 other) { return (*spans[1 - side])[size_t(other)].end <= span.begin; });
        if (edges.size() + active[1 - side].size() > most)
            return std::nullopt;
        for (qint32 other : active[1 - side]) {
            const qint32 index = qint32(next[side]);
            edges.push_back(
                {side == 0 ? index : other, side == 0 ? other : index, sharedLength(span, (*spans[1 - side])[size_t(other)])});
        }
        active[side].push_back(qint32(next[side]++));
    }
    return edges;
}

/// All pairs that reach leastIou > 0. A pair that does has lengths within that ratio and begins within what it leaves of the
/// longer one, so only spans of like length (by powers of two) and place are looked at.
std::optional<Edges> overlaps(const Spans &first, const Spans &second, double leastIou, size_t most)
{
    struct Place
    {
        int magnitude; ///< of the length
        double begin;
        qint32 index;
    };
    std::vector<Place> places;
    for (size_t i = 0; i < second.size(); ++i)
        places.push_back({std::ilogb(second[i].end - second[i].begin), second[i].begin, qint32(i)});
    const auto key = [](const Place &place) { return std::pair(place.magnitude, place.begin); };
    std::ranges::stable_sort(places, {}, &Place::magnitude); // the spans stand in reading order already

    if (places.empty())
        return Edges{};

    constexpr double rounding = 1 + 1e-9;
    Edges edges;
    for (size_t i = 0; i < first.size(); ++i) {
        const double length = first[i].end - first[i].begin;
        const int least = std::max(std::ilogb(length * leastIou / rounding), places.front().magnitude);
        const int greatest = std::min(std::ilogb(length / leastIou * rounding), places.back().magnitude);
        const double after = length * (1 - leastIou) * rounding;
        for (int magnitude = least; magnitude <= greatest; ++magnitude) {
            const double before = std::min(length * (1 - leastIou) / leastIou * rounding, std::ldexp(1, magnitude + 1));
            for (auto place = std::ranges::lower_bound(places, std::pair(magnitude, first[i].begin - before), {}, key);
                 place != places.end() && place->magnitude == magnitude && place->begin <= first[i].begin + after; ++place) {
                if (!reaches(leastIou, first[i], second[size_t(place->index)]))
                    continue;
                if (edges.size() == most)
                    return std::nullopt;
                edges.push_back({qint32(i), place->index, sharedLength(first[i], second[size_t(place->index)])});
            }
        }
    }
    return edges;
}

std::unexpected<Error> tooManyPairs()
{
    return failed(QCoreApplication::translate(
        "Reliability",
        "More pairs of spans in one text overlap than memory would hold; a larger least overlap makes them fewer."));
}

/// Calls `match` with the spans of both coders that may be paired: all, or those of each category that both used. Each list is
/// in reading order.
Result<> forEachGroup(std::span<const CodedSpan> first, std::span<const CodedSpan> second, bool sameCategory,
                      const std::function<Result<>(const Spans &, const Spans &)> &match)
{
    const auto group = [=](const CodedSpan &span) { return sameCategory ? span.category : 0; };
    const auto before = sameCategory ? isListedBefore : readsBefore;
    Spans ours(first.begin(), first.end()), theirs(second.begin(), second.end());
    putInOrder(ours, before);
    putInOrder(theirs, before);
    for (auto from = ours.begin(); from != ours.end();) {
        const auto to = std::ranges::upper_bound(from, ours.end(), group(*from), {}, group);
        const auto same = std::ranges::equal_range(theirs, group(*from), {}, group);
        if (!same.empty()) {
            if (auto matched = match({from, to}, {same.begin(), same.end()}); !matched)
                return matched;
        }
        from = to;
    }
    return {};
}

/// The partners in `second`, if any, of the spans of `first`.
Result<std::vector<qint32>> matching(const Spans &first, const Spans &second, double leastIou, bool &hasLargestOverlap)
{
    const auto left = qint32(first.size()), right = qint32(second.size());
    auto edges = leastIou > 0 ? overlaps(first, second, leastIou, mostEdges) : overlaps(first, second, mostWeighedEdges);
    if (leastIou > 0 && !edges)
        return tooManyPairs();
    if (edges) {
        const BipartiteGraph graph(left, right, std::move(*edges));
        const qint64 steps = 1'000'000 + 200 * (qint64(left) + qint64(graph.edges.size()));
        if (auto heaviest = heaviestMaximumMatching(graph, steps))
            return *heaviest;
        hasLargestOverlap = false;
        if (leastIou > 0)
            return maximumMatching(graph);
    }
    hasLargestOverlap = false;
    return earliestEndsFirst(first, second);
}

} // namespace

Result<SpanMatching> matchedSpans(const Continuum &document, qint32 first, qint32 second, const MatchingRule &rule)
{
    // The place of a span in the document travels in `coder`, which the matching does not look at.
    Spans ours, theirs;
    for (size_t i = 0; i < document.spans.size(); ++i) {
        CodedSpan span = document.spans[i];
        if (span.coder != first && span.coder != second)
            continue;
        Spans &side = span.coder == first ? ours : theirs;
        span.coder = qint32(i);
        side.push_back(span);
    }
    SpanMatching result;
    const auto matched = forEachGroup(ours, theirs, rule.sameCategory, [&](const Spans &left, const Spans &right) -> Result<> {
        const auto partners = matching(left, right, rule.leastIou, result.hasLargestOverlap);
        if (!partners)
            return std::unexpected(partners.error());
        for (size_t i = 0; i < left.size(); ++i) {
            if ((*partners)[i] >= 0)
                result.pairs.emplace_back(left[i].coder, right[size_t((*partners)[i])].coder);
        }
        return {};
    });
    if (!matched)
        return std::unexpected(matched.error());
    std::ranges::sort(result.pairs);
    putInOrder(result.pairs, [&](const std::pair<qsizetype, qsizetype> &a, const std::pair<qsizetype, qsizetype> &b) {
        return readsBefore(document.spans[size_t(a.first)], document.spans[size_t(b.first)]);
    });
    return result;
}

Result<qint64> matchedCount(std::span<const CodedSpan> first, std::span<const CodedSpan> second, const MatchingRule &rule)
{
    qint64 count = 0;
    const auto countPartners = [&](const std::vector<qint32> &partners) {
        count += std::ranges::count_if(partners, [](qint32 partner) { return partner >= 0; });
    };
    const auto matched = forEachGroup(first, second, rule.sameCategory, [&](const Spans &left, const Spans &right) -> Result<> {
        if (rule.leastIou <= 0) {
            countPartners(earliestEndsFirst(left, right));
            return {};
        }
        auto edges = overlaps(left, right, rule.leastIou, mostEdges);
        if (!edges)
            return tooManyPairs();
        countPartners(maximumMatching({qint32(left.size()), qint32(right.size()), std::move(*edges)}));
        return {};
    });
    return matched ? Result<qint64>(count) : std::unexpected(matched.error());
}

} // namespace galley
