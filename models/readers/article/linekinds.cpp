// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "linekinds.h"

#include "bylines.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <algorithm>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr auto caseless = QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption;

/// Lower case, runs of white space as one blank, without the marks around.
QString plainLine(QStringView line)
{
    QString result = line.toString().toLower().simplified();
    while (!result.isEmpty() && u".:!|»›>[]*•-"_s.contains(result.back()))
        result.chop(1);
    const auto begins = std::ranges::find_if(result, [](QChar c) { return !u"[|«‹<*•-"_s.contains(c); });
    return result.sliced(begins - result.begin()).trimmed();
}

const QSet<QString> &chromeLines()
{
    static const QSet<QString> lines{u"back to top"_s, u"return to top"_s, u"top of page"_s, u"skip to main content"_s,
        u"skip to content"_s, u"send a link to a friend"_s, u"send a link to a friend share"_s, u"share this article"_s,
        u"share this story"_s, u"share this page"_s, u"share this with"_s, u"share this post"_s, u"email this article"_s,
        u"email this page"_s, u"print this article"_s, u"print this page"_s, u"printer friendly version"_s, u"copy link"_s,
        u"copy this link"_s, u"link copied"_s, u"save article"_s, u"bookmark this page"_s, u"advertisement"_s,
        u"advertisements"_s, u"advertising"_s, u"sponsored content"_s, u"sponsored links"_s, u"anzeige"_s, u"publicité"_s,
        u"publicidad"_s, u"article continues below"_s, u"article continues below advertisement"_s, u"story continues below"_s,
        u"story continues below advertisement"_s, u"continue reading below"_s, u"advertisement continues below"_s,
        u"continue reading the main story"_s, u"read more"_s, u"read full article"_s, u"related articles"_s, u"related stories"_s,
        u"related topics"_s, u"related links"_s, u"related news"_s, u"most read"_s, u"most popular"_s, u"trending now"_s,
        u"recommended for you"_s, u"you may also like"_s, u"you might also like"_s, u"more on this story"_s,
        u"more from our site"_s, u"subscribe"_s, u"subscribe now"_s, u"subscribe to our newsletter"_s,
        u"sign up for our newsletter"_s, u"sign up now"_s, u"log in"_s, u"sign in"_s, u"view comments"_s, u"show comments"_s,
        u"leave a comment"_s, u"post a comment"_s, u"no comments"_s, u"add a comment"_s, u"loading"_s, u"follow us"_s,
        u"follow us on twitter"_s, u"follow us on facebook"_s, u"like us on facebook"_s, u"join the conversation"_s,
        u"terms of use"_s, u"privacy policy"_s, u"cookie policy"_s, u"contact us"_s, u"about us"_s};
    return lines;
}

/// A row of buttons: "Share  Tweet  Email".
bool isButtonRow(const QString &line)
{
    static const QSet<QString> buttons{u"share"_s, u"tweet"_s, u"email"_s, u"e-mail"_s, u"print"_s, u"facebook"_s, u"twitter"_s,
        u"x"_s, u"linkedin"_s, u"whatsapp"_s, u"reddit"_s, u"pinterest"_s, u"telegram"_s, u"messenger"_s, u"flipboard"_s,
        u"save"_s, u"copy"_s};
    const QStringList words = line.split(u' ', Qt::SkipEmptyParts);
    const bool all = std::ranges::all_of(
        words, [](const QString &word) { return word == "|"_L1 || word == "·"_L1 || buttons.contains(word); });
    const bool naming = std::ranges::any_of(words, [](const QString &word) {
        return word == "share"_L1 || word == "tweet"_L1 || word == "print"_L1 || word == "whatsapp"_L1;
    });
    return all && (words.size() > 1 ? true : naming && line != "print"_L1);
}

bool startsWithAny(QStringView line, std::initializer_list<QLatin1StringView> words)
{
    const QChar first = line.isEmpty() ? QChar() : line.front().toLower();
    return std::ranges::any_of(
        words, [&](QLatin1StringView word) { return word.front() == first && line.startsWith(word, Qt::CaseInsensitive); });
}

} // namespace

bool isChrome(QStringView line)
{
    if (line.size() > 160)
        return false;
    if (line.size() <= 60) {
        const QString words = plainLine(line);
        if (chromeLines().contains(words) || (!words.isEmpty() && isButtonRow(words)))
            return true;
    }
    if (!startsWithAny(line,
            {"sign up "_L1, "subscribe to "_L1, "follow "_L1, "read more:"_L1, "see also:"_L1, "also read:"_L1, "read also:"_L1,
                "click here to "_L1}))
        return false;
    static const QRegularExpression invitation(
        u"^(?:(?:sign up (?:here )?for|subscribe to) (?:our|the|my) [^.]{0,60}"
        "(?:newsletters?|e-?mails?|alerts?|updates|podcast|channel)\\b.{0,60}"
        "|follow (?:us|me|the author|@\\w+) on [^.]{1,60}\\.?|(?:read more|see also|also read|read also): \\S.*"
        "|click here to (?:subscribe|sign up|read more|comment)[^.]{0,60}\\.?)$"_s,
        caseless);
    return invitation.matchView(line).hasMatch();
}

bool isCopyright(QStringView line)
{
    if (line.size() > 600)
        return false;
    const QStringView bare = line.startsWith(u'[') || line.startsWith(u'(') ? line.sliced(1) : line;
    const bool marked = bare.startsWith(u'©') || startsWithAny(bare, {"copyright"_L1}) || startsWithAny(line, {"(c) "_L1});
    if (marked) {
        static const QRegularExpression sentence(u"^copyright (?![\\s(©:,]*(?:\\(c\\)|©)?\\s*(?:19|20)\\d{2}|©|\\(c\\))[^.]*\\b\\p{Ll}{2,} [^.]*\\p{Ll}\\.$"_s, caseless);
        if (bare.size() > 60 && !bare.contains("reserved"_L1, Qt::CaseInsensitive) && sentence.matchView(bare).hasMatch())
            return false; // "Copyright reform of 2019 was …"
        static const QRegularExpression yearOrRights(
            u"^.{0,40}\\b(?:19|20)\\d{2}\\b|all rights reserved|alle rechte vorbehalten|tous droits réservés"_s, caseless);
        return yearOrRights.matchView(bare).hasMatch()
            || (bare.startsWith(u'©') && bare.size() <= 60 && !leadingPhotoCredit(bare));
    }
    if (startsWithAny(line, {"this material may not be "_L1, "all rights reserved"_L1}))
        return true;
    const QStringView bareEnd = line.endsWith(u'.') || line.endsWith(u']') ? line.chopped(1) : line;
    return line.size() <= 300 && (bareEnd.endsWith("reserved"_L1, Qt::CaseInsensitive) || line.contains(u'©'))
        && line.contains("all rights reserved"_L1, Qt::CaseInsensitive)
        && (line.contains(u'©') || line.contains("copyright"_L1, Qt::CaseInsensitive));
}

bool isByline(QStringView line)
{
    if (line.size() > 120 || line.size() < 6)
        return false;
    if (const qsizetype comma = line.indexOf(u','); comma > 0 && line.count(u',') == 1 && isAffiliation(line.sliced(comma + 1).trimmed().toString())) {
        // "Ann Lee, Staff Writer"
        static const QRegularExpression person(u"^\\p{Lu}[\\p{Ll}'’-]+(?: \\p{Lu}\\.?)?(?: \\p{Lu}[\\p{L}'’-]+){1,2}$"_s, QRegularExpression::UseUnicodePropertiesOption);
        static const QRegularExpression role(u"^\\p{L}[\\p{L} '’-]*$"_s, QRegularExpression::UseUnicodePropertiesOption);
        if (person.matchView(line.first(comma)).hasMatch() && role.matchView(line.sliced(comma + 1).trimmed()).hasMatch())
            return true;
    }
    if (!startsWithAny(line, {"by "_L1, "von "_L1, "par "_L1, "por "_L1, "di "_L1, "door "_L1, "av "_L1, "af "_L1, "text: "_L1, "words: "_L1,
            "story: "_L1, "written by "_L1, "reported by "_L1, "story by "_L1, "posted by "_L1, "published by "_L1}))
        return false;
    // A name of two words or more, further ones after a comma or an "and"; an outlet or a place may follow.
    static const QRegularExpression names(
        u"^(?:(?:[Ww]ritten |[Rr]eported |[Ss]tory |[Pp]osted |[Pp]ublished )?[Bb]y:?|BY:?|Von|VON|Par|PAR|Por|POR|Di|Door|Av|Af|Text:|Words:|Story:)\\s+\\p{Lu}[\\p{L}.'’-]*"
        "(?: (?:\\p{Lu}[\\p{L}.'’-]*|de|da|di|du|van|von|der|den|ten|bin|al|el|la|le)){1,5}"
        "(?:(?:, | and | AND | & | und | et | y | e | en | och | og |; | \\| | [–—-] |/| in | IN | for (?:the )?)\\p{Lu}[\\p{L}.'’-]*"
        "(?: (?:\\p{Lu}[\\p{L}.'’-]*|de|da|di|du|van|von|der|den|ten|bin|al|el|la|le|of|the|for)){0,6}){0,5}$"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    return names.matchView(line).hasMatch();
}

bool isSubheading(QStringView line)
{
    if (line.size() < 4 || line.size() > 80 || line.endsWith(u'.') || line.endsWith(u',') || line.endsWith(u':')
        || line.endsWith(u')'))
        return false;
    qsizetype letters = 0;
    for (const QChar c : line) {
        if (c.isLower() || c.isDigit())
            return false;
        letters += c.isUpper();
    }
    return letters >= 6 && letters * 3 >= line.size() * 2 && line.contains(u' ') && !line.contains(u'/') && !line.contains(u'"');
}

bool isGalleryCaption(QStringView line)
{
    if (line.size() < 12 || line.size() > 700 || !line[0].isDigit())
        return false;
    static const QRegularExpression counted(
        u"^\\d{1,3} of \\d{1,3}\\. \\p{Lu}"_s, QRegularExpression::UseUnicodePropertiesOption);
    return counted.matchView(line).hasMatch();
}

std::optional<Utf16Range> photoCredit(QStringView line)
{
    if (line.size() > 900 || line.isEmpty())
        return std::nullopt;
    const QStringView tail = line.last(std::min<qsizetype>(line.size(), 140));
    // Sentences end in ways that few credits do; looking closer at every line would cost more than all other rules.
    const bool sentence
        = line.endsWith(u'.') ? !line.endsWith(")."_L1) && !tail.contains(u'/') && !tail.contains(" via "_L1) : !line.back().isLetter() && !line.endsWith(u')');
    if (sentence)
        return std::nullopt;
    const bool likely = tail.contains(u'/') || tail.contains("hoto"_L1)
        || tail.contains("PHOTO"_L1) || tail.contains("Getty"_L1) || tail.contains("redit:"_L1) || tail.contains("mage"_L1)
        || tail.contains("EPA"_L1);
    if (!likely)
        return std::nullopt;
    static const QRegularExpression credit(
        u"(?:(?:\\bCredit: ?)?(?:\\b(?:REUTERS|Reuters|AFP|EPA|DPA|ANSA|TASS|XINHUA|Xinhua|KYODO|Kyodo|YONHAP|BELGA|RITZAU|SCANPIX|LUSA|"
        "KEYSTONE|MAXPPP|ANP|NTB|AAP|PA|EFE|BERNAMA|ANTARA)|(?:^|(?<=[.!?)\"”:] ))\\p{Lu}{3,16})/\\p{Lu}\\p{Ll}[\\p{L} .'’-]{1,50}" // an agency in capitals, then a name
        "(?:/(?:File Photo|Files?|Pool|Handout|Illustration)){0,2}\\.?"
        "|\\((?:AP|EPA|AFP|Reuters|CP|AAP) ?(?:Photo|PHOTO|Image)(?:[/ :][^()]{1,80})?\\)\\.?"
        "|\\b(?:AFP|AP|EPA) ?(?:PHOTO|Photo) ?/ ?[^.;]{2,60}"
        "|(?<=[.!?)\"”] )\\(?(?:Photo|Photograph|Picture|Image|Photo credit|Picture credit|Image credit|Credit): [^.;:]{2,70}\\)?"
        "|(?<=[.!?)\"”] )\\(?(?:Photo|Photograph|Picture|Image) by \\p{Lu}[^.;:]{2,60}\\)?"
        "|^(?:Photo|Photo credit|Picture credit|Image credit|Photograph by|Photo by|Credit): \\p{Lu}[^.;:]{2,70}"
        "|[\\p{L} .'’-]{2,40}/(?:AP|AFP|EPA|Getty Images|AFP/Getty Images|AFP via Getty Images|Getty Images/AFP)\\.?"
        "|(?:^|(?<=[.!?)\"”] ))\\p{Lu}[\\p{L}.'’-]*(?: (?:\\p{Lu}[\\p{L}.'’-]*|of|the|de|van|von)){0,6} via (?:Getty Images|AP|AFP|EPA|Reuters|REUTERS)\\.?"
        "|\\((?:[\\p{L} .'’-]{2,40}/)?(?:AFP/)?Getty Images\\))$"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    const auto match = credit.matchView(tail);
    if (!match.hasMatch())
        return std::nullopt;
    const qsizetype offset = line.size() - tail.size();
    const QStringView found = match.capturedView();
    const qsizetype blanks = found.size() - found.trimmed().size();
    return Utf16Range{offset + match.capturedStart() + (found.startsWith(u' ') ? blanks : 0), line.size()};
}

std::optional<Utf16Range> leadingPhotoCredit(QStringView line)
{
    if (!line.startsWith(u'©') || line.size() > 600)
        return std::nullopt;
    static const QRegularExpression credit(
        u"^© ?(?:[\\p{L} .'’-]{2,40}/)?(?:AFP/Getty Images|Getty Images|AFP|AP|EPA|dpa|PA|"
        "R(?:EUTERS|euters)(?:/[\\p{L} .'’-]{2,40})?)(?= \\p{Lu}|$)"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    const auto match = credit.matchView(line);
    return match.hasMatch() ? std::optional(Utf16Range{0, match.capturedLength()}) : std::nullopt;
}

std::optional<Utf16Range> creditLine(QStringView line)
{
    const bool closed = line.endsWith(u')') || line.endsWith(")."_L1);
    const bool bare = startsWithAny(
        line, {"reporting by "_L1, "additional reporting by "_L1, "writing by "_L1, "editing by "_L1, "compiled by "_L1});
    if (!closed && !bare)
        return std::nullopt;
    static const QRegularExpression roles(
        u"(?:reporting|writing|editing|compiled|edited|written|reported|translation|translated|graphics?)"
        "\\b[^;()]{0,40}? by \\p{Lu}"_s,
        caseless);
    if (bare)
        return line.size() <= 800 && (line.contains(u';') || line.size() <= 120) && roles.matchView(line).hasMatch()
            ? std::optional(Utf16Range{0, line.size()})
            : std::nullopt;
    const qsizetype open = line.lastIndexOf(u'(');
    if (open < 0 || line.size() - open > 2000)
        return std::nullopt;
    const QStringView inside = line.sliced(open + 1);
    const bool begins = startsWithAny(inside,
        {"reporting"_L1, "additional reporting"_L1, "writing"_L1, "editing"_L1, "compiled"_L1, "edited by"_L1, "written by"_L1,
            "reported by"_L1, "by "_L1, "story by"_L1, "with reporting"_L1});
    return begins && roles.matchView(inside).hasMatch() ? std::optional(Utf16Range{open, line.size()}) : std::nullopt;
}

bool isContributionNote(QStringView line)
{
    if (line.size() > 400)
        return false;
    const QStringView bare = line.endsWith(u'.') ? line.chopped(1) : line;
    return bare.endsWith("contributed to this report"_L1) || bare.endsWith("contributed to this story"_L1)
        || bare.endsWith("contributed to this article"_L1) || bare.endsWith("contributed reporting"_L1);
}

} // namespace galley
