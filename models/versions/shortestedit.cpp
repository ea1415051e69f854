// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shortestedit.h"

#include <algorithm>
#include <optional>

namespace galley {

namespace {

/// Furthest positions in `a` after each number of edits: row d holds the diagonals -d, -d + 2 … d.
using Furthest = std::vector<std::vector<qsizetype>>;

/// Where diagonal k is entered after d edits, before what is equal is passed over.
qsizetype entered(const Furthest &rows, qsizetype d, qsizetype k)
{
    if (d == 0)
        return 0;
    const std::vector<qsizetype> &row = rows[size_t(d - 1)];
    const auto on = [&](qsizetype diagonal) { return row[size_t((diagonal + d - 1) / 2)]; };
    if (k == -d)
        return on(k + 1);
    if (k == d)
        return on(k - 1) + 1;
    return std::max(on(k - 1) + 1, on(k + 1));
}

/// Fills the rows until the ends meet.
std::optional<Furthest> searched(std::span<const quint32> a, std::span<const quint32> b, qsizetype most, qsizetype &work)
{
    const qsizetype n = qsizetype(a.size());
    const qsizetype m = qsizetype(b.size());
    Furthest rows;
    for (qsizetype d = 0; d <= std::min(most, n + m) && work > 0; ++d) {
        rows.emplace_back(size_t(d) + 1);
        for (qsizetype k = -d; k <= d; k += 2) {
            qsizetype x = entered(rows, d, k);
            const qsizetype from = x;
            // Diagonals that left the rectangle go on outside it, where nothing is equal.
            while (x >= 0 && x < n && x - k >= 0 && x - k < m && a[size_t(x)] == b[size_t(x - k)])
                ++x;
            rows.back()[size_t((k + d) / 2)] = x;
            work -= x - from + 1;
            if (x >= n && x - k >= m && k == n - m)
                return rows;
        }
    }
    return std::nullopt;
}

} // namespace

std::vector<Match> shortestEdit(std::span<const quint32> a, std::span<const quint32> b, qsizetype most, qsizetype &work)
{
    const std::optional<Furthest> rows = searched(a, b, most, work);
    if (!rows)
        return {};
    std::vector<Match> matches;
    qsizetype k = qsizetype(a.size()) - qsizetype(b.size());
    for (qsizetype d = qsizetype(rows->size()) - 1; d >= 0; --d) {
        const qsizetype end = (*rows)[size_t(d)][size_t((k + d) / 2)];
        const qsizetype begin = entered(*rows, d, k);
        if (end > begin)
            matches.push_back({begin, begin - k, end - begin});
        if (d == 0)
            break;
        const std::vector<qsizetype> &row = (*rows)[size_t(d - 1)];
        const auto on = [&](qsizetype diagonal) { return row[size_t((diagonal + d - 1) / 2)]; };
        const bool removed = k == d || (k != -d && on(k - 1) + 1 >= on(k + 1));
        k += removed ? -1 : 1;
    }
    std::ranges::reverse(matches);
    return matches;
}

} // namespace galley
