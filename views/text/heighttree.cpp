// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "heighttree.h"

#include <algorithm>
#include <bit>

namespace galley {

void HeightTree::assign(std::vector<int> heights)
{
    m_heights = std::move(heights);
    m_sums.assign(m_heights.size() + 1, 0);
    for (size_t i = 1; i < m_sums.size(); ++i) {
        m_sums[i] += m_heights[i - 1];
        const size_t parent = i + (i & (~i + 1));
        if (parent < m_sums.size())
            m_sums[parent] += m_sums[i];
    }
}

void HeightTree::setHeight(int index, int height)
{
    const int delta = height - m_heights[size_t(index)];
    m_heights[size_t(index)] = height;
    for (size_t i = size_t(index) + 1; i < m_sums.size(); i += i & (~i + 1))
        m_sums[i] += delta;
}

qint64 HeightTree::top(int index) const
{
    qint64 sum = 0;
    for (size_t i = size_t(index); i > 0; i -= i & (~i + 1))
        sum += m_sums[i];
    return sum;
}

int HeightTree::indexAt(qint64 y) const
{
    size_t passed = 0;
    for (size_t step = std::bit_floor(m_heights.size()); step > 0; step /= 2) {
        if (passed + step < m_sums.size() && m_sums[passed + step] <= y) {
            passed += step;
            y -= m_sums[passed];
        }
    }
    return std::min(int(passed), size() - 1);
}

} // namespace galley
