// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shortened.h"

#include "textpositions.h"

namespace galley {

QString shortened(const QString &text, int characters)
{
    const QString line = text.simplified();
    if (line.size() <= characters)
        return line;
    const Utf16Range kept = snappedToGraphemes(line, {0, characters - 1});
    return line.first(kept.end) + u'…';
}

QString quoted(const QString &text)
{
    static constexpr QStringView marks = u"\"“”„‟«»‹›‘‚「」『』";
    if (!text.isEmpty() && (marks.contains(text.front()) || marks.contains(text.back())))
        return text;
    return u'“' + text + u'”';
}

} // namespace galley
