// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sharedshingles.h"

#include "overlap.h"

#include <algorithm>
#include <map>

namespace galley {

namespace {

constexpr int bitsWithinSlice = 27;
constexpr size_t allAreTried = 32;
constexpr ptrdiff_t nearestTried = 16;

constexpr size_t several = 3; ///< texts with the same words, and it matters whether they are alike otherwise
constexpr double alike = 0.15;
constexpr size_t veryMany = 1000; ///< and more than a fiftieth of all: nothing was reprinted that often
constexpr size_t veryManyShare = 50;

struct Posting
{
    quint32 hash;
    quint32 text;

    auto operator<=>(const Posting &) const = default;
};

/// Tells whether a shingle of some texts is no sign that they are copies: it is of a notice that an outlet puts under its
/// articles, or of the background that all stories on an event repeat. Then a few of them, taken here and there, are not alike.
class Judge
{
public:
    explicit Judge(std::span<const Fingerprint *const> texts)
        : m_texts(texts)
    {
    }

    bool saysNothing(std::span<const quint32> texts)
    {
        if (texts.size() < several)
            return false;
        if (texts.size() > std::max(veryMany, m_texts.size() / veryManyShare))
            return true;
        Sample sample{};
        const size_t count = std::min(texts.size(), sample.size());
        for (size_t at = 0; at < count; ++at)
            sample[at] = texts[at * (texts.size() - 1) / (count - 1)];
        // The shingles of a notice or story are many, and all in the same texts.
        const auto [known, isNew] = m_known.try_emplace(sample);
        if (isNew)
            known->second = meanLikeness(std::span(sample).first(count)) < alike;
        return known->second;
    }

private:
    using Sample = std::array<quint32, 6>;

    double meanLikeness(std::span<const quint32> texts) const
    {
        double sum = 0;
        for (size_t one = 0; one < texts.size(); ++one) {
            for (size_t other = 0; other < one; ++other)
                sum += likeness(*m_texts[texts[one]], *m_texts[texts[other]]);
        }
        return sum / (double(texts.size()) * double(texts.size() - 1) / 2);
    }

    std::span<const Fingerprint *const> m_texts;
    std::map<Sample, bool> m_known;
};

} // namespace

SharedShingles::SharedShingles(std::span<const Fingerprint *const> texts, const Proceed &proceed, int threads)
    : m_texts(texts)
    , m_ignored(texts.size())
{
    std::array<std::vector<Posting>, slices> ignored;
    const auto work = [&](qsizetype number) {
        Slice slice = sliceOf(quint32(number));
        Judge judge(m_texts);
        for (size_t at = 0; at < slice.hashes.size(); ++at) {
            if (!judge.saysNothing(slice.textsOf(at)))
                continue;
            for (const quint32 text : slice.textsOf(at))
                ignored[size_t(number)].push_back({slice.hashes[at], text});
        }
        if (quint32(number) < slicesOfSketch)
            m_sketches[size_t(number)] = std::move(slice);
    };
    inParallel(slices, work, proceed, threads);
    for (const std::vector<Posting> &some : ignored) {
        for (const Posting &posting : some)
            m_ignored[posting.text].push_back(posting.hash);
    }
}

std::vector<quint32> SharedShingles::candidatesBefore(quint32 text) const
{
    std::vector<quint32> candidates;
    for (const quint32 shingle : m_texts[text]->shingles) {
        const quint32 number = shingle >> bitsWithinSlice;
        if (number >= slicesOfSketch)
            break;
        const Slice &slice = m_sketches[number];
        const auto found = std::ranges::lower_bound(slice.hashes, shingle);
        if (found == slice.hashes.end() || *found != shingle || std::ranges::binary_search(m_ignored[text], shingle))
            continue;
        const std::span<const quint32> texts = slice.textsOf(size_t(found - slice.hashes.begin()));
        const auto here = std::ranges::lower_bound(texts, text);
        const ptrdiff_t before = here - texts.begin();
        candidates.insert(candidates.end(), here - (texts.size() <= allAreTried ? before : std::min(before, nearestTried)), here);
    }
    std::ranges::sort(candidates);
    candidates.erase(std::ranges::unique(candidates).begin(), candidates.end());
    return candidates;
}

std::span<const quint32> SharedShingles::Slice::textsOf(size_t at) const
{
    const size_t begin = at == 0 ? 0 : ends[at - 1];
    return std::span(texts).subspan(begin, ends[at] - begin);
}

SharedShingles::Slice SharedShingles::sliceOf(quint32 number) const
{
    const quint32 begin = number << bitsWithinSlice;
    const quint32 last = begin + ((1u << bitsWithinSlice) - 1);
    std::vector<Posting> postings;
    for (size_t text = 0; text < m_texts.size(); ++text) {
        const std::vector<quint32> &shingles = m_texts[text]->shingles;
        for (auto shingle = std::ranges::lower_bound(shingles, begin); shingle != shingles.end() && *shingle <= last; ++shingle)
            postings.push_back({*shingle, quint32(text)});
    }
    std::ranges::sort(postings);
    Slice slice;
    for (auto from = postings.begin(); from != postings.end();) {
        const auto to = std::find_if(from, postings.end(), [from](const Posting &posting) { return posting.hash != from->hash; });
        if (to - from > 1) {
            slice.hashes.push_back(from->hash);
            std::transform(from, to, std::back_inserter(slice.texts), [](const Posting &posting) { return posting.text; });
            slice.ends.push_back(quint32(slice.texts.size()));
        }
        from = to;
    }
    return slice;
}

} // namespace galley
