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

namespace {

/// The places of bytes that are no UTF-8, in words.
class StrayPlaces
{
public:
    void add(int line, QByteArrayView bytes)
    {
        if (m_count++ < mostNamed)
            m_named += Readers::tr("line %1 (%2)").arg(line).arg(QString::fromLatin1(bytes.toByteArray().toHex(' ').toUpper()));
    }
    qsizetype count() const { return m_count; }

    QString remark() const
    {
        QString places = m_named.join(", "_L1);
        if (m_count > mostNamed)
            places += u' ' + Readers::tr("and %n more", nullptr, int(m_count - mostNamed));
        return Readers::tr("It is UTF-8 but for %n places, whose bytes were read as windows-1252 or became U+FFFD: %1", nullptr, int(m_count))
            .arg(places);
    }

private:
    static constexpr qsizetype mostNamed = 20;
    QStringList m_named;
    qsizetype m_count = 0;
};

} // namespace

std::optional<Decoded> decodedAsMixed(QByteArrayView bytes, bool declared)
{
    QString text;
    qsizetype evidence = 0; // the bytes that continue a character: hardly any other encoding has them by chance
    StrayPlaces stray;
    qsizetype begin = 0; // of what is valid
    int line = 1;
    for (qsizetype at = 0; at < bytes.size();) {
        const auto lead = uchar(bytes[at]);
        line += lead == '\n';
        const qsizetype length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        const QByteArrayView piece = bytes.sliced(at, std::min(length, bytes.size() - at));
        if (length == 1 || QUtf8StringView(piece.data(), piece.size()).isValidUtf8()) {
            evidence += length - 1;
            at += length;
            continue;
        }
        const bool cutOff = piece.size() < length && lead >= 0xC2
            && std::all_of(piece.begin() + 1, piece.end(), [](char c) { return (uchar(c) & 0xC0) == 0x80; });
        const QByteArrayView wrong = cutOff ? piece : piece.first(1);
        stray.add(line, wrong);
        if (stray.count() * 2 > evidence + 40)
            return std::nullopt;
        const auto western = cutOff ? Result<QString>(failed(QString())) : decodedAsWindows1252(wrong);
        text += fromValidUtf8(bytes.sliced(begin, at - begin)) + western.value_or(QString(QChar(QChar::ReplacementCharacter)));
        begin = at += wrong.size();
    }
    if (stray.count() == 0 || evidence < (declared ? 1 : 2) || stray.count() * (declared ? 1 : 2) > evidence)
        return std::nullopt;
    return Decoded{text + fromValidUtf8(bytes.sliced(begin)), u"UTF-8, windows-1252"_s, !declared, {stray.remark()}};
}

} // namespace galley
