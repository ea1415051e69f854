// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "textlines.h"

namespace galley {

qsizetype lineEndIn(QStringView text, qsizetype from)
{
    // To look for one sign is so much faster than for any of four that four times is.
    const qsizetype feed = text.indexOf(u'\n', from);
    QStringView line = text.sliced(from, (feed < 0 ? text.size() : feed) - from);
    for (const QChar other : {QChar(0x2028), QChar(0x2029), QChar(0x85)}) {
        if (const qsizetype end = line.indexOf(other); end >= 0)
            line.truncate(end);
    }
    return from + line.size();
}

std::vector<TextLine> textLines(QStringView text)
{
    std::vector<TextLine> lines;
    bool blankBefore = true;
    for (qsizetype at = 0; at <= text.size();) {
        const qsizetype end = lineEndIn(text, at);
        const QStringView line = text.sliced(at, end - at);
        const QStringView trimmed = line.trimmed(); // takes NBSP for a blank, as readers do
        if (trimmed.isEmpty()) {
            blankBefore = true;
            if (!lines.empty())
                lines.back().beforeBlank = true;
        } else {
            lines.push_back({trimmed, trimmed.data() - text.data(), blankBefore, false});
            blankBefore = false;
        }
        at = end + 1;
    }
    if (!lines.empty())
        lines.back().beforeBlank = true;
    return lines;
}

} // namespace galley
