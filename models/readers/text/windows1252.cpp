// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows1252.h"

#include <readers/readertext.h>

#include <QUtf8StringView>

#include <algorithm>
#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

// The upper half of C1 in windows-1252; 0 where it has no character.
constexpr std::array<char16_t, 32> windows1252{
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178};

} // namespace

Result<QString> decodedAsWindows1252(QByteArrayView bytes)
{
    QString text(bytes.size(), Qt::Uninitialized);
    QChar *out = text.data();
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        const auto byte = uchar(bytes[at]);
        const char16_t unit = byte < 0x80 || byte >= 0xA0 ? char16_t(byte) : windows1252[byte - 0x80];
        if (!unit && byte)
            return failed(
                Readers::tr("The bytes fit neither UTF-8 nor windows-1252 (byte %1 at position %2): it is in another encoding, "
                       "which has to be stated, or no text at all.")
                    .arg(byte, 2, 16, '0'_L1)
                    .arg(at));
        *out++ = unit;
    }
    return text;
}

std::optional<Decoded> decodedAsMixed(QByteArrayView bytes)
{
    QString text;
    qsizetype sequences = 0;
    qsizetype stray = 0;
    qsizetype begin = 0; // of what is valid
    for (qsizetype at = 0; at < bytes.size();) {
        const auto lead = uchar(bytes[at]);
        const qsizetype length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        const QByteArrayView piece = bytes.sliced(at, std::min(length, bytes.size() - at));
        if (length == 1 || QUtf8StringView(piece.data(), piece.size()).isValidUtf8()) {
            sequences += length > 1;
            at += length;
            continue;
        }
        const auto western = decodedAsWindows1252(piece.first(1));
        if (!western || ++stray * 2 > sequences + 20)
            return std::nullopt;
        text += fromValidUtf8(bytes.sliced(begin, at - begin)) + *western;
        begin = ++at;
    }
    if (sequences < 4 || stray * 2 > sequences)
        return std::nullopt;
    return Decoded{text + fromValidUtf8(bytes.sliced(begin)), u"UTF-8, windows-1252"_s, true};
}

} // namespace galley
