// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "passagecontext.h"

#include <base/editdistance.h>

#include <algorithm>

namespace galley {

namespace {

constexpr qsizetype contextLength = 50; ///< on each side

double alike(QStringView ours, QStringView theirs)
{
    return ours.isEmpty() ? 1 : 1 - double(std::min(editDistance(ours, theirs), ours.size())) / double(ours.size());
}

/// The context as letters, where nothing was put in beside the passage.
double lettersFit(const TextPair &pair, Utf16Range passage, Utf16Range range)
{
    const QStringView ours = pair.before;
    const QStringView theirs = pair.after;
    const qsizetype before = std::min(passage.begin, contextLength);
    const qsizetype after = std::min(ours.size() - passage.end, contextLength);
    const qsizetype beforeThere = std::min(range.begin, before);
    const qsizetype afterThere = std::min(theirs.size() - range.end, after);
    const double fitBefore
        = alike(ours.sliced(passage.begin - before, before), theirs.sliced(range.begin - beforeThere, beforeThere));
    const double fitAfter = alike(ours.sliced(passage.end, after), theirs.sliced(range.end, afterThere));
    return (fitBefore * double(before) + fitAfter * double(after)) / double(before + after);
}

/// The words of the context that the aligned versions have near the range too, however much was put in between.
double wordsFit(const TextPair &pair, Utf16Range passage, Utf16Range range)
{
    const WordRange around = wordsIn(pair.words.before, {passage.begin - contextLength, passage.end + contextLength});
    qsizetype words = 0;
    qsizetype near = 0;
    auto match = std::ranges::upper_bound(pair.words.matches, around.begin, {}, &Match::endOfA);
    for (qsizetype word = around.begin; word < around.end; ++word) {
        const Utf16Range here = pair.words.before.ranges[size_t(word)];
        if (intersection(here, passage) || QChar::isPunct(pair.before[here.begin].unicode()))
            continue;
        ++words;
        while (match != pair.words.matches.end() && match->endOfA() <= word)
            ++match;
        if (match == pair.words.matches.end() || word < match->a)
            continue;
        const Utf16Range there = pair.words.after.ranges[size_t(match->b + word - match->a)];
        near += here.end <= passage.begin ? there.end <= range.begin && range.begin - there.end < 2 * contextLength
                                          : range.end <= there.begin && there.begin - range.end < 2 * contextLength;
    }
    return words == 0 ? 0 : double(near) / double(words);
}

} // namespace

double besideFit(const TextPair &pair, Utf16Range passage, Utf16Range range)
{
    constexpr qsizetype enough = 32;
    const QStringView ours = pair.before;
    const QStringView theirs = pair.after;
    qsizetype before = 0;
    while (before < enough && before < std::min(passage.begin, range.begin)
           && ours[passage.begin - 1 - before] == theirs[range.begin - 1 - before])
        ++before;
    const QStringView behind = ours.sliced(passage.end).first(std::min(ours.size() - passage.end, enough));
    const qsizetype after = std::ranges::mismatch(behind, theirs.sliced(range.end)).in1 - behind.begin();
    return std::min(1.0, double(before + after) / double(enough));
}

double contextFit(const TextPair &pair, Utf16Range passage, Utf16Range range)
{
    const bool wholeText = passage.begin == 0 && passage.end == pair.before.size();
    const double fit = wholeText
        ? 1
        : std::max({lettersFit(pair, passage, range), wordsFit(pair, passage, range), besideFit(pair, passage, range)});
    // An end of a text fits another better than anything else does.
    const bool sameBegin = passage.begin > 0 || range.begin == 0;
    const bool sameEnd = passage.end < pair.before.size() || range.end == pair.after.size();
    return fit - (sameBegin ? 0 : 0.02) - (sameEnd ? 0 : 0.02);
}

} // namespace galley
