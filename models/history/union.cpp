// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "union.h"

#include <algorithm>
#include <utility>

namespace galley {

namespace {

/// The UUID settles what the id leaves open: two copies drew one number.
auto placeOf(const Entry &entry) { return std::pair(entry.operation.id, entry.operation.uuid); }

} // namespace

std::vector<Entry> unionOf(const std::vector<Entry> &ours, const std::vector<Entry> &theirs)
{
    std::vector<Entry> all;
    all.reserve(ours.size() + theirs.size());
    auto our = ours.begin();
    for (const Entry &their : theirs) {
        for (; our != ours.end() && placeOf(*our) < placeOf(their); ++our)
            all.push_back(*our);
        if (our != ours.end() && placeOf(*our) == placeOf(their))
            continue;
        all.push_back(their);
        all.back().operation.own = false;
    }
    all.insert(all.end(), our, ours.end());
    return all;
}

} // namespace galley
