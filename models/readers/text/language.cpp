// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "language.h"

#include <algorithm>

#include <cld2/internal/lang_script.h>
#include <cld2/public/compact_lang_det.h>

namespace galley {

using namespace Qt::StringLiterals;

QString detectedLanguage(QStringView text)
{
    constexpr qsizetype looked = 300; // enough to be sure; much more would cost as much as to store the article
    QStringView start = text.first(std::min(looked, text.size()));
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

} // namespace galley
