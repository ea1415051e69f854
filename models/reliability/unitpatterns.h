// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "codings.h"

#include <span>
#include <vector>

namespace galley {

/// Units as multisets of values, those that are alike counted together: all that a coefficient needs that does not ask who gave
/// a value. Units without any value are left out.
struct UnitPatterns
{
    std::vector<qint32> values;    ///< of one pattern after another, ascending within each
    std::vector<size_t> begins{0}; ///< where each pattern begins in `values`, and the end
    std::vector<qint64> units;     ///< how many units each pattern stands for

    size_t size() const { return units.size(); }
    std::span<const qint32> operator[](size_t pattern) const
    {
        return std::span(values).subspan(begins[pattern], begins[pattern + 1] - begins[pattern]);
    }
    void append(std::span<const qint32> ascending, qint64 count);
};

/// The patterns of a matrix with at least `least` values. Where few values and coders make it likely that units are alike, each
/// pattern occurs once; where units seldom are, looking for their like is given up and a pattern may occur several times.
UnitPatterns patternsOf(const Codings &codings, size_t least = 1);

/// How often each of `categories` categories occurs.
std::vector<qint64> countsOf(const UnitPatterns &patterns, size_t categories);

qint64 unitCount(const UnitPatterns &patterns);

/// Calls `visit(value, times)` for every distinct value of a unit.
void forEachValue(std::span<const qint32> unit, auto &&visit)
{
    for (size_t i = 0, next = 0; i < unit.size(); i = next) {
        while (next < unit.size() && unit[next] == unit[i])
            ++next;
        visit(unit[i], qint64(next - i));
    }
}

} // namespace galley
