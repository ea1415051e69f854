// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "textlines.h"

#include <algorithm>

namespace galley {

qsizetype lineEndIn(QStringView text, qsizetype from)
{
    const auto ends = [](QChar c) { return c == u'\n' || c == QChar(0x2028) || c == QChar(0x2029) || c == QChar(0x85); };
    return std::find_if(text.begin() + from, text.end(), ends) - text.begin();
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
