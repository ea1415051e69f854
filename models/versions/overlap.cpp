// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "overlap.h"

#include <algorithm>
#include <span>

namespace galley {

namespace {

using Shingles = std::span<const quint32>;

Shingles upTo(const std::vector<quint32> &shingles, quint32 bound)
{
    return {shingles.begin(), std::ranges::upper_bound(shingles, bound)};
}

/// Calls `take` for each that both have.
void forEachShared(Shingles a, Shingles b, auto &&take)
{
    for (auto ours = a.begin(), theirs = b.begin(); ours != a.end() && theirs != b.end();) {
        const quint32 one = *ours;
        const quint32 other = *theirs;
        if (one == other)
            take(one);
        // Which is the lower cannot be foretold, and branches that are foretold wrongly would cost most of the time.
        ours += one <= other ? 1 : 0;
        theirs += other <= one ? 1 : 0;
    }
}

} // namespace

Overlap overlapOf(ComparedText a, ComparedText b)
{
    const quint32 bound = std::min(a.fingerprint.bound, b.fingerprint.bound);
    const Shingles ours = upTo(a.fingerprint.shingles, bound);
    const Shingles theirs = upTo(b.fingerprint.shingles, bound);
    Overlap overlap;
    forEachShared(ours, theirs, [&](quint32 shingle) {
        overlap.shared += a.ignored.empty() || !std::ranges::binary_search(a.ignored, shingle) ? 1 : 0;
    });
    const size_t smaller = std::min(ours.size() - upTo(a.ignored, bound).size(), theirs.size() - upTo(b.ignored, bound).size());
    overlap.containment = smaller > 0 ? double(overlap.shared) / double(smaller) : 0;
    return overlap;
}

double likeness(const Fingerprint &a, const Fingerprint &b)
{
    constexpr size_t enough = 100;
    const size_t count = std::min({enough, a.shingles.size(), b.shingles.size()});
    if (count == 0)
        return 0;
    const quint32 bound
        = std::min(a.shingles[std::min(enough, a.shingles.size()) - 1], b.shingles[std::min(enough, b.shingles.size()) - 1]);
    const Shingles ours = upTo(a.shingles, bound);
    const Shingles theirs = upTo(b.shingles, bound);
    size_t shared = 0;
    forEachShared(ours, theirs, [&](quint32) { ++shared; });
    return double(shared) / double(ours.size() + theirs.size() - shared);
}

} // namespace galley
