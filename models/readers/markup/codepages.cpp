// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codepages.h"

#include <algorithm>
#include <array>
#include <utility>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array fontCharsets{
    std::pair(0, 1252),   std::pair(1, 0),      std::pair(2, -1),     std::pair(77, 10000), std::pair(78, 932),
    std::pair(79, 949),   std::pair(80, 936),   std::pair(81, 950),   std::pair(83, 10005), std::pair(84, 10004),
    std::pair(85, 10006), std::pair(86, 10081), std::pair(87, 874),   std::pair(88, 10029), std::pair(89, 10007),
    std::pair(128, 932),  std::pair(129, 949),  std::pair(130, 1361), std::pair(134, 936),  std::pair(136, 950),
    std::pair(161, 1253), std::pair(162, 1254), std::pair(163, 1258), std::pair(177, 1255), std::pair(178, 1256),
    std::pair(179, 1256), std::pair(180, 1256), std::pair(181, 1255), std::pair(186, 1257), std::pair(204, 1251),
    std::pair(222, 874),  std::pair(238, 1250), std::pair(254, 437),  std::pair(255, 850)};

// Those whose names are not "windows-" or "ibm-" with the number.
constexpr std::array names{std::pair(932, "windows-31j"),      std::pair(936, "GBK"),
                           std::pair(949, "windows-949"),      std::pair(950, "windows-950"),
                           std::pair(1361, "johab"),           std::pair(10000, "macintosh"),
                           std::pair(10001, "windows-31j"),    std::pair(10002, "windows-950"),
                           std::pair(10003, "windows-949"),    std::pair(10004, "x-mac-arabic"),
                           std::pair(10005, "x-mac-hebrew"),   std::pair(10006, "x-mac-greek"),
                           std::pair(10007, "x-mac-cyrillic"), std::pair(10008, "GBK"),
                           std::pair(10021, "windows-874"),    std::pair(10029, "x-mac-centraleurroman"),
                           std::pair(10081, "x-mac-turkish"),  std::pair(20866, "KOI8-R"),
                           std::pair(21866, "KOI8-U"),         std::pair(28591, "ISO-8859-1"),
                           std::pair(28592, "ISO-8859-2"),     std::pair(54936, "gb18030"),
                           std::pair(65001, "UTF-8")};

QByteArray codePageName(int codePage)
{
    const auto found = std::ranges::find(names, codePage, [](const auto &entry) { return entry.first; });
    if (found != names.end())
        return found->second;
    const bool windows = codePage == 874 || (codePage >= 1250 && codePage <= 1258);
    return (windows ? "windows-" : "ibm-") + QByteArray::number(codePage);
}

} // namespace

int codePageOfCharset(int charset)
{
    const auto found = std::ranges::find(fontCharsets, charset, [](const auto &entry) { return entry.first; });
    return found == fontCharsets.end() ? 0 : found->second;
}

QStringDecoder &CodePages::decoder(int codePage)
{
    const auto [place, added] = m_decoders.try_emplace(codePage);
    if (added && codePage > 0)
        place->second = QStringDecoder(QLatin1StringView(codePageName(codePage)));
    return place->second;
}

bool CodePages::isKnown(int codePage)
{
    return decoder(codePage).isValid();
}

QString CodePages::decoded(QByteArrayView bytes, int codePage)
{
    QStringDecoder &known = decoder(codePage);
    if (!known.isValid())
        return {};
    known.resetState();
    // A blank behind the bytes brings to light a character that they cut off.
    QString text = known.decode(bytes.toByteArray() + ' ');
    if (known.hasError() || text.contains(QChar(QChar::ReplacementCharacter)) || !text.endsWith(u' '))
        return {};
    text.chop(1);
    return text;
}

} // namespace galley
