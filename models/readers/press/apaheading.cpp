// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apaheading.h"

#include <readers/article/publisheddate.h>

#include <QRegularExpression>

namespace galley {

using namespace Qt::StringLiterals;

bool takeApaHeading(const QString &line, Article &article)
{
    static const QRegularExpression source(
        u"^(?:[\"„“](?<quoted>[^\"“”]+)[\"“”]|(?<outlet>\\S.*?))(?: Nr\\. ?(?<number>\\S+))?(?: (?<section>[^\"]+?))? "
        "(?:vom|gefunden am) "
        "(?<date>\\d{1,2}\\.(?:\\d{1,2}\\.|\\p{L}+\\.? )\\d{4})(?:,? (?<time>\\d{1,2}[.:]\\d{2})(?: Uhr)?)?"
        "(?<rest>.*)$"_s);
    static const QRegularExpression page(u"Seite:? *(\\S.*)$"_s);
    static const QRegularExpression named(u"^(Ressort|Rubrik|Autor|Ausgabe|Bereich|Quelle): *(.*)$"_s);
    const QString text = line.simplified();
    if (const auto match = named.match(text); match.hasMatch()) {
        if (match.captured(1) == "Ressort"_L1)
            article.section = match.captured(2).trimmed();
        else
            addField(article, match.captured(1), match.captured(2));
        return true;
    }
    const auto match = source.match(text);
    if (!match.hasMatch() || text.size() > 200)
        return false;
    const QString outlet = match.captured(u"quoted"_s);
    article.outlet = (outlet.isEmpty() ? match.captured(u"outlet"_s) : outlet).trimmed();
    addField(article, u"Nr."_s, match.captured(u"number"_s));
    if (const QString section = match.captured(u"section"_s); !section.isEmpty())
        article.section = section;
    article.published = isoDate((match.captured(u"date"_s) + u' ' + match.captured(u"time"_s)).trimmed());
    if (const auto number = page.match(match.captured(u"rest"_s)); number.hasMatch())
        article.page = number.captured(1);
    return true;
}

} // namespace galley
