// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "anchoring.h"

#include "passagesearch.h"

#include <algorithm>

namespace galley {

namespace {

constexpr size_t mostCandidates = 8;

using Part = std::vector<Place>; ///< where one range of the passage may be
using Choice = std::vector<Utf16Range>;

Utf16Range snapped(Utf16Range range, const std::vector<bool> &boundaries)
{
    while (!boundaries[size_t(range.begin)])
        --range.begin;
    while (!boundaries[size_t(range.end)])
        ++range.end;
    return range;
}

/// Picks a place for each part so that all stand in order, in every way, likeliest first.
void choose(const std::vector<Part> &parts, size_t part, Choice &begun, std::vector<Choice> &choices)
{
    if (choices.size() == mostCandidates)
        return;
    if (part == parts.size()) {
        choices.push_back(begun);
        return;
    }
    const size_t length = begun.size();
    for (const Place &place : parts[part]) {
        if (!begun.empty() && place.ranges.front().begin < begun.back().end)
            continue;
        begun.insert(begun.end(), place.ranges.begin(), place.ranges.end());
        choose(parts, part + 1, begun, choices);
        begun.resize(length);
    }
}

/// The likeliest place of each part, where they no longer stand in order.
Choice reordered(const std::vector<Part> &parts)
{
    Choice all;
    for (const Part &part : parts)
        all.insert(all.end(), part.front().ranges.begin(), part.front().ranges.end());
    std::ranges::sort(all);
    Choice result;
    for (const Utf16Range &range : all) {
        if (!result.empty() && range.begin < result.back().end)
            result.back().end = std::max(result.back().end, range.end);
        else
            result.push_back(range);
    }
    return result;
}

} // namespace

TextMatch::TextMatch(QString oldText, QString newText)
    : m_pair(std::make_shared<TextPair>(std::move(oldText), std::move(newText)))
{
}

Anchor TextMatch::anchor(const std::vector<Range> &ranges) const
{
    if (m_pair->before == m_pair->after)
        return {AnchorState::Same, ranges, 1, {}};
    std::vector<Part> parts;
    double alike = 0;
    qsizetype length = 0;
    for (const Range &range : ranges) {
        const Utf16Range passage = m_pair->oldPositions.toUtf16(range);
        Part places = passage.isEmpty() ? Part() : placesOf(*m_pair, passage);
        length += std::max<qsizetype>(0, passage.length());
        if (places.empty())
            continue;
        alike += places.front().similarity * double(passage.length());
        parts.push_back(std::move(places));
    }
    const double similarity = ranges.empty() ? 1 : length > 0 ? alike / double(length) : 0;
    if (similarity < leastSimilarity)
        return {};

    std::vector<Choice> choices;
    Choice begun;
    choose(parts, 0, begun, choices);
    if (choices.empty())
        choices.push_back(reordered(parts));
    Anchor anchor{AnchorState::Moved, {}, similarity, {}};
    for (const Choice &choice : choices) {
        std::vector<Range> &candidate = anchor.candidates.emplace_back();
        for (const Utf16Range &range : choice)
            candidate.push_back(m_pair->newPositions.toCodePoints(snapped(range, m_pair->words.after.boundaries)));
    }
    anchor.ranges = anchor.candidates.front();
    if (choices.size() > 1)
        anchor.state = AnchorState::Ambiguous;
    else
        anchor.candidates.clear();
    if (choices.size() == 1 && anchor.ranges == ranges && similarity == 1)
        anchor.state = AnchorState::Same;
    return anchor;
}

Anchor reanchored(const std::vector<Range> &ranges, QStringView oldText, QStringView newText)
{
    return TextMatch(oldText.toString(), newText.toString()).anchor(ranges);
}

} // namespace galley
