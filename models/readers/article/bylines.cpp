// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bylines.h"

#include <readers/text/plaintext.h>

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestWithNames = 500;

/// Two to five words, the first in capitals: "Ann Lee", "William Rees-Mogg", "Pierre de la Tour"; in a script that has none,
/// one word will do.
bool isName(const QString &part)
{
    static const QRegularExpression name(
        u"^(?:\\p{Lo}[\\p{Lo}\\p{M}]+|[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}.'’-]*"
        "(?: (?:[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}.'’-]*|de|du|la|le|van|von|der|den|del|di|da)){1,4})$"_s);
    return name.match(part).hasMatch();
}

} // namespace

bool isAffiliation(const QString &part)
{
    static const QRegularExpression words(
        u"\\b(?:staff|writers?|reporters?|editors?|correspondents?|bureau|press|news|newspapers?|agency|association|service|"
        "media|network|times|post|reuters|columnists?|critic|contributor|chief|redaktion|redactie|journalist|korrespondent|"
        "correspondant)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression agency(
        u"^(?:\\p{Lu}{2,5}|\\p{Ll}{2,6}|(?:AP|PA|AFP|AAP|UPI|EFE|ANSA|NTB|STT|TT|dpa|The) .*)$"_s);
    return words.match(part).hasMatch() || agency.match(part).hasMatch();
}

QString authorsIn(const QString &byline)
{
    static const QRegularExpression by(u"^(?:by|von|par|por|door|av|af|di|text|words|story)\\b\\s*:?\\s+(?=\\p{L})"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression between(
        u"\\s*[,;/\\n]\\s*(?:(?:and|und|et|en|y|og|och)\\s+)?|\\s*&\\s*|\\s+(?:and|und|et|en|y|og|och)\\s+"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QString whole = collapsed(byline.trimmed().remove(by));
    if (whole.size() > longestWithNames)
        return whole;
    QStringList people;
    for (const QString &part : byline.trimmed().remove(by).split(between, Qt::SkipEmptyParts)) {
        if (const QString name = collapsed(part); !isAffiliation(name) && !people.contains(name))
            people.push_back(name);
    }
    if (people.size() == 1)
        return people.front();
    const bool aPair = people.size() == 2 && whole.contains(people.join(", "_L1));
    return !aPair && std::ranges::all_of(people, isName) && !people.isEmpty() ? people.join("; "_L1) : whole;
}

} // namespace galley
