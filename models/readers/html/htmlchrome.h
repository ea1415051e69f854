// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/markup/htmlblocks.h>

namespace galley {

/// A paragraph that reads like prose, wherever it stands.
bool isProse(const HtmlBlock &block);

/// "Exampleton Thu May 4, 2023 4:33pm CET": when the page was made, not what the article says.
bool isTimeStamp(const HtmlBlock &block);

/// Does an element say that it is the body of an article?
bool isArticleBody(const GumboNode *element);

/// Marks the elements and blocks of a page that are around its article: by what they are, by what they are called and by
/// how little prose there is in them.
void markChrome(HtmlPage &page, const QString &headline);

} // namespace galley
