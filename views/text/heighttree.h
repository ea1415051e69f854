// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace galley {

/// The heights of many paragraphs in whole pixels: one can change, and the place of one be found, in logarithmic time.
/// (A Fenwick tree.)
class HeightTree
{
public:
    void assign(std::vector<int> heights);

    int size() const { return int(m_heights.size()); }
    int height(int index) const { return m_heights[size_t(index)]; }
    void setHeight(int index, int height);

    qint64 top(int index) const; ///< sum of the heights before `index`
    qint64 total() const { return top(size()); }
    int indexAt(qint64 y) const; ///< the one that covers `y`; the first or last where `y` is outside, -1 if there is none

private:
    std::vector<int> m_heights;
    std::vector<qint64> m_sums; ///< 1-based: m_sums[i] covers the (i & -i) heights that end at i
};

} // namespace galley
