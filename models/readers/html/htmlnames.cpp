// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "htmlnames.h"

#include <QRegularExpression>

#include <algorithm>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestNameLine = 500;

bool isDistinct(const QString &title)
{
    return title.size() >= 15 || title.count(u' ') >= 3;
}

} // namespace

bool isSiteName(const QString &part, const QStringList &sites)
{
    const QString name = bareWords(part);
    return !name.isEmpty() && std::ranges::any_of(sites, [&](const QString &site) {
        const QString known = bareWords(site);
        return known == name || (known.size() >= 3 && (known == "the"_L1 + name || name == "the"_L1 + known))
            || (name.size() >= 4 && known.startsWith(name)) || (known.size() >= 4 && name.startsWith(known));
    });
}

QString withoutSiteName(const QString &title, const QStringList &sites)
{
    static const QRegularExpression separator(u"\\s+(?:[|\\-–—»«·•/>\\\\]|::)\\s+|\\s*\\|\\s*"_s);
    QList<std::pair<qsizetype, qsizetype>> places; // begin and end of each separator
    for (auto found = separator.globalMatch(title); found.hasNext();) {
        const auto match = found.next();
        places.emplace_back(match.capturedStart(), match.capturedEnd());
    }
    if (places.isEmpty())
        return title;
    // "Headline | Section | Outlet": all of it from the first separator after which only names of the site and sections stand.
    const auto &[lastBegin, lastEnd] = places.back();
    QString rest = title.first(lastBegin).trimmed();
    if (isSiteName(title.sliced(lastEnd), sites) && !rest.isEmpty())
        return rest;
    const auto &[firstBegin, firstEnd] = places.front();
    if (isSiteName(title.first(firstBegin), sites) && firstEnd < title.size())
        return title.sliced(firstEnd).trimmed();
    const bool common = QStringView(u"|-–—»").contains(title.sliced(lastBegin, lastEnd - lastBegin).trimmed().at(0))
        || title.sliced(lastBegin, lastEnd - lastBegin).contains("::"_L1);
    // A long rest is a second half of the headline, not a name.
    const bool name = title.sliced(lastEnd).count(u' ') <= 4;
    return common && name && lastBegin > 0 && isDistinct(rest) ? rest : title;
}

QString bareWords(QStringView text)
{
    QString result;
    result.reserve(text.size());
    for (const QChar c : text) {
        if (c.isLetterOrNumber() || c.isSurrogate())
            result += c.toLower();
    }
    return result;
}

QString authorIn(const QString &byline)
{
    static const QRegularExpression opening(
        u"^(?:(?:written|reported|posted|published|story|words|text|texto|texte|foto|photos?)\\s+)?(?:by|von|par|por|"
        "di|da|af|av|door|przez|od|yazan|автор|oleh)\\b\\s*:?\\s*"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression address(u"\\s*\\(?\\S+@\\S+\\.\\S+\\)?|\\s*(?:\\b[Ff]ollow\\s+)?@\\w+"_s);
    static const QRegularExpression date(
        u"\\s*[|•·,–—-]?\\s*(?:\\b(?:on|am|le|el|published|updated|posted)\\b:?\\s*)?(?:\\b\\p{L}{3,9}\\.?\\s+)?"
        "\\d{1,2}(?:[./:,]|\\s|st\\b|nd\\b|rd\\b|th\\b).*$"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression office(
        u"\\s*(?:[,|•·–—-]|\\bfor\\b)\\s*(?:the\\s+)?[^,|]*\\b(?:staff|writers?|reporters?|editors?|correspondents?|"
        "columnists?|contributors?|news|press|times|post|bureau|redakteur\\w*|korrespondent\\w*)\\b.*$"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    QString author = byline.simplified();
    if (author.size() > longestNameLine)
        return {};
    author.remove(address);
    author.remove(opening);
    author.remove(date);
    if (const auto match = office.match(author); match.hasMatch() && match.capturedStart() >= 5)
        author.truncate(match.capturedStart());
    static const QRegularExpression edges(u"^[\\s,;:|•·–—/-]+|[\\s,;:|•·–—/-]+$"_s);
    author.remove(edges);
    const bool named = std::ranges::count_if(author, [](QChar c) { return c.isLetter(); }) >= 2;
    return named && !author.contains("://"_L1) ? author : QString();
}

} // namespace galley
