// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "language.h"

#include <algorithm>

#include <cld2/internal/lang_script.h>
#include <cld2/public/compact_lang_det.h>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

QString languageOfPart(QStringView start)
{
    if (!start.isEmpty() && start.front().isLowSurrogate())
        start = start.sliced(1);
    if (!start.isEmpty() && start.back().isHighSurrogate())
        start.chop(1);
    QByteArray utf8 = start.toUtf8();
    // Its tables take noncharacters and controls for a crash or for nothing; white space is all they can stand for here.
    std::ranges::replace_if(utf8, [](char c) { return uchar(c) < 0x20 || c == 0x7F; }, ' ');
    bool reliable = false;
    const CLD2::Language language
        = CLD2::DetectLanguage(utf8.constData(), int(utf8.size()), /*is_plain_text*/ true, &reliable);
    if (!reliable || language == CLD2::UNKNOWN_LANGUAGE || language == CLD2::TG_UNKNOWN_LANGUAGE)
        return {};
    const QString code = QString::fromLatin1(CLD2::LanguageCode(language));
    // Codes that were in use before BCP 47.
    return code == u"iw" ? u"he"_s : code == u"jw" ? u"jv"_s : code == u"sr-ME" ? u"sr-Latn-ME"_s : code;
}

/// A quarter of the words begin with a capital, or there are none to tell: the text of most articles is looked at once.
bool isFullOfNames(QStringView text)
{
    int words = 0, names = 0;
    bool within = false;
    for (const QChar c : text) {
        const bool letter = c.isLetter();
        words += letter && !within;
        names += letter && !within && c.isUpper();
        within = letter;
    }
    return names * 4 >= words;
}

} // namespace

QString detectedLanguage(QStringView text)
{
    constexpr qsizetype looked = 300; // enough to be sure; much more would cost as much as to store the article
    constexpr qsizetype most = 4000;
    const QString start = languageOfPart(text.first(std::min(looked, text.size())));
    if (text.size() < looked + looked / 2 || !isFullOfNames(text.first(looked)))
        return start;
    // A beginning full of names is in the language of the names: a part further on has to agree, else two of three
    // decide, or more of the text.
    const QString middle = languageOfPart(text.sliced(std::min(text.size() / 2, text.size() - looked), looked));
    if (start == middle)
        return start;
    const QString end = languageOfPart(text.last(looked));
    return end == middle || end == start ? end : languageOfPart(text.first(std::min(most, text.size())));
}

} // namespace galley
