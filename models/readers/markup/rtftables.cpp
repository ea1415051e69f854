// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rtftables.h"

#include "codepages.h"
#include "symbolfonts.h"

#include <algorithm>
#include <utility>

namespace galley {

void RtfFontTable::word(QByteArrayView word, int parameter)
{
    if (word == "f") {
        m_number = parameter;
        m_fonts[m_number] = {};
        m_name.clear();
    } else if (word == "fcharset") {
        m_fonts[m_number].codePage = codePageOfCharset(parameter);
    } else if (word == "cpg") {
        m_fonts[m_number].codePage = parameter;
    }
}

void RtfFontTable::byte(char byte)
{
    if (byte != ';') {
        m_name += byte;
        return;
    }
    Font &font = m_fonts[m_number];
    font.name = QString::fromLatin1(std::exchange(m_name, {}).trimmed());
    // Ordinary fonts are sometimes said to have the character set of symbols; their letters are letters.
    font.symbols = font.codePage < 0 && hasSymbols(font.name);
    font.codePage = std::max(font.codePage, 0);
}

void RtfStyleSheet::word(QByteArrayView word, int parameter)
{
    if (word == "s")
        m_number = parameter;
    else if (word == "cs" || word == "ds" || word == "ts")
        m_number = -1; // no style of paragraphs
    else if (word == "sbasedon")
        m_basedOn = parameter;
    else if (word == "outlinelevel")
        m_level = parameter;
}

void RtfStyleSheet::byte(char byte)
{
    if (byte != ';') {
        m_name += byte;
        return;
    }
    auto zone = zoneOfStyle(QString::fromLatin1(std::exchange(m_name, {})), m_level);
    if (!zone && m_basedOn >= 0)
        zone = m_zones.value(m_basedOn);
    if (m_number >= 0)
        m_zones.insert(m_number, zone);
    m_number = 0;
    m_basedOn = m_level = -1;
}

} // namespace galley
