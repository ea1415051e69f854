// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/textpositions.h>

#include <QString>

#include <string_view>
#include <vector>

namespace galley {

/// A passage and what is around it, as the text has them.
struct PassageInContext
{
    QString left, hit, right;
};

/// With at most so many code points on either side.
PassageInContext passageAt(const MeasuredText &text, Range range, qsizetype width);

/// Bytes of a UTF-8 text as code points, in one go: `ranges` by their begins.
std::vector<Range> toCodePoints(std::string_view utf8, const std::vector<Utf8Range> &ranges);

} // namespace galley
