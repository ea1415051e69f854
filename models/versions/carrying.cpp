// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "carrying.h"

#include <algorithm>

namespace galley {

CarriedAnnotation carried(const TextMatch &match, const MeasuredText &text, Annotation annotation)
{
    AnchorState worst = AnchorState::Same;
    const auto move = [&](std::vector<Range> &ranges, QString &quote) {
        if (ranges.empty()) // the whole article
            return;
        Anchor anchor = match.anchor(ranges);
        worst = std::max(worst, anchor.state); // declared from best to worst
        if (anchor.state == AnchorState::Ambiguous || anchor.state == AnchorState::Gone)
            return;
        ranges = std::move(anchor.ranges);
        quote = quoteOf(text.text, text.positions, ranges);
    };
    move(annotation.ranges, annotation.quote);
    for (VariableValue &value : annotation.values) {
        if (auto *passage = std::get_if<Passage>(&value.value))
            move(passage->ranges, passage->quote);
    }
    return {worst, std::move(annotation)};
}

} // namespace galley
