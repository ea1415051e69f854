// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "symbolfonts.h"

#include <algorithm>
#include <array>
#include <utility>

namespace galley {

namespace {

// From 20 and from A0 on; "." in the second where there is no character.
constexpr QStringView symbolLower = u" !∀#∃%&∋()∗+,−./0123456789:;<=>?"
                                    u"≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"
                                    u"‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼";
constexpr QStringView symbolUpper = u"€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵"
                                    u"ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"
                                    u"◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪.〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭";
static_assert(symbolLower.size() == 0x7F - 0x20 && symbolUpper.size() == 0xFF - 0xA0);

// Those that texts use: marks of lists, arrows, ticks.
constexpr std::array wingdings{
    std::pair(u'\x22', u'✂'), std::pair(u'\x28', u'☎'), std::pair(u'\x2A', u'✉'), std::pair(u'\x4A', u'☺'),
    std::pair(u'\x4C', u'☹'), std::pair(u'\x6C', u'●'), std::pair(u'\x6D', u'❍'), std::pair(u'\x6E', u'■'),
    std::pair(u'\x6F', u'□'), std::pair(u'\x71', u'❑'), std::pair(u'\x75', u'◆'), std::pair(u'\x76', u'❖'),
    std::pair(u'\x9F', u'•'), std::pair(u'\xA1', u'○'), std::pair(u'\xA7', u'▪'), std::pair(u'\xA8', u'◻'),
    std::pair(u'\xAB', u'★'), std::pair(u'\xD8', u'➢'), std::pair(u'\xDF', u'←'), std::pair(u'\xE0', u'→'),
    std::pair(u'\xE1', u'↑'), std::pair(u'\xE2', u'↓'), std::pair(u'\xE8', u'➔'), std::pair(u'\xF0', u'⇨'),
    std::pair(u'\xFB', u'✗'), std::pair(u'\xFC', u'✓'), std::pair(u'\xFD', u'☒'), std::pair(u'\xFE', u'☑')};

} // namespace

QChar symbolCharacter(QStringView font, char16_t code)
{
    const auto place = char16_t(code & 0xFF);
    if (code > 0xFF && (code < 0xF020 || code > 0xF0FF))
        return code;
    if (font.compare(u"Symbol", Qt::CaseInsensitive) == 0) {
        if (place >= 0x20 && place < 0x7F)
            return symbolLower[place - 0x20];
        if (place >= 0xA0 && place < 0xFF && place != 0xF0)
            return symbolUpper[place - 0xA0];
    }
    if (font.compare(u"Wingdings", Qt::CaseInsensitive) == 0) {
        const auto found = std::ranges::find(wingdings, place, [](const auto &entry) { return entry.first; });
        if (found != wingdings.end())
            return found->second;
    }
    return place < 0x20 ? QChar(u' ') : QChar(char16_t(0xF000 | place));
}

bool hasSymbols(QStringView font)
{
    constexpr std::array names{"Symbol", "Wingdings", "Wingdings 2", "Wingdings 3", "Webdings", "ZapfDingbats"};
    return std::ranges::any_of(names,
                               [&](const char *name) { return font.compare(QLatin1StringView(name), Qt::CaseInsensitive) == 0; });
}

} // namespace galley
