// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <compare>
#include <optional>

namespace galley {

/// A half-open stretch [begin, end) of a text. The unit is part of the type, so that code points
/// (project file, exports) and UTF-16 units (Qt in memory) cannot be mixed by accident.
template<typename Unit>
struct Extent
{
    qsizetype begin = 0;
    qsizetype end = 0;

    constexpr qsizetype length() const { return end - begin; }
    constexpr bool isEmpty() const { return begin >= end; }
    constexpr bool contains(qsizetype position) const { return begin <= position && position < end; }
    constexpr bool contains(Extent other) const { return begin <= other.begin && other.end <= end; }

    friend constexpr auto operator<=>(const Extent &, const Extent &) = default;
};

/// In Unicode code points: the unit of the project file and of everything that leaves it.
using Range = Extent<struct CodePoints>;

/// In UTF-16 code units: the unit of QString, QTextDocument and the views.
using Utf16Range = Extent<struct Utf16Units>;

/// In UTF-8 bytes: the unit of some exchange formats.
using Utf8Range = Extent<struct Utf8Bytes>;

/// The part two ranges share; touching ranges share nothing.
template<typename Unit>
constexpr std::optional<Extent<Unit>> intersection(Extent<Unit> a, Extent<Unit> b)
{
    const Extent<Unit> shared{std::max(a.begin, b.begin), std::min(a.end, b.end)};
    return shared.isEmpty() ? std::nullopt : std::optional(shared);
}

} // namespace galley
