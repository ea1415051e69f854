// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "unitpatterns.h"

#include <vector>

namespace galley {

/// How often two categories meet in a unit.
struct Coincidence
{
    qint32 first = 0;
    qint32 second = 0; ///< not below `first`
    double value = 0;  ///< of the cell (first, second); the cell (second, first) is the same

    bool operator==(const Coincidence &) const = default;
};

enum class PairWeight {
    Divided, ///< a unit's ordered pairs count 1/(values − 1) each: Krippendorff's coincidences, which sum to the number of values
    Single, ///< each ordered pair counts 1
};

/// The cells that are not zero, by row, then column. Units with one value have no pairs.
std::vector<Coincidence> coincidencesOf(const UnitPatterns &patterns, size_t categories, PairWeight weight = PairWeight::Divided);

} // namespace galley
