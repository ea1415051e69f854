// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/coder.h>
#include <review/comparedgroup.h>

#include <QStringList>

#include <vector>

namespace galley {

/// A coder agrees less with the others in the articles coded later than in those before.
struct CoderDrift
{
    CoderId coder;
    int articles = 0;            ///< in each of the two halves; of an odd number the middle one is in neither
    double before = 0, after = 0; ///< of what was compared in an article, the share in which they and another had the same; the mean of articles
    double chance = 1;           ///< of a fall as great or greater if the order of the articles meant nothing

    bool operator==(const CoderDrift &) const = default;
};

/// Those whose agreement falls. The articles of a coder are ordered by when they last marked something there, and cut in two.
/// Agreement is of each group that work falls into: the share of the other coders who have the same codes there; who marked nothing
/// has none. Halves are told apart by permutation (Fisher 1935): 1,000 orders of the articles drawn from a seed. It is a fall
/// where it is of a tenth at least, less likely than one in a hundred by chance, and there are five articles or more in a half. Who
/// falls most is told, then whoever still falls without them: whom somebody comes away from has not changed.
std::vector<CoderDrift> driftsIn(const std::vector<ComparedGroup> &groups);

/// "Ada agrees less with the others than before: …", one a coder.
QStringList textsOf(const std::vector<CoderDrift> &drifts, const std::vector<Coder> &coders);

} // namespace galley
