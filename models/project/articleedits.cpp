// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "articleedits.h"

#include "edittexts.h"

#include <domain/shortened.h>

namespace galley {

Result<Change> correctArticle(const Article &article, const ArticleCorrection &correction)
{
    Article after = article;
    after.title = correction.title.value_or(article.title).simplified();
    after.outlet = correction.outlet.value_or(article.outlet).simplified();
    after.published = correction.published.value_or(article.published).simplified();
    if (after.title.isEmpty())
        return failed(Edits::tr("An article needs a headline, by which lists name it."));
    if (after == article)
        return failed(Edits::tr("Nothing is altered by that."));
    return Change{Edits::tr("Correct “%1”").arg(shortened(after.title, 60)), {modified(article, after)}};
}

} // namespace galley
