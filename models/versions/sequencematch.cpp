// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sequencematch.h"

#include "shortestedit.h"

#include <algorithm>
#include <array>

namespace galley {

namespace {

using Sequence = std::span<const quint32>;

/// How many elements in a row are looked for, one pass after the other; the last is repeated while it finds something.
constexpr std::array<qsizetype, 3> stretches{8, 3, 1};
constexpr qsizetype smallGap = 128; ///< both sides together; the fewest edits are found at once
constexpr qsizetype mostEdits = 1500;
/// Comparisons before the rest stays unmatched: a tenth of a second, and what two long articles that differ little take many
/// times over.
constexpr qsizetype workForAny = 20'000'000;
constexpr qsizetype workForEach = 40;

/// What lies between two matches.
struct Gap
{
    qsizetype a0, a1, b0, b1;
    size_t pass;

    qsizetype size() const { return a1 - a0 + b1 - b0; }
};

struct Stretch
{
    quint64 hash;
    qsizetype at;
};

/// The stretches of `length` elements that occur once, by hash.
std::vector<Stretch> uniqueStretches(Sequence sequence, qsizetype begin, qsizetype end, qsizetype length)
{
    std::vector<Stretch> all;
    all.reserve(size_t(std::max<qsizetype>(0, end - begin)));
    for (qsizetype at = begin; at + length <= end; ++at) {
        quint64 hash = 0x9E3779B97F4A7C15u;
        for (const quint32 element : sequence.subspan(size_t(at), size_t(length))) {
            hash = (hash ^ element) * 0xD6E8FEB86659FD93u;
            hash ^= hash >> 32;
        }
        all.push_back({hash, at});
    }
    std::ranges::sort(all, {}, [](const Stretch &stretch) { return std::pair(stretch.hash, stretch.at); });
    std::vector<Stretch> unique;
    for (size_t at = 0; at < all.size(); ++at) {
        const bool likeBefore = at > 0 && all[at - 1].hash == all[at].hash;
        const bool likeNext = at + 1 < all.size() && all[at + 1].hash == all[at].hash;
        if (!likeBefore && !likeNext)
            unique.push_back(all[at]);
    }
    return unique;
}

struct Pair
{
    qsizetype a, b;
};

/// The longest chain of pairs that rises on both sides, of pairs that rise on the first.
std::vector<Pair> longestChain(const std::vector<Pair> &pairs)
{
    std::vector<size_t> ends; // of the chains of each length, the pair that ends lowest
    std::vector<size_t> before(pairs.size(), pairs.size());
    for (size_t at = 0; at < pairs.size(); ++at) {
        const auto place = std::ranges::lower_bound(ends, pairs[at].b, {}, [&](size_t end) { return pairs[end].b; });
        if (place != ends.begin())
            before[at] = *std::prev(place);
        if (place == ends.end())
            ends.push_back(at);
        else
            *place = at;
    }
    std::vector<Pair> chain;
    for (size_t at = ends.empty() ? pairs.size() : ends.back(); at < pairs.size(); at = before[at])
        chain.push_back(pairs[at]);
    std::ranges::reverse(chain);
    return chain;
}

class Matcher
{
public:
    Matcher(Sequence a, Sequence b)
        : m_a(a)
        , m_b(b)
        , m_work(workForAny + workForEach * qsizetype(a.size() + b.size()))
    {
    }

    std::vector<Match> run()
    {
        m_gaps.push_back({0, qsizetype(m_a.size()), 0, qsizetype(m_b.size()), 0});
        while (!m_gaps.empty()) {
            const Gap gap = m_gaps.back();
            m_gaps.pop_back();
            align(gap);
        }
        return joined();
    }

private:
    bool equal(qsizetype a, qsizetype b) const { return m_a[size_t(a)] == m_b[size_t(b)]; }

    void add(qsizetype a, qsizetype b, qsizetype length)
    {
        if (length > 0)
            m_matches.push_back({a, b, length});
    }

    void align(Gap gap)
    {
        const Gap whole = gap;
        while (gap.a0 < gap.a1 && gap.b0 < gap.b1 && equal(gap.a0, gap.b0)) {
            ++gap.a0;
            ++gap.b0;
        }
        add(whole.a0, whole.b0, gap.a0 - whole.a0);
        while (gap.a0 < gap.a1 && gap.b0 < gap.b1 && equal(gap.a1 - 1, gap.b1 - 1)) {
            --gap.a1;
            --gap.b1;
        }
        add(gap.a1, gap.b1, whole.a1 - gap.a1);
        if (gap.a0 == gap.a1 || gap.b0 == gap.b1)
            return;
        for (; gap.size() > smallGap && gap.pass < stretches.size() && m_work > 0; ++gap.pass) {
            m_work -= gap.size();
            if (split(gap))
                return;
        }
        for (const Match &match : shortestEdit(m_a.subspan(size_t(gap.a0), size_t(gap.a1 - gap.a0)),
                                               m_b.subspan(size_t(gap.b0), size_t(gap.b1 - gap.b0)), mostEdits, m_work))
            add(gap.a0 + match.a, gap.b0 + match.b, match.length);
    }

    /// Matches what both sides have once and leaves the gaps between; false where there is none.
    bool split(const Gap &gap)
    {
        const qsizetype length = stretches[gap.pass];
        const std::vector<Pair> chain = longestChain(sharedStretches(gap, length));
        if (chain.empty())
            return false;
        const size_t next = std::min(gap.pass + 1, stretches.size() - 1);
        qsizetype endA = gap.a0;
        qsizetype endB = gap.b0;
        for (const Pair &pair : chain) {
            if (pair.a < endA || pair.b < endB)
                continue; // the match before reached beyond
            Match match{pair.a, pair.b, length};
            while (match.a > endA && match.b > endB && equal(match.a - 1, match.b - 1))
                match = {match.a - 1, match.b - 1, match.length + 1};
            while (match.endOfA() < gap.a1 && match.endOfB() < gap.b1 && equal(match.endOfA(), match.endOfB()))
                ++match.length;
            add(match.a, match.b, match.length);
            m_gaps.push_back({endA, match.a, endB, match.b, next});
            endA = match.endOfA();
            endB = match.endOfB();
        }
        m_gaps.push_back({endA, gap.a1, endB, gap.b1, next});
        return true;
    }

    std::vector<Pair> sharedStretches(const Gap &gap, qsizetype length) const
    {
        const std::vector<Stretch> ofA = uniqueStretches(m_a, gap.a0, gap.a1, length);
        const std::vector<Stretch> ofB = uniqueStretches(m_b, gap.b0, gap.b1, length);
        std::vector<Pair> shared;
        for (auto a = ofA.begin(), b = ofB.begin(); a != ofA.end() && b != ofB.end();) {
            if (a->hash < b->hash) {
                ++a;
            } else if (b->hash < a->hash) {
                ++b;
            } else {
                if (std::ranges::equal(m_a.subspan(size_t(a->at), size_t(length)), m_b.subspan(size_t(b->at), size_t(length))))
                    shared.push_back({a->at, b->at});
                ++a;
                ++b;
            }
        }
        std::ranges::sort(shared, {}, &Pair::a);
        return shared;
    }

    std::vector<Match> joined()
    {
        std::ranges::sort(m_matches);
        std::vector<Match> result;
        for (const Match &match : m_matches) {
            if (!result.empty() && result.back().endOfA() == match.a && result.back().endOfB() == match.b)
                result.back().length += match.length;
            else
                result.push_back(match);
        }
        return result;
    }

    Sequence m_a;
    Sequence m_b;
    qsizetype m_work;
    std::vector<Gap> m_gaps;
    std::vector<Match> m_matches;
};

} // namespace

std::vector<Match> sequenceMatches(std::span<const quint32> a, std::span<const quint32> b)
{
    return Matcher(a, b).run();
}

} // namespace galley
