// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "textpair.h"

#include <algorithm>

namespace galley {

TextPair::TextPair(QString oldText, QString newText)
    : before(std::move(oldText))
    , after(std::move(newText))
    , oldPositions(before)
    , newPositions(after)
    , words(alignedWords(before, after))
    , stretches(equalStretches(words, before, after, Between::PartsOfWords))
{
    const std::vector<quint32> &ids = words.after.ids;
    std::vector<qsizetype> begins(ids.empty() ? 2 : size_t(*std::ranges::max_element(ids)) + 2);
    for (const quint32 id : ids)
        ++begins[id + 1];
    for (size_t id = 1; id < begins.size(); ++id)
        begins[id] += begins[id - 1];
    m_occurrences.resize(ids.size());
    for (size_t at = 0; at < ids.size(); ++at)
        m_occurrences[size_t(begins[ids[at]]++)] = qsizetype(at);
    m_ends = std::move(begins);
}

std::span<const qsizetype> TextPair::occurrences(quint32 word) const
{
    if (word + 1 >= m_ends.size())
        return {};
    const size_t begin = size_t(m_ends[word - 1]); // ids count from 1
    return std::span(m_occurrences).subspan(begin, size_t(m_ends[word]) - begin);
}

const Match *TextPair::stretchAt(qsizetype oldPosition) const
{
    const auto after = std::ranges::upper_bound(stretches, oldPosition, {}, &Match::a);
    return after == stretches.begin() ? nullptr : &*std::prev(after);
}

WordRange wordsIn(const Words &words, Utf16Range range)
{
    const auto begin = std::ranges::upper_bound(words.ranges, range.begin, {}, &Utf16Range::end);
    const auto end = std::ranges::lower_bound(begin, words.ranges.end(), range.end, {}, &Utf16Range::begin);
    return {begin - words.ranges.begin(), end - words.ranges.begin()};
}

} // namespace galley
