// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words.h"

#include <array>
#include <memory>
#include <utility>

#define U_SHOW_CPLUSPLUS_API 0
#include <unicode/ubrk.h>
#include <unicode/uloc.h>

namespace galley {

namespace {

enum class Piece { Word, Number, Characters, Symbol, Mute };

/// What lies between two boundaries.
struct PieceOfText
{
    Utf16Range range;
    Piece kind;
};

/// Something that is read, not only set: letters, digits, symbols, emoji.
bool hasContent(QStringView text)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        char32_t codePoint = text[at].unicode();
        if (text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate())
            codePoint = QChar::surrogateToUcs4(text[at], text[at + 1]);
        at += codePoint > 0xFFFF ? 1 : 0;
        const QChar::Category category = QChar::category(codePoint);
        const bool mute = QChar::isSpace(codePoint) || QChar::isPunct(codePoint) || category == QChar::Other_Format
            || category == QChar::Other_Control;
        if (!mute)
            return true;
    }
    return false;
}

Piece kindOf(QStringView piece, int status)
{
    if (status >= UBRK_WORD_KANA)
        return Piece::Characters;
    if (status >= UBRK_WORD_LETTER)
        return Piece::Word;
    if (status >= UBRK_WORD_NUMBER)
        return Piece::Number;
    return hasContent(piece) ? Piece::Symbol : Piece::Mute;
}

struct Closing
{
    void operator()(UBreakIterator *boundaries) const { ubrk_close(boundaries); }
};
using Boundaries = std::unique_ptr<UBreakIterator, Closing>;

Boundaries boundariesIn(const QString &language)
{
    std::array<char, ULOC_FULLNAME_CAPACITY> locale{}; // empty: the rules that hold for every language
    UErrorCode status = U_ZERO_ERROR;
    uloc_forLanguageTag(language.toLatin1().constData(), locale.data(), int32_t(locale.size()) - 1, nullptr, &status);
    if (U_FAILURE(status))
        locale[0] = '\0';
    status = U_ZERO_ERROR;
    return Boundaries(ubrk_open(UBRK_WORD, locale.data(), nullptr, 0, &status));
}

/// Those of the language asked for last are kept: to look up its rules takes longer than to apply them to a paragraph.
UBreakIterator *boundariesOf(QStringView text, const QString &language)
{
    thread_local std::pair<QString, Boundaries> last;
    if (!last.second || last.first != language)
        last = {language, boundariesIn(language)};
    UErrorCode status = U_ZERO_ERROR;
    if (last.second)
        ubrk_setText(last.second.get(), text.utf16(), int32_t(text.size()), &status);
    return U_SUCCESS(status) ? last.second.get() : nullptr;
}

std::vector<PieceOfText> piecesOf(QStringView text, const QString &language)
{
    std::vector<PieceOfText> pieces;
    UBreakIterator *boundaries = boundariesOf(text, language);
    if (!boundaries) // ICU's own data are missing
        return {{{0, text.size()}, hasContent(text) ? Piece::Word : Piece::Mute}};
    for (int32_t from = 0, to = ubrk_next(boundaries); to != UBRK_DONE; from = to, to = ubrk_next(boundaries))
        pieces.push_back({{from, to}, kindOf(text.sliced(from, to - from), ubrk_getRuleStatus(boundaries))});
    return pieces;
}

bool isSpelled(Piece kind)
{
    return kind == Piece::Word || kind == Piece::Number;
}

/// A hyphen in a compound, a no-break space before a number's next three digits.
bool links(QStringView text, const PieceOfText &before, const PieceOfText &link, const PieceOfText &after)
{
    if (link.kind != Piece::Mute || link.range.length() != 1)
        return false;
    const char16_t character = text[link.range.begin].unicode();
    if (character == u'-' || character == u'\u2010' || character == u'\u2011')
        return isSpelled(before.kind) && isSpelled(after.kind);
    const bool narrow = character == u'\u00A0' || character == u'\u202F' || character == u'\u2009';
    return narrow && before.kind == Piece::Number && after.kind == Piece::Number && text[after.range.begin].isDigit()
        && (after.range.length() == 3 || (after.range.length() > 3 && !text[after.range.begin + 3].isDigit()));
}

/// The sign of a currency or of a share, which is read with the number it stands at.
bool isUnitSign(QStringView text, const PieceOfText &piece)
{
    if (piece.range.length() != 1)
        return false;
    const QChar sign = text[piece.range.begin];
    return sign.category() == QChar::Symbol_Currency || sign == u'%' || sign == u'\u2030' || sign == u'\u00B0';
}

bool belongTogether(QStringView text, const PieceOfText &left, const PieceOfText &right)
{
    return (left.kind == Piece::Number && isUnitSign(text, right)) || (right.kind == Piece::Number && isUnitSign(text, left));
}

} // namespace

std::vector<Utf16Range> wordsOf(QStringView text, const QString &language)
{
    const std::vector<PieceOfText> pieces = piecesOf(text, language);
    std::vector<Utf16Range> words;
    for (size_t at = 0; at < pieces.size(); ++at) {
        const bool leads = at + 1 < pieces.size() && belongTogether(text, pieces[at], pieces[at + 1]); // the sign in "%5"
        if (pieces[at].kind == Piece::Mute && !leads)
            continue;
        const qsizetype begin = pieces[at].range.begin;
        for (;;) {
            if (at + 1 < pieces.size() && belongTogether(text, pieces[at], pieces[at + 1]))
                at += 1;
            else if (at + 2 < pieces.size() && links(text, pieces[at], pieces[at + 1], pieces[at + 2]))
                at += 2;
            else
                break;
        }
        words.push_back({begin, pieces[at].range.end});
    }
    return words;
}

} // namespace galley
