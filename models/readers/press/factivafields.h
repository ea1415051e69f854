// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/article/statedarticle.h>

namespace galley {

/// Puts the parts of an article of Factiva in their places by their codes: HD headline, BY byline, PD date, SN source,
/// LP and TD text; the others are kept under their codes.
class FactivaFields
{
public:
    /// Its paragraphs; nothing is taken where they are empty.
    void take(const QString &code, const QStringList &value);

    bool isDated() const { return !m_article.article.published.isEmpty(); }
    const QString &outlet() const { return m_article.article.outlet; }

    StatedArticle article();

    static bool isLength(const QString &text);   ///< "584 words"
    static bool isDate(const QString &text);     ///< "4 May 2023"
    static bool isLanguage(const QString &text); ///< "German"

private:

    StatedArticle m_article;
    QString m_time;
    Prose m_credits;
};

} // namespace galley
