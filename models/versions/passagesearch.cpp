// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "passagesearch.h"

#include "passagecontext.h"
#include "passagefit.h"

#include <algorithm>

namespace galley {

namespace {

constexpr qsizetype roomThatDecides = 32; ///< equal text beside a passage; more than a phrase is seldom there by accident
constexpr qsizetype roomThatClaims = 50;  ///< on both sides: an occurrence is another passage's, whatever else speaks for it
constexpr double contextThatDecides = 0.6;
constexpr double leastContext = 0.3;
constexpr qsizetype ownContextExact = 40;    ///< so long a quote is found even in other surroundings
constexpr qsizetype ownContextAltered = 100; ///< so long an altered one
constexpr double clearLead = 0.15;
constexpr qsizetype mostOccurrences = 2000; ///< looked at, the nearest first
constexpr size_t mostCompared = 32;         ///< with all that stands around them
constexpr size_t mostPlaces = 8;

class PassageSearch
{
public:
    PassageSearch(const TextPair &pair, Utf16Range range)
        : m_pair(pair)
        , m_passage(passageOf(pair, range))
    {
    }

    std::vector<Place> run() const
    {
        const Match *stretch = m_pair.stretchAt(m_passage.range.begin);
        const Utf16Range &range = m_passage.range;
        const bool kept = stretch && Utf16Range{stretch->a, stretch->endOfA()}.contains(range);
        const qsizetype by = kept ? stretch->b - stretch->a : 0;
        const Utf16Range there{range.begin + by, range.end + by};
        std::vector<Place> places;
        if (kept)
            places.push_back({{there}, 1, contextFit(m_pair, range, there), true});
        if (m_passage.words.isEmpty() || (kept && decides(*stretch)))
            return places;
        for (const Utf16Range &found : likeliestOccurrences()) {
            if (!(kept && found == there))
                places.push_back({{found}, 1, contextFit(m_pair, range, found), false});
        }
        if (std::ranges::none_of(places, [](const Place &place) { return place.context >= contextThatDecides; }))
            addAltered(places);
        return likeliest(std::move(places));
    }

private:
    /// Whether the aligned versions leave no doubt.
    bool decides(const Match &stretch) const
    {
        const Utf16Range &range = m_passage.range;
        const bool all = range.begin == 0 && range.end == m_pair.before.size();
        return all || range.begin - stretch.a >= roomThatDecides || stretch.endOfA() - range.end >= roomThatDecides;
    }

    bool cutsAWord(const Words &words, qsizetype at) const
    {
        const auto word = std::ranges::upper_bound(words.ranges, at, {}, &Utf16Range::end);
        return word != words.ranges.end() && word->begin < at;
    }

    bool isQuoteAt(qsizetype begin) const
    {
        const qsizetype end = begin + m_passage.quote.size();
        return begin >= 0 && end <= m_pair.after.size()
            && QStringView(m_pair.after).sliced(begin, m_passage.quote.size()) == m_passage.quote
            && m_pair.words.after.boundaries[size_t(begin)] && m_pair.words.after.boundaries[size_t(end)]
            && cutsAWord(m_pair.words.after, begin) == cutsAWord(m_pair.words.before, m_passage.range.begin)
            && cutsAWord(m_pair.words.after, end) == cutsAWord(m_pair.words.before, m_passage.range.end);
    }

    /// Where the very quote stands in the new text, found by its rarest word.
    std::vector<Utf16Range> occurrences() const
    {
        const std::vector<Utf16Range> &words = m_pair.words.before.ranges;
        std::optional<qsizetype> rarest;
        const auto count = [&](qsizetype word) { return m_pair.occurrences(m_pair.words.before.ids[size_t(word)]).size(); };
        for (qsizetype word = m_passage.words.begin; word < m_passage.words.end; ++word) {
            if (m_passage.range.contains(words[size_t(word)]) && (!rarest || count(word) < count(*rarest)))
                rarest = word;
        }
        if (!rarest)
            return occurrencesWithinWords();
        std::span<const qsizetype> places = m_pair.occurrences(m_pair.words.before.ids[size_t(*rarest)]);
        if (qsizetype(places.size()) > mostOccurrences) {
            const qsizetype expected = *rarest * qsizetype(m_pair.words.after.ids.size()) / qsizetype(words.size());
            const qsizetype nearest = std::ranges::lower_bound(places, expected) - places.begin();
            const qsizetype first
                = std::clamp<qsizetype>(nearest - mostOccurrences / 2, 0, qsizetype(places.size()) - mostOccurrences);
            places = places.subspan(size_t(first), size_t(mostOccurrences));
        }
        std::vector<Utf16Range> found;
        for (const qsizetype place : places) {
            const qsizetype begin
                = m_pair.words.after.ranges[size_t(place)].begin - (words[size_t(*rarest)].begin - m_passage.range.begin);
            if (isQuoteAt(begin))
                found.push_back({begin, begin + m_passage.quote.size()});
        }
        return found;
    }

    /// Of a quote that is less than a word.
    std::vector<Utf16Range> occurrencesWithinWords() const
    {
        std::vector<Utf16Range> found;
        qsizetype at = m_pair.after.indexOf(m_passage.quote);
        for (qsizetype seen = 0; at >= 0 && seen < mostOccurrences; ++seen) {
            if (isQuoteAt(at))
                found.push_back({at, at + m_passage.quote.size()});
            at = m_pair.after.indexOf(m_passage.quote, at + 1);
        }
        return found;
    }

    /// Whether what stands there and all around is another passage of the old text.
    bool isClaimed(Utf16Range found) const
    {
        const auto after = std::ranges::upper_bound(m_pair.stretches, found.begin, {}, &Match::b);
        if (after == m_pair.stretches.begin())
            return false;
        const Match &stretch = *std::prev(after);
        const qsizetype end = stretch.endOfB();
        return found.begin - stretch.b >= std::min(roomThatClaims, found.begin)
            && end - found.end >= std::min(roomThatClaims, m_pair.after.size() - found.end);
    }

    /// Those that are not another passage, and of very many those with the likest neighbours.
    std::vector<Utf16Range> likeliestOccurrences() const
    {
        std::vector<Utf16Range> found = occurrences();
        std::erase_if(found, [this](Utf16Range range) { return isClaimed(range); });
        if (found.size() > mostCompared) {
            std::ranges::stable_sort(found, std::greater(),
                                     [this](Utf16Range range) { return besideFit(m_pair, m_passage.range, range); });
            found.resize(mostCompared);
        }
        return found;
    }

    void addAltered(std::vector<Place> &places) const
    {
        const auto add = [&](const Place &place) {
            const bool known = std::ranges::any_of(
                places, [&](const Place &other) { return intersection(other.ranges.front(), place.ranges.front()).has_value(); });
            if (!known && !(place.ranges.size() == 1 && !place.aligned && isClaimed(place.ranges.front())))
                places.push_back(place);
        };
        if (const auto inPlace = alteredInPlace(m_pair, m_passage))
            add(*inPlace);
        else if (const auto parts = parted(m_pair, m_passage))
            add(*parts);
        else
            std::ranges::for_each(alteredElsewhere(m_pair, m_passage), add);
    }

    bool fits(const Place &place) const
    {
        const qsizetype ownContext = place.similarity < 1 ? ownContextAltered : ownContextExact;
        return place.context >= leastContext || m_passage.quote.size() >= ownContext;
    }

    std::vector<Place> likeliest(std::vector<Place> places) const
    {
        std::erase_if(places, [this](const Place &place) { return !fits(place); });
        std::ranges::stable_sort(places, std::greater(), &Place::score);
        if (!places.empty())
            std::erase_if(places,
                          [least = places.front().score() - clearLead](const Place &place) { return place.score() < least; });
        places.resize(std::min(places.size(), mostPlaces));
        return places;
    }

    const TextPair &m_pair;
    SoughtPassage m_passage;
};

} // namespace

std::vector<Place> placesOf(const TextPair &pair, Utf16Range passage)
{
    return PassageSearch(pair, passage).run();
}

} // namespace galley
