// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/range.h>

#include <QStringView>

#include <vector>

namespace galley {

/// A line that is not blank, without the white space around it.
struct TextLine
{
    QStringView text;
    qsizetype begin = 0; ///< of `text`, in UTF-16 units
    bool afterBlank = true;
    bool beforeBlank = true;

    Utf16Range range() const { return {begin, begin + text.size()}; }
};

/// Where the line ends that `from` is in: at a line feed, or at one of the signs that Unicode has for it (U+2028, U+2029, U+0085).
qsizetype lineEndIn(QStringView text, qsizetype from);

/// All lines that are not blank, in order.
std::vector<TextLine> textLines(QStringView text);

} // namespace galley
