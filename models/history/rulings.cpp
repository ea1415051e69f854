// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulings.h"

#include <algorithm>

namespace galley {

bool overlap(const Ruling &one, const Ruling &other)
{
    return std::ranges::any_of(one.about, [&](AnnotationId id) { return std::ranges::binary_search(other.about, id); });
}

HoldingRulings holding(std::vector<MadeRuling> rulings)
{
    std::ranges::sort(rulings, std::ranges::greater(), [](const MadeRuling &made) { return std::pair(made.last, made.ruling.id); });
    HoldingRulings result;
    for (MadeRuling &made : rulings) {
        const bool gives = std::ranges::any_of(result.hold, [&](const MadeRuling &later) { return overlap(made.ruling, later.ruling); });
        (gives ? result.superseded : result.hold).push_back(std::move(made));
    }
    return result;
}

} // namespace galley
