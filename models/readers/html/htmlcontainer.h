// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/markup/htmlblocks.h>

#include <vector>

namespace galley {

/// Where a page has its article: within these elements, from one block to another.
struct HtmlPlace
{
    std::vector<int> elements; ///< none: everywhere
    int begin = 0, end = 0;
};

/// Finds the article of a page whose chrome is marked: where the page says so (itemprop articleBody, the `body` stated by
/// linked data), else where the paragraphs are dense, as most reading-mode programs do.
HtmlPlace articlePlace(const HtmlPage &page, const QString &title, const QString &body);

} // namespace galley
