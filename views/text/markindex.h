// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <text/mark.h>
#include <text/spanlayout.h>

#include <vector>

namespace galley {

/// The marks of one page in reading order, each with its lane; what touches a stretch is found by bisection.
/// Ranges are cut to the text; a mark of which nothing is left is kept but has no lane and touches nothing.
class MarkIndex
{
public:
    /// Both return the stretches in which a lane came, went or moved.
    std::vector<Utf16Range> replace(std::vector<Mark> marks, qsizetype textLength);
    std::vector<Utf16Range> add(const std::vector<Mark> &marks);
    std::vector<Utf16Range> remove(qint64 key);

    const std::vector<Mark> &all() const { return m_marks; } ///< in reading order
    int size() const { return int(m_marks.size()); }
    const Mark &mark(int index) const { return m_marks[size_t(index)]; }
    const LanedRange &laned(int index) const { return m_laned[size_t(index)]; } ///< cut to the text
    int laneCount() const { return m_laneCount; }

    std::vector<int> touching(Utf16Range range) const;       ///< in reading order
    std::vector<int> containing(qsizetype position) const;   ///< innermost first: by length, then the later begin
    std::vector<int> withKey(qint64 key) const;              ///< in reading order
    std::vector<qint64> keysOf(const std::vector<int> &indexes) const; ///< in that order, each once

private:
    std::vector<Utf16Range> arrange();
    void collect(size_t node, size_t first, size_t count, Utf16Range range, size_t last, std::vector<int> &found) const;

    qsizetype m_textLength = 0;
    std::vector<Mark> m_marks;
    std::vector<LanedRange> m_laned;         ///< parallel to m_marks
    std::vector<qsizetype> m_furthestEnds;   ///< a heap-shaped tree over m_laned: the greatest end below each node
    size_t m_leaves = 0;
    int m_laneCount = 0;
};

} // namespace galley
