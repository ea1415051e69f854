// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spanlayout.h"

#include <algorithm>
#include <functional>
#include <queue>

namespace galley {

std::vector<int> lanes(std::span<const Utf16Range> ranges)
{
    struct Busy
    {
        qsizetype end;
        int lane;
        bool operator>(const Busy &other) const { return end > other.end; }
    };
    // Two heaps instead of a search: ten thousand ranges over the same words must stay cheap as well.
    std::priority_queue<Busy, std::vector<Busy>, std::greater<>> busy;
    std::priority_queue<int, std::vector<int>, std::greater<>> free;
    int count = 0;

    std::vector<int> result;
    result.reserve(ranges.size());
    for (const Utf16Range &range : ranges) {
        if (range.isEmpty()) {
            result.push_back(-1);
            continue;
        }
        for (; !busy.empty() && busy.top().end <= range.begin; busy.pop())
            free.push(busy.top().lane);
        if (free.empty())
            free.push(count++);
        result.push_back(free.top());
        busy.push({range.end, free.top()});
        free.pop();
    }
    return result;
}

std::vector<LinePiece> piecesOnLine(Utf16Range line, std::span<const LanedRange> ranges, int places)
{
    std::vector<LinePiece> pieces;
    std::vector<size_t> deep;
    for (size_t i = 0; i < ranges.size(); ++i) {
        const auto part = intersection(line, ranges[i].range);
        if (!part || ranges[i].lane < 0)
            continue;
        const bool keeps = ranges[i].lane < places;
        if (!keeps)
            deep.push_back(pieces.size());
        pieces.push_back({int(i), keeps ? ranges[i].lane : -1, *part});
    }
    for (const size_t i : deep) {
        for (int slot = 0; slot < places && pieces[i].slot < 0; ++slot) {
            const bool taken = std::ranges::any_of(pieces, [&](const LinePiece &other) {
                return other.slot == slot && intersection(other.range, pieces[i].range).has_value();
            });
            if (!taken)
                pieces[i].slot = slot;
        }
    }
    return pieces;
}

int slotsUsed(std::span<const LinePiece> pieces)
{
    int used = 0;
    for (const LinePiece &piece : pieces)
        used = std::max(used, piece.slot + 1);
    return used;
}

int foldedCount(std::span<const LinePiece> pieces)
{
    return int(std::ranges::count(pieces, -1, &LinePiece::slot));
}

} // namespace galley
