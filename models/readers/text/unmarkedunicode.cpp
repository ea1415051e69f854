// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "unmarkedunicode.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace galley {

namespace {

using enum QStringConverter::Encoding;

std::optional<QStringConverter::Encoding> ofLatinPattern(QByteArrayView bytes)
{
    const QByteArrayView head = bytes.first(std::min<qsizetype>(bytes.size(), 4096) & ~qsizetype(3));
    std::array<qsizetype, 4> zeros{};
    for (qsizetype at = 0; at < head.size(); ++at)
        zeros[size_t(at % 4)] += head[at] == 0;
    const qsizetype groups = std::max<qsizetype>(head.size() / 4, 1);
    const auto most = [&](size_t column) { return zeros[column] * 10 >= groups * 7; };
    const auto few = [&](size_t column) { return zeros[column] * 10 <= groups; };
    if (bytes.size() % 4 == 0 && few(0) && most(1) && most(2) && most(3))
        return Utf32LE;
    if (bytes.size() % 4 == 0 && most(0) && most(1) && most(2) && few(3))
        return Utf32BE;
    if (bytes.size() % 2 == 0 && few(0) && most(1) && few(2) && most(3))
        return Utf16LE;
    if (bytes.size() % 2 == 0 && most(0) && few(1) && most(2) && few(3))
        return Utf16BE;
    return std::nullopt;
}

/// Whether nearly all of it is ASCII: text with a few NUL bytes in it, or a file of another kind.
bool isMostlyAscii(QByteArrayView bytes)
{
    const auto shown = std::ranges::count_if(bytes, [](char c) { return c >= 0x20 && c < 0x7F; });
    return shown * 10 >= (bytes.size() - bytes.count('\0')) * 9;
}

/// Whether all of it are characters that texts are made of, with a blank or line end among them. Read from the wrong end,
/// these become letters of far scripts, and others become nothing at all.
bool isProse(const QString &text)
{
    bool parted = false;
    for (const char32_t c : text.toUcs4()) {
        const auto category = QChar::category(c);
        parted = parted || c == U' ' || c == U'\n' || c == U'\u3000';
        if (category == QChar::Other_NotAssigned || category == QChar::Other_PrivateUse || category == QChar::Other_Surrogate
            || (category == QChar::Other_Control && c != U'\n' && c != U'\r' && c != U'\t'))
            return false;
    }
    return parted;
}

} // namespace

std::optional<QStringConverter::Encoding> unmarkedUnicode(QByteArrayView bytes)
{
    if (const auto latin = ofLatinPattern(bytes))
        return latin;
    constexpr qsizetype looked = 1 << 16;
    const QByteArrayView part = bytes.first(std::min(bytes.size(), looked));
    if (isMostlyAscii(part))
        return std::nullopt;
    std::optional<QStringConverter::Encoding> found;
    for (const auto encoding : {Utf32LE, Utf32BE, Utf16LE, Utf16BE}) {
        const int unit = encoding == Utf32LE || encoding == Utf32BE ? 4 : 2;
        if (bytes.size() % unit != 0)
            continue;
        QStringDecoder decoder(encoding, QStringConverter::Flag::ConvertInitialBom);
        const QString text = decoder.decode(part);
        if (decoder.hasError() || !isProse(text))
            continue;
        if (found)
            return std::nullopt; // either way: nobody can say
        found = encoding;
    }
    return found;
}

} // namespace galley
