// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paragraphs.h"

namespace galley {

namespace {

constexpr qsizetype widestWrap = 120; // nobody wraps wider; longer lines are paragraphs

std::vector<Utf16Range> linesOf(QStringView text)
{
    std::vector<Utf16Range> lines;
    for (qsizetype begin = 0; begin <= text.size();) {
        const qsizetype found = text.indexOf(u'\n', begin);
        const qsizetype end = found < 0 ? text.size() : found;
        lines.push_back({begin, end});
        begin = end + 1;
    }
    return lines;
}

qsizetype firstWordLength(QStringView line)
{
    qsizetype length = 0;
    while (length < line.size() && !line[length].isSpace())
        ++length;
    return length;
}

} // namespace

std::vector<Utf16Range> paragraphs(QStringView text)
{
    const std::vector<Utf16Range> lines = linesOf(text);
    qsizetype width = 0;
    for (const Utf16Range line : lines)
        width = std::max(width, line.length());

    std::vector<Utf16Range> result;
    bool open = false; // may the next line continue the last paragraph?
    qsizetype previous = 0;
    for (const Utf16Range range : lines) {
        const QStringView line = text.sliced(range.begin, range.length());
        const bool blank = line.trimmed().isEmpty();
        if (!blank) {
            const bool wrapped = width <= widestWrap && previous + 1 + firstWordLength(line) > width - width / 10;
            if (open && wrapped)
                result.back().end = range.end;
            else
                result.push_back(range);
        }
        open = !blank;
        previous = range.length();
    }
    return result;
}

} // namespace galley
