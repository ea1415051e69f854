// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rangetext.h"

#include <charconv>

namespace galley {

std::string rangesText(const std::vector<Range> &ranges)
{
    std::string text = "[";
    for (const Range &range : ranges) {
        text += text.size() > 1 ? ",[" : "[";
        text += std::to_string(range.begin) + ',' + std::to_string(range.end) + ']';
    }
    return text + ']';
}

std::vector<Range> rangesIn(std::string_view text)
{
    std::vector<Range> ranges;
    constexpr std::string_view partOfNumber = "-0123456789";
    const auto number = [&](qsizetype &value) {
        text.remove_prefix(std::min(text.find_first_of(partOfNumber), text.size()));
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        text.remove_prefix(size_t(end - text.data()));
        return error == std::errc();
    };
    for (Range range; number(range.begin) && number(range.end);)
        ranges.push_back(range);
    return ranges;
}

} // namespace galley
