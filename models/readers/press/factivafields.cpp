// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "factivafields.h"

#include "languagename.h"
#include "presslabels.h"

#include <readers/article/publisheddate.h>
#include <readers/article/writtendate.h>

#include <algorithm>
#include <iterator>

namespace galley {

using namespace Qt::StringLiterals;

void FactivaFields::take(const QString &code, const QStringList &value)
{
    const QString text = value.join(u' ').simplified();
    Article &article = m_article.article;
    if (text.isEmpty() || code.isEmpty())
        return;
    if (code == "HD"_L1) {
        m_article.headline = m_article.headline.isEmpty() ? text : m_article.headline + u' ' + text;
    } else if (code == "BY"_L1) {
        m_article.byline = text;
    } else if (code == "PD"_L1) {
        article.published = isoDate(text);
    } else if (code == "SN"_L1) {
        article.outlet = text;
    } else if (code == "SE"_L1) {
        article.section = article.section.isEmpty() ? text : article.section + u"; "_s + text;
    } else if (code == "PG"_L1) {
        article.page = text;
    } else if (code == "LP"_L1 || code == "TD"_L1) {
        for (const QString &paragraph : value)
            m_article.body.push_back({paragraph, code == "LP"_L1 ? std::optional(ZoneKind::Lead) : std::nullopt});
    } else if (code == "ART"_L1) {
        m_article.captions += value;
    } else if (code == "CR"_L1) {
        m_credits.push_back({text, ZoneKind::Credit});
    } else if (code == "AN"_L1) {
        const QString number = documentNumberIn(text);
        addField(article, code, number.isEmpty() ? QString(text).remove(u"Document "_s) : number);
    } else {
        if (code == "ET"_L1)
            m_time = text;
        if (code == "LA"_L1)
            article.language = languageTag(text);
        addField(article, code, text);
    }
}

StatedArticle FactivaFields::article()
{
    Article &article = m_article.article;
    if (const auto timed = isoDateWritten(article.published + u' ' + m_time); timed && !m_time.isEmpty())
        article.published = *timed;
    std::ranges::move(m_credits, std::back_inserter(m_article.body));
    return std::move(m_article);
}

bool FactivaFields::isLength(const QString &text)
{
    return isLengthLine(text);
}

bool FactivaFields::isDate(const QString &text)
{
    return isoDateWritten(text).value_or(QString()).size() >= 10;
}

bool FactivaFields::isLanguage(const QString &text)
{
    return text.size() > 2 && !languageTag(text).isEmpty();
}

} // namespace galley
