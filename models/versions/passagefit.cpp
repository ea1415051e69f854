// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "passagefit.h"

#include <base/editdistance.h>
#include "passagecontext.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace galley {

namespace {

constexpr qsizetype longestByLetters = 500; ///< beyond it whole words are compared
constexpr qsizetype commonWord = 200;       ///< a word that occurs more often says little about the place
constexpr size_t mostVotes = 20'000;
constexpr size_t mostFits = 4;
constexpr size_t mostParts = 4;
constexpr qsizetype shortestStretch = 20; ///< of equal text around a part; less may be there by chance

using Ids = std::span<const quint32>;

Ids idsIn(const Words &words, WordRange range)
{
    return Ids(words.ids).subspan(size_t(range.begin), size_t(range.length()));
}

qsizetype lettersIn(const Words &words, WordRange range)
{
    qsizetype letters = 0;
    for (qsizetype at = range.begin; at < range.end; ++at)
        letters += words.ranges[size_t(at)].length();
    return letters;
}

/// 0 where it is less than what counts as found.
double similarity(const TextPair &pair, Utf16Range passage, Utf16Range range)
{
    const QStringView quote = QStringView(pair.before).sliced(passage.begin, passage.length());
    const QStringView text = QStringView(pair.after).sliced(range.begin, range.length());
    const qsizetype longer = std::max(quote.size(), text.size());
    if (longer <= longestByLetters) {
        const qsizetype most = qsizetype(std::floor((1 - leastSimilarity) * double(longer) + 1e-9));
        const qsizetype edits = editDistance(quote, text, most);
        return edits > most ? 0 : 1 - double(edits) / double(longer);
    }
    const WordRange ours = wordsIn(pair.words.before, passage);
    const WordRange theirs = wordsIn(pair.words.after, range);
    const qsizetype letters = std::max(lettersIn(pair.words.before, ours), lettersIn(pair.words.after, theirs));
    if (letters == 0 || double(std::min(quote.size(), text.size())) < leastSimilarity * double(longer))
        return 0;
    qsizetype shared = 0;
    for (const Match &match : sequenceMatches(idsIn(pair.words.before, ours), idsIn(pair.words.after, theirs)))
        shared += lettersIn(pair.words.before, {ours.begin + match.a, ours.begin + match.endOfA()});
    const double result = double(shared) / double(letters);
    return result < leastSimilarity ? 0 : result;
}

/// Words of the passage and of the new text that belong together, and between which others the passage stands.
struct Frame
{
    WordRange words;      ///< of the passage
    qsizetype afterA = 0; ///< the words after the last that is matched before the passage
    qsizetype afterB = 0;
    qsizetype beforeA = 0; ///< the first words that are matched behind the passage
    qsizetype beforeB = 0;
    std::optional<Match> first; ///< matched within the passage
    std::optional<Match> last;
};

/// The likeliest range of the new text within a frame: whether altered words at an end belong to it is tried out.
std::optional<Place> bestWithin(const TextPair &pair, const SoughtPassage &passage, const Frame &frame)
{
    const Utf16Range core = trimmed(pair.before, passage.range);
    std::set<qsizetype> begins{frame.afterB, frame.afterB + frame.words.begin - frame.afterA};
    std::set<qsizetype> ends{frame.beforeB, frame.beforeB - (frame.beforeA - frame.words.end)};
    if (frame.first) {
        begins.insert({frame.first->b, frame.first->b - (frame.first->a - frame.words.begin)});
        const qsizetype endA = frame.last->endOfA();
        const qsizetype endB = frame.last->endOfB();
        ends.insert({endB, endB + frame.words.end - endA});
    }
    const std::vector<Utf16Range> &words = pair.words.after.ranges;
    std::optional<Place> best;
    for (const qsizetype begin : begins) {
        for (const qsizetype end : ends) {
            if (begin < frame.afterB || end > frame.beforeB || begin >= end)
                continue;
            const Utf16Range range{words[size_t(begin)].begin, words[size_t(end - 1)].end};
            const double alike = similarity(pair, core, range);
            if (alike > (best ? best->similarity : 0))
                best = Place{{range}, alike, contextFit(pair, core, range), false};
        }
    }
    return best;
}

/// What the aligned versions say about the words of a passage.
Frame frameOf(const TextPair &pair, WordRange words)
{
    Frame frame{words, 0, 0, qsizetype(pair.words.before.ids.size()), qsizetype(pair.words.after.ids.size()), {}, {}};
    const std::vector<Match> &matches = pair.words.matches;
    auto match = std::ranges::lower_bound(matches, words.begin, {}, &Match::a);
    if (match != matches.begin())
        --match;
    for (; match != matches.end(); ++match) {
        const qsizetype end = match->endOfA();
        if (match->a < words.begin) {
            const qsizetype length = std::min(end, words.begin) - match->a;
            frame.afterA = match->a + length;
            frame.afterB = match->b + length;
        }
        const qsizetype innerBegin = std::max(match->a, words.begin);
        const qsizetype innerEnd = std::min(end, words.end);
        if (innerBegin < innerEnd) {
            frame.last = Match{innerBegin, match->b + innerBegin - match->a, innerEnd - innerBegin};
            frame.first = frame.first.value_or(*frame.last);
        }
        if (end > words.end) {
            frame.beforeA = std::max(match->a, words.end);
            frame.beforeB = match->b + frame.beforeA - match->a;
            break;
        }
    }
    return frame;
}

/// Where the passage would begin if its rarer words stood in the new text as they stand in it, one vote for each.
std::vector<qsizetype> votes(const TextPair &pair, WordRange words)
{
    std::vector<qsizetype> begins;
    const qsizetype step = 1 + words.length() / 2000;
    for (qsizetype word = words.begin; word < words.end && begins.size() < mostVotes; word += step) {
        const std::span<const qsizetype> places = pair.occurrences(pair.words.before.ids[size_t(word)]);
        if (qsizetype(places.size()) > commonWord)
            continue;
        for (const qsizetype place : places)
            begins.push_back(place - (word - words.begin));
    }
    std::ranges::sort(begins);
    return begins;
}

/// Beginnings on which many votes agree, give or take `width`, most votes first.
std::vector<qsizetype> elected(const std::vector<qsizetype> &votes, qsizetype width, size_t least)
{
    struct Candidate
    {
        size_t count;
        qsizetype begin;
    };
    std::vector<Candidate> candidates;
    for (size_t from = 0, to = 0; from < votes.size(); ++from) {
        while (to < votes.size() && votes[to] - votes[from] <= width)
            ++to;
        if (to - from >= least)
            candidates.push_back({to - from, votes[from + (to - from) / 2]});
    }
    std::ranges::stable_sort(candidates, std::greater(), &Candidate::count);
    std::vector<qsizetype> result;
    for (const Candidate &candidate : candidates) {
        const bool isNew
            = std::ranges::none_of(result, [&](qsizetype other) { return std::abs(other - candidate.begin) <= width; });
        if (isNew)
            result.push_back(candidate.begin);
        if (result.size() == mostFits)
            break;
    }
    return result;
}

} // namespace

SoughtPassage passageOf(const TextPair &pair, Utf16Range range)
{
    return {range, QStringView(pair.before).sliced(range.begin, range.length()), wordsIn(pair.words.before, range)};
}

std::optional<Place> alteredInPlace(const TextPair &pair, const SoughtPassage &passage)
{
    if (passage.words.isEmpty())
        return std::nullopt;
    std::optional<Place> place = bestWithin(pair, passage, frameOf(pair, passage.words));
    if (place)
        place->aligned = true;
    return place;
}

std::vector<Place> alteredElsewhere(const TextPair &pair, const SoughtPassage &passage)
{
    const WordRange words = passage.words;
    const qsizetype slack = 2 + words.length() / 4;
    const size_t least = size_t(std::max<qsizetype>(2, words.length() / 4));
    std::vector<Place> places;
    for (const qsizetype begin : elected(votes(pair, words), slack, least)) {
        const qsizetype count = qsizetype(pair.words.after.ids.size());
        const WordRange window{std::clamp<qsizetype>(begin - slack, 0, count),
                               std::clamp<qsizetype>(begin + words.length() + slack, 0, count)};
        const std::vector<Match> matches = sequenceMatches(idsIn(pair.words.before, words), idsIn(pair.words.after, window));
        if (matches.empty())
            continue;
        const auto shifted = [&](Match match) { return Match{match.a + words.begin, match.b + window.begin, match.length}; };
        const Frame frame{
            words, words.begin, window.begin, words.end, window.end, shifted(matches.front()), shifted(matches.back())};
        if (const std::optional<Place> place = bestWithin(pair, passage, frame))
            places.push_back(*place);
    }
    return places;
}

std::optional<Place> parted(const TextPair &pair, const SoughtPassage &passage)
{
    Place place;
    const auto letters = [&pair](Utf16Range range) {
        return std::ranges::count_if(QStringView(pair.before).sliced(range.begin, range.length()),
                                     [](QChar unit) { return !unit.isSpace(); });
    };
    qsizetype kept = 0;
    auto stretch = std::ranges::upper_bound(pair.stretches, passage.range.begin, {}, &Match::a);
    if (stretch != pair.stretches.begin())
        --stretch;
    for (; stretch != pair.stretches.end() && stretch->a < passage.range.end; ++stretch) {
        const auto shared = intersection(passage.range, Utf16Range{stretch->a, stretch->endOfA()});
        if (!shared)
            continue;
        const Utf16Range part = trimmed(pair.before, *shared);
        if (part.isEmpty() || stretch->length < shortestStretch)
            continue;
        kept += letters(part);
        const qsizetype by = stretch->b - stretch->a;
        place.ranges.push_back({part.begin + by, part.end + by});
    }
    place.similarity = double(kept) / double(letters(passage.range));
    if (place.similarity < leastSimilarity || place.ranges.size() > mostParts)
        return std::nullopt;
    place.aligned = true;
    place.context = contextFit(pair, passage.range, {place.ranges.front().begin, place.ranges.back().end});
    return place;
}

} // namespace galley
