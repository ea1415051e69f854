// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rtfwriting.h"

#include "symbolfonts.h"

#include <algorithm>
#include <utility>

namespace galley {

void RtfCharacters::setCodePage(int codePage)
{
    if (m_codePages.isKnown(codePage))
        m_codePage = codePage;
}

void RtfCharacters::byte(char byte, int font)
{
    if (m_standIns > 0) {
        --m_standIns;
        if (m_half)
            m_instead += byte;
        return;
    }
    settleHalf();
    if (font != m_bytesFont)
        decodeBytes();
    m_bytesFont = font;
    m_bytes += byte;
}

void RtfCharacters::unicode(int number, int standIns, int font)
{
    if (number < 0 && number >= -0x8000)
        number += 0x10000; // written as signed words
    m_standIns = 0;
    if (m_half && number >= 0 && QChar::isLowSurrogate(char32_t(number))) {
        m_text += QChar(std::exchange(m_half, 0));
        m_text += QChar(char16_t(number));
        m_instead.clear();
        m_standIns = standIns;
        return;
    }
    settle();
    if (number <= 0 || number > 0x10FFFF || QChar::isLowSurrogate(char32_t(number)))
        return; // no character: what stands in for it is shown
    m_standIns = standIns;
    if (QChar::isHighSurrogate(char32_t(number))) {
        m_half = char16_t(number);
        m_bytesFont = font;
        return;
    }
    const RtfFontTable::Font known = fonts.font(font);
    if (known.symbols && number < 0x10000)
        m_text += symbolCharacter(known.name, char16_t(number));
    else
        m_text += QChar::fromUcs4(char32_t(number));
}

void RtfCharacters::character(char16_t character)
{
    if (m_standIns > 0) {
        --m_standIns;
        return;
    }
    settle();
    m_text += QChar(character);
}

void RtfCharacters::endSkipping()
{
    m_standIns = 0;
}

QString RtfCharacters::take()
{
    settle();
    return std::exchange(m_text, {});
}

void RtfCharacters::settle()
{
    settleHalf();
    decodeBytes();
}

/// Half of a pair that stayed alone is no character; what stands in for it is shown.
void RtfCharacters::settleHalf()
{
    if (std::exchange(m_half, 0))
        m_bytes += std::exchange(m_instead, {});
}

void RtfCharacters::decodeBytes()
{
    if (m_bytes.isEmpty())
        return;
    const QByteArray bytes = std::exchange(m_bytes, {});
    const RtfFontTable::Font font = fonts.font(m_bytesFont);
    if (font.symbols) {
        for (const char byte : bytes)
            m_text += symbolCharacter(font.name, uchar(byte));
        return;
    }
    if (std::ranges::all_of(bytes, [](char byte) { return uchar(byte) < 0x80; })) {
        m_text += QLatin1StringView(bytes);
        return;
    }
    QString text = m_codePages.decoded(bytes, font.codePage ? font.codePage : m_codePage);
    if (text.isNull()) {
        // A font of the wrong character set is a common fault; the document's own code page is the better guess then.
        m_doubtful = true;
        text = m_codePages.decoded(bytes, m_codePage);
    }
    m_text += text.isNull() ? m_codePages.decoded(bytes, 1252) : text;
}

} // namespace galley
