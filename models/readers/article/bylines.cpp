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

/// "Jordan Press": behind "and" a word for newspapers may be somebody's name, unless the word before it names none of a person.
bool maySurnameBe(const QString &part)
{
    static const QRegularExpression name(u"^(\\p{Lu}\\p{Ll}+) (?:Press|Post|Times|News|Service|Network|Chief|Critic)$"_s);
    static const QStringList houses{u"Associated"_s, u"Canadian"_s, u"Free"_s, u"Daily"_s, u"Evening"_s, u"Morning"_s, u"Sunday"_s, u"National"_s,
        u"Washington"_s, u"York"_s, u"Sky"_s, u"Fox"_s, u"Local"_s, u"City"_s, u"State"_s, u"Financial"_s, u"Irish"_s, u"Los"_s, u"World"_s,
        u"Press"_s, u"Wire"_s, u"Bloomberg"_s, u"Reuters"_s, u"The"_s, u"Jerusalem"_s, u"Huffington"_s, u"Denver"_s, u"Yahoo"_s, u"Star"_s};
    const auto match = name.match(part);
    return match.hasMatch() && !houses.contains(match.captured(1));
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
    const QString names = byline.trimmed().remove(by);
    const auto take = [&](const QString &part, bool afterAnd) {
        const QString name = collapsed(part);
        if (!name.isEmpty() && (!isAffiliation(name) || (afterAnd && maySurnameBe(name))) && !people.contains(name))
            people.push_back(name);
    };
    static const QRegularExpression conjunction(u"\\b(?:and|und|et|en|y|og|och)\\s+$|&\\s*$"_s, QRegularExpression::CaseInsensitiveOption);
    qsizetype begin = 0;
    bool afterAnd = false;
    for (const auto &match : between.globalMatch(names)) {
        take(names.sliced(begin, match.capturedStart() - begin), afterAnd);
        begin = match.capturedEnd();
        afterAnd = conjunction.match(match.captured()).hasMatch();
    }
    take(names.sliced(begin), afterAnd);
    if (people.size() == 1)
        return people.front();
    // "Ann Lee and Bo Kim, Lindmoor": the place where several of them are.
    static const QRegularExpression place(u"^\\p{Lu}[\\p{L}'’-]+$"_s);
    if (people.size() > 2 && place.match(people.back()).hasMatch() && whole.endsWith(", "_L1 + people.back())
        && std::all_of(people.begin(), people.end() - 1, isName))
        people.removeLast();
    const bool aPair = people.size() == 2 && whole.contains(people.join(", "_L1));
    return !aPair && std::ranges::all_of(people, isName) && !people.isEmpty() ? people.join("; "_L1) : whole;
}

} // namespace galley
