// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "displayedtext.h"

namespace galley {

QString displayedText(const QString &text)
{
    QString shown = text;
    const auto isStructure = [](char16_t unit) {
        return (unit < 0x20 && unit != u'\n' && unit != u'\t') || unit == 0x7F || unit == 0xFFFC || unit == 0xFDD0 || unit == 0xFDD1;
    };
    for (qsizetype at = 0; at < text.size(); ++at) {
        const char16_t unit = text[at].unicode();
        if (!isStructure(unit))
            continue;
        const bool blank = unit == u'\r' || unit == u'\v' || unit == u'\f';
        const char16_t picture = unit < 0x20 ? char16_t(0x2400 + unit) : unit == 0x7F ? char16_t(0x2421) : u'\uFFFD';
        shown[at] = blank ? u' ' : QChar(picture);
    }
    return shown;
}

} // namespace galley
