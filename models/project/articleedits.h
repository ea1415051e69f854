// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/article.h>
#include <domain/change.h>
#include <domain/error.h>

namespace galley {

/// What is said about an article, corrected: its text is the source's and never altered.
struct ArticleCorrection
{
    std::optional<QString> title, outlet, published; ///< those that are to be another
};

/// The date as ISO 8601 where it is understood (isoDate), which is for the caller. Errors: nothing is altered, an empty headline.
Result<Change> correctArticle(const Article &article, const ArticleCorrection &correction);

} // namespace galley
