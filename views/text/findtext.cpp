// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "findtext.h"

#include <QString>

namespace galley {

namespace {

/// One character for one, so that positions stay.
char16_t folded(char16_t unit)
{
    switch (unit) {
    case u'\u2018': case u'\u2019': case u'\u201A': case u'\u201B': case u'\u2032':
        return u'\'';
    case u'\u201C': case u'\u201D': case u'\u201E': case u'\u201F': case u'\u00AB': case u'\u00BB': case u'\u2033':
        return u'"';
    case u'\u2010': case u'\u2011': case u'\u2012': case u'\u2013': case u'\u2014': case u'\u2212':
        return u'-';
    default:
        return QChar::isSpace(unit) ? u' ' : unit;
    }
}

QString folded(QStringView text)
{
    QString result(text.size(), Qt::Uninitialized);
    for (qsizetype at = 0; at < text.size(); ++at)
        result[at] = folded(text[at].unicode());
    return result;
}

bool isWordPart(QStringView text, qsizetype at)
{
    if (at < 0 || at >= text.size())
        return false;
    char32_t codePoint = text[at].unicode();
    if (text[at].isLowSurrogate() && at > 0 && text[at - 1].isHighSurrogate())
        codePoint = QChar::surrogateToUcs4(text[at - 1], text[at]);
    else if (text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate())
        codePoint = QChar::surrogateToUcs4(text[at], text[at + 1]);
    return QChar::isLetterOrNumber(codePoint) || QChar::isMark(codePoint) || codePoint == U'_';
}

} // namespace

std::vector<Utf16Range> findAll(QStringView text, QStringView needle, FindOptions options)
{
    std::vector<Utf16Range> hits;
    if (needle.isEmpty())
        return hits;
    const QString hay = folded(text);
    const QString wanted = folded(needle);
    const auto sensitivity = options.testFlag(FindOption::CaseSensitive) ? Qt::CaseSensitive : Qt::CaseInsensitive;
    for (qsizetype at = hay.indexOf(wanted, 0, sensitivity); at >= 0;) {
        const Utf16Range hit{at, at + wanted.size()};
        const bool whole = !isWordPart(text, hit.begin - 1) && !isWordPart(text, hit.end);
        const bool taken = whole || !options.testFlag(FindOption::WholeWords);
        if (taken)
            hits.push_back(hit);
        at = hay.indexOf(wanted, taken ? hit.end : at + 1, sensitivity);
    }
    return hits;
}

} // namespace galley
