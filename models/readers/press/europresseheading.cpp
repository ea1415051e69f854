// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "europresseheading.h"

#include <readers/article/writtendate.h>

#include <QRegularExpression>

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

void takeEuropresseOutlet(const QString &text, Article &article)
{
    static const QRegularExpression issue(
        u"^(.*?),\\s*((?:no|n°|nº|vol|num)\\.?)\\s*(\\S.*)$"_s, QRegularExpression::CaseInsensitiveOption);
    const QString outlet = text.simplified();
    const auto match = issue.match(outlet);
    article.outlet = match.hasMatch() ? match.captured(1) : outlet;
    addField(article, match.captured(2), match.captured(3));
}

void takeEuropresseHeading(const QString &text, Article &article)
{
    static const QRegularExpression length(
        u"[,\\s]*\\b(\\d[\\d\\s\\x{A0}]*(?:mots|words|palabras|palavras|wörter))\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression page(u"^(?:p|pp|page|pages)\\.?\\s*(\\S.*)$"_s, QRegularExpression::CaseInsensitiveOption);
    QString heading = text;
    if (const auto match = length.match(heading); match.hasMatch()) {
        addField(article, u"length"_s, match.captured(1).simplified());
        heading.replace(match.capturedStart(), match.capturedLength(), u", "_s);
    }
    QStringList parts;
    for (const QString &part : heading.split(u','))
        parts.push_back(part.simplified());
    parts.removeAll(QString());
    // The date is where several parts together are one: "Thursday, May 4, 2023".
    qsizetype date = parts.size(), dateEnd = parts.size();
    for (qsizetype begin = 0; begin < parts.size() && date == parts.size(); ++begin) {
        for (qsizetype count = std::min<qsizetype>(4, parts.size() - begin); count > 0 && date == parts.size(); --count) {
            const auto iso = isoDateWritten(parts.sliced(begin, count).join(u", "_s));
            if (!iso || iso->size() < 10)
                continue;
            article.published = *iso;
            date = begin;
            dateEnd = begin + count;
        }
    }
    article.section = parts.first(date).join(u", "_s);
    for (const QString &part : parts.sliced(dateEnd)) {
        if (const auto match = page.match(part); match.hasMatch())
            article.page = match.captured(1);
        else
            addField(article, u"edition"_s, part);
    }
}

bool takeEuropresseNumber(const QString &text, Article &article)
{
    static const QRegularExpression number(u"^(?:([^:]{3,40}?)\\s*:\\s*)?([a-z]+·\\d{8}·\\S+)$"_s);
    const auto match = number.match(text.simplified());
    if (!match.hasMatch())
        return false;
    const QString name = match.captured(1).isEmpty() ? u"document"_s : match.captured(1);
    article.fields.insert(name, match.captured(2));
    return true;
}

} // namespace galley
