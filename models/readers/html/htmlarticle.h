// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/markup/htmlblocks.h>

#include <domain/leftout.h>

#include <QStringList>

#include <vector>

namespace galley {

/// What is known of an article before its text is looked for.
struct HtmlHints
{
    QString title;
    QStringList authors;
    QStringList descriptions; ///< in short
    QString body;             ///< the text as far as linked data states it: a helper, and the last resort
    QString host = {};        ///< of the page's address: what leads elsewhere is no teaser of the site
};

/// Text of a page that is not in its article.
struct HtmlLeft
{
    QString text;
    LeftOutReason reason = LeftOutReason::Unread;
    bool prose = true; ///< it may be: it is no row of links
    size_t after = 0;  ///< it would stand behind so many of the article's blocks
};

struct HtmlArticle
{
    std::vector<HtmlBlock> blocks; ///< without the headline; leads and captions that stand between it and the text come along
    QStringList headlines;         ///< blocks that say the headline
    std::vector<HtmlLeft> left;    ///< with the blocks that are of the page it is all text there is
    bool ofLinkedData = false;     ///< the page itself has no text of it
};

/// Finds the article of a page and says what became of all other text on it.
HtmlArticle articleOn(const HtmlTree &tree, const HtmlHints &hints);

} // namespace galley
