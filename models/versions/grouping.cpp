// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "grouping.h"

#include <algorithm>
#include <numeric>
#include <ranges>

namespace galley {

namespace {

/// Sets of texts that are joined and never parted; the first text of a set stands for it.
class Sets
{
public:
    explicit Sets(size_t count)
        : m_parents(count)
        , m_joined(count)
    {
        std::iota(m_parents.begin(), m_parents.end(), 0u);
    }

    quint32 of(quint32 text)
    {
        while (m_parents[text] != text) {
            m_parents[text] = m_parents[m_parents[text]];
            text = m_parents[text];
        }
        return text;
    }

    void join(quint32 a, quint32 b)
    {
        m_joined[a] = true;
        m_joined[b] = true;
        a = of(a);
        b = of(b);
        m_parents[std::max(a, b)] = std::min(a, b);
    }

    bool isAlone(quint32 text) const { return !m_joined[text]; }

private:
    std::vector<quint32> m_parents;
    std::vector<bool> m_joined;
};

/// A text and a part of it that is a text too.
struct PartOf
{
    quint32 whole;
    quint32 part;
    qsizetype shared;
};

/// Joins a whole with its parts if they are all of one set; else it is a roundup, and goes with the part of which it has most
/// unless it has texts like itself.
void joinParts(Sets &sets, std::span<const PartOf> parts)
{
    const bool oneSet
        = std::ranges::all_of(parts, [&](const PartOf &part) { return sets.of(part.part) == sets.of(parts[0].part); });
    const auto most = std::ranges::max_element(
        parts, {}, [](const PartOf &part) { return std::tuple(part.shared, ~part.part); }); // the first of equals
    if (oneSet || sets.isAlone(parts[0].whole))
        sets.join(most->whole, most->part);
}

} // namespace

std::vector<quint32> groupsOf(std::span<const Link> links, std::span<const qsizetype> lengths)
{
    Sets sets(lengths.size());
    std::vector<PartOf> parts;
    for (const Link &link : links) {
        const bool aIsLonger = lengths[link.a] > lengths[link.b];
        const PartOf part{aIsLonger ? link.a : link.b, aIsLonger ? link.b : link.a, link.shared};
        if (lengths[part.whole] < 2 * lengths[part.part])
            sets.join(link.a, link.b);
        else
            parts.push_back(part);
    }
    // The shorter wholes first, so that parts which are parts of each other are one set when the longer ones ask.
    std::ranges::sort(parts, {}, [&](const PartOf &part) { return std::tuple(lengths[part.whole], part.whole, part.part); });
    for (const auto &ofOne : parts | std::views::chunk_by([](const PartOf &a, const PartOf &b) { return a.whole == b.whole; }))
        joinParts(sets, std::span(ofOne));
    std::vector<quint32> groups(lengths.size());
    for (size_t text = 0; text < groups.size(); ++text)
        groups[text] = sets.of(quint32(text));
    return groups;
}

} // namespace galley
