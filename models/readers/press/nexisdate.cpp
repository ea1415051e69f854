// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "nexisdate.h"

#include <readers/article/writtendate.h>

#include <algorithm>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype mostWords = 12;
constexpr qsizetype wholeDay = 10; // "2023-05-04"

std::optional<NexisDate> dateAt(const NexisBlock &block, qsizetype line)
{
    const QString first = block.lines[line].simplified();
    // A weekday or a time can have a line of its own.
    if (line + 1 < block.lines.size()) {
        const auto iso = isoDateWritten(first + u' ' + block.lines[line + 1].simplified());
        if (iso && iso->size() >= wholeDay)
            return NexisDate{0, line, line + 2, *iso, {}};
    }
    std::optional<NexisDate> date;
    if (block.centred)
        date = nexisDateAtBegin(first);
    else if (const auto iso = isoDateWritten(first); iso && iso->size() >= wholeDay)
        date = NexisDate{0, 0, 1, *iso, {}};
    if (date)
        date = NexisDate{0, line, line + 1, date->iso, date->rest};
    return date;
}

/// "January 2009", and where of the year alone one is sure: "Summer, 2008", "March/April 2009".
std::optional<NexisDate> shortDateAt(const NexisBlock &block, qsizetype line)
{
    const QString text = block.lines[line].simplified();
    if (const auto iso = isoDateWritten(text))
        return NexisDate{0, line, line + 1, *iso, {}};
    const auto year = yearOfPeriodWritten(text);
    return year ? std::optional(NexisDate{0, line, line + 1, *year, {}}) : std::nullopt;
}

} // namespace

std::optional<NexisDate> nexisDateAtBegin(const QString &line)
{
    const QStringList words = line.split(u' ', Qt::SkipEmptyParts);
    for (qsizetype count = words.size() > mostWords ? 0 : words.size(); count > 0; --count) {
        const auto iso = isoDateWritten(words.first(count).join(u' '));
        if (iso && iso->size() >= wholeDay)
            return NexisDate{0, 0, 1, *iso, words.sliced(count).join(u' ')};
    }
    return std::nullopt;
}

std::optional<NexisDate> nexisDate(const std::vector<NexisBlock> &blocks, size_t reach)
{
    constexpr qsizetype mostLines = 6;
    std::optional<NexisDate> inShort;
    for (size_t at = 0; at < std::min(blocks.size(), reach); ++at) {
        const NexisBlock &block = blocks[at];
        if (isKnownEntry(block) && !block.centred)
            break;
        for (qsizetype line = 0; line < std::min(block.lines.size(), block.centred ? mostLines : 1); ++line) {
            auto date = dateAt(block, line);
            if (date) {
                date->block = at;
                return date;
            }
            if (inShort || !block.centred || (at == 0 && line == 0)) // the outlet may be called 2000
                continue;
            inShort = shortDateAt(block, line);
            if (inShort)
                inShort->block = at;
        }
    }
    return inShort;
}

} // namespace galley
