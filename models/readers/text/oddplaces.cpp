// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oddplaces.h"

#include <QChar>

namespace galley {

namespace {

bool isAscii(QChar c)
{
    return c.unicode() < 0x80;
}

/// Signs that stand before or after a word.
bool mayTouchLetters(QChar c)
{
    constexpr QStringView signs(u"\u00A1\u00A7\u00A9\u00AA\u00AB\u00AE\u00B0\u00BA\u00BB\u00BF\u00B2\u00B3\u00B9\u00A2"
                                u"\u00A3\u00A5\u2122\u20AC\u2022\u2020\u2021\u2030\u2039\u203A");
    return signs.contains(c) || (c.unicode() >= 0x2018 && c.unicode() < 0x2020);
}

/// Apostrophes, hyphens, dashes and white space, which also stand between words without a blank.
bool mayPartLetters(QChar c)
{
    constexpr QStringView signs(u"\u00A0\u00AD\u00B4\u00B7\u2018\u2019\u2026");
    return signs.contains(c) || c.isMark() || c.isSpace() || c.category() == QChar::Other_Format
        || c.category() == QChar::Punctuation_Dash || c.script() == QChar::Script_Inherited;
}

bool isOddSign(QChar before, QChar sign, QChar after)
{
    if (sign == QChar(u'\u00A4') || sign.category() == QChar::Other_Control || sign.category() == QChar::Other_NotAssigned)
        return true;
    if (sign.isLetterOrNumber() || mayPartLetters(sign))
        return false;
    return mayTouchLetters(sign) ? before.isLetter() && after.isLetter() : before.isLetter() || after.isLetter();
}

/// The sign of a fraction in a word: “œ” of another charset has its place.
bool isOddFraction(QChar before, QChar fraction, QChar after)
{
    return fraction.category() == QChar::Number_Other && fraction.decomposition().contains(QChar(u'\u2044'))
        && (before.isLetter() || (after.isLower() && !before.isDigit()));
}

bool isOddLetter(QChar before, QChar letter)
{
    if (!letter.isLetter() || !before.isLetter() || (isAscii(letter) && isAscii(before)))
        return false;
    const bool capitalWithin = letter.isUpper() && before.isLower();
    const auto ofWords = [](QChar c) { return c.script() == QChar::Script_Common ? QChar::Script_Latin : c.script(); };
    const auto isAlphabet = [](QChar::Script script) {
        return script == QChar::Script_Latin || script == QChar::Script_Greek || script == QChar::Script_Cyrillic
            || script == QChar::Script_Hebrew || script == QChar::Script_Arabic;
    };
    const bool twoScripts = ofWords(letter) != ofWords(before) && isAlphabet(ofWords(letter)) && isAlphabet(ofWords(before));
    return capitalWithin || twoScripts;
}

} // namespace

qsizetype oddPlaces(QStringView text)
{
    qsizetype odd = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text[at];
        const QChar before = at > 0 ? text[at - 1] : QChar(u' ');
        const QChar after = at + 1 < text.size() ? text[at + 1] : QChar(u' ');
        if (!isAscii(c))
            odd += isOddSign(before, c, after) || isOddFraction(before, c, after);
        odd += isOddLetter(before, c);
    }
    return odd;
}

} // namespace galley
