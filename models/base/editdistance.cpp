// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editdistance.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace galley {

qsizetype editDistance(QStringView a, QStringView b, qsizetype most)
{
    const auto [frontOfA, frontOfB] = std::ranges::mismatch(a, b);
    a = a.sliced(frontOfA - a.begin());
    b = b.sliced(frontOfB - b.begin());
    while (!a.isEmpty() && !b.isEmpty() && a.back() == b.back()) {
        a.chop(1);
        b.chop(1);
    }
    if (std::abs(a.size() - b.size()) > most)
        return most + 1;

    // Cells further than `most` from the diagonal cost more than `most`, whatever is in them.
    const qsizetype band = std::min(most, std::max(a.size(), b.size()));
    std::vector<qsizetype> row(size_t(b.size()) + 1);
    for (size_t at = 0; at < row.size(); ++at)
        row[at] = qsizetype(at);
    for (qsizetype i = 0; i < a.size(); ++i) {
        const qsizetype first = std::max<qsizetype>(0, i - band);
        const qsizetype last = std::min(b.size(), i + band + 1);
        qsizetype diagonal = row[size_t(first)];
        row[size_t(first)] = first == 0 ? i + 1 : most + 1;
        qsizetype least = row[size_t(first)];
        for (qsizetype j = first; j < last; ++j) {
            qsizetype &cell = row[size_t(j) + 1];
            const qsizetype above = j + 1 > i + band ? most + 1 : cell;
            const qsizetype replaced = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = cell;
            cell = std::min({above + 1, row[size_t(j)] + 1, replaced});
            least = std::min(least, cell);
        }
        if (least > most)
            return most + 1;
    }
    return std::min(row.back(), most + 1);
}

} // namespace galley
