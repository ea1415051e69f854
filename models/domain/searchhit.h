// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/id.h>
#include <domain/range.h>

#include <QString>

namespace galley {

/// Where something was found.
enum class FoundIn { Text, Title, Outlet, Memo, Comment };

/// One place where what was searched for stands, with what is around it.
struct SearchHit
{
    FoundIn in = FoundIn::Text;
    ArticleId article = {};         ///< 0: of a comment about the study
    AnnotationId annotation = {};   ///< whose memo it is, or the first one that the comment is about
    Range range = {};               ///< code points, of the text it was found in
    QString left = {}, hit = {}, right = {};
};

/// How often it stands in one article's text.
struct SearchedArticle
{
    ArticleId article;
    qint64 hits = 0;
    qint64 words = 0; ///< of the text; signs, where its script puts no space between words

    double perThousand() const { return words > 0 ? 1000.0 * double(hits) / double(words) : 0; }
};

} // namespace galley
