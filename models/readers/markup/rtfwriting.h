// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "codepages.h"
#include "rtftables.h"

namespace galley {

/// Puts text together from what an RTF file has for it: bytes in the code page of a font, and characters of Unicode
/// with bytes that stand in for them. A byte may be the first half of a character, and so may a number of \u.
class RtfCharacters
{
public:
    RtfFontTable fonts;
    int documentFont = 0;

    void setCodePage(int codePage); ///< of the document; one that is not known is passed over
    void byte(char byte, int font);
    void unicode(int number, int standIns, int font);
    void character(char16_t character); ///< that a control word means
    void endSkipping();                 ///< the bytes that stand in for a character end here at the latest
    /// Everything since it was last asked for.
    QString take();
    bool hasDoubtful() const { return m_doubtful; } ///< were there bytes that mean nothing in their code page?

private:
    void settle();
    void settleHalf();
    void decodeBytes();

    CodePages m_codePages;
    int m_codePage = 1252;
    QString m_text;
    QByteArray m_bytes;
    int m_bytesFont = 0;
    int m_standIns = 0;   // still to come
    char16_t m_half = 0;  // the first of a surrogate pair
    QByteArray m_instead; // its stand-ins
    bool m_doubtful = false;
};

} // namespace galley
