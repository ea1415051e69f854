// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "markindex.h"

#include <algorithm>
#include <bit>
#include <map>
#include <tuple>
#include <unordered_set>

namespace galley {

namespace {

Utf16Range cut(Utf16Range range, qsizetype length)
{
    return {std::clamp<qsizetype>(range.begin, 0, length), std::clamp<qsizetype>(range.end, 0, length)};
}

/// Reading order of marks, total where marks differ in what is drawn, so that the order they came in leaves no trace.
auto order(const Mark &mark, qsizetype length)
{
    const Utf16Range range = cut(mark.range, length);
    return std::tuple(range.begin, -range.end, mark.track, mark.key, mark.range.begin, mark.range.end);
}

bool laneOrder(const LanedRange &a, const LanedRange &b)
{
    return std::tuple(a.range.begin, -a.range.end, a.lane) < std::tuple(b.range.begin, -b.range.end, b.lane);
}

/// What is in one of two sorted lists only.
std::vector<Utf16Range> differences(const std::vector<LanedRange> &a, const std::vector<LanedRange> &b)
{
    std::vector<Utf16Range> changed;
    auto i = a.begin();
    auto j = b.begin();
    while (i != a.end() || j != b.end()) {
        if (i != a.end() && j != b.end() && *i == *j) {
            ++i;
            ++j;
        } else if (j == b.end() || (i != a.end() && laneOrder(*i, *j))) {
            changed.push_back((i++)->range);
        } else {
            changed.push_back((j++)->range);
        }
    }
    std::erase_if(changed, [](Utf16Range range) { return range.isEmpty(); });
    return changed;
}

} // namespace

std::vector<Utf16Range> MarkIndex::replace(std::vector<Mark> marks, qsizetype textLength)
{
    m_textLength = textLength;
    m_marks = std::move(marks);
    std::ranges::stable_sort(m_marks, {}, [&](const Mark &mark) { return order(mark, m_textLength); });
    return arrange();
}

std::vector<Utf16Range> MarkIndex::add(const std::vector<Mark> &marks)
{
    const auto place = [&](const Mark &mark) { return order(mark, m_textLength); };
    const auto middle = std::ptrdiff_t(m_marks.size());
    m_marks.insert(m_marks.end(), marks.begin(), marks.end());
    std::stable_sort(m_marks.begin() + middle, m_marks.end(), [&](const Mark &a, const Mark &b) { return place(a) < place(b); });
    std::ranges::inplace_merge(m_marks, m_marks.begin() + middle, {}, place);
    return arrange();
}

std::vector<Utf16Range> MarkIndex::remove(qint64 key)
{
    if (std::erase_if(m_marks, [key](const Mark &mark) { return mark.key == key; }) == 0)
        return {};
    return arrange();
}

std::vector<Utf16Range> MarkIndex::arrange()
{
    std::vector<Utf16Range> ranges(m_marks.size());
    std::ranges::transform(m_marks, ranges.begin(), [&](const Mark &mark) { return cut(mark.range, m_textLength); });
    std::map<int, std::vector<size_t>> tracks;
    for (size_t i = 0; i < ranges.size(); ++i)
        tracks[m_marks[i].track].push_back(i);
    std::vector<LanedRange> laned(ranges.size());
    m_laneCount = 0;
    for (const auto &[track, members] : tracks) {
        std::vector<Utf16Range> theirs(members.size());
        std::ranges::transform(members, theirs.begin(), [&](size_t member) { return ranges[member]; });
        const std::vector<int> lane = lanes(theirs);
        const int first = m_laneCount;
        for (size_t i = 0; i < members.size(); ++i) {
            laned[members[i]] = {theirs[i], lane[i] < 0 ? -1 : first + lane[i]};
            m_laneCount = std::max(m_laneCount, first + lane[i] + 1);
        }
    }
    std::vector<Utf16Range> changed = differences(m_laned, laned);
    m_laned = std::move(laned);

    m_leaves = std::bit_ceil(std::max<size_t>(m_laned.size(), 1));
    m_furthestEnds.assign(2 * m_leaves, -1);
    for (size_t i = 0; i < m_laned.size(); ++i)
        m_furthestEnds[m_leaves + i] = m_laned[i].range.isEmpty() ? -1 : m_laned[i].range.end;
    for (size_t node = m_leaves; --node > 0;)
        m_furthestEnds[node] = std::max(m_furthestEnds[2 * node], m_furthestEnds[2 * node + 1]);
    return changed;
}

void MarkIndex::collect(size_t node, size_t first, size_t count, Utf16Range range, size_t last, std::vector<int> &found) const
{
    if (first >= last || m_furthestEnds[node] <= range.begin)
        return;
    if (count == 1) {
        found.push_back(int(first));
        return;
    }
    collect(2 * node, first, count / 2, range, last, found);
    collect(2 * node + 1, first + count / 2, count / 2, range, last, found);
}

std::vector<int> MarkIndex::touching(Utf16Range range) const
{
    std::vector<int> found;
    if (m_marks.empty() || range.isEmpty())
        return found;
    const auto last = std::ranges::lower_bound(m_laned, range.end, {}, [](const LanedRange &laned) { return laned.range.begin; });
    collect(1, 0, m_leaves, range, size_t(last - m_laned.begin()), found);
    return found;
}

std::vector<int> MarkIndex::containing(qsizetype position) const
{
    std::vector<int> found = touching({position, position + 1});
    std::ranges::stable_sort(found, {}, [&](int index) { return std::tuple(laned(index).range.length(), -index); });
    return found;
}

std::vector<int> MarkIndex::withKey(qint64 key) const
{
    std::vector<int> found;
    for (int i = 0; i < size(); ++i) {
        if (mark(i).key == key)
            found.push_back(i);
    }
    return found;
}

std::vector<qint64> MarkIndex::keysOf(const std::vector<int> &indexes) const
{
    std::vector<qint64> keys;
    std::unordered_set<qint64> seen;
    for (const int index : indexes) {
        if (seen.insert(mark(index).key).second)
            keys.push_back(mark(index).key);
    }
    return keys;
}

} // namespace galley
