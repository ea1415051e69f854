// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "htmltree.h"

#include <vector>

namespace galley {

/// A paragraph, heading, list item or caption of a page, with its white space collapsed as HTML says (NBSP stays).
struct HtmlBlock
{
    enum class Kind { Paragraph, Heading, Caption, Credit };

    Kind kind = Kind::Paragraph;
    QString text;
    qsizetype linked = 0;            ///< of its characters, within links
    const GumboNode *owner = nullptr; ///< the block element it stands in
    bool chrome = false;             ///< stands in navigation, a sidebar, share buttons and the like
    int heading = 0;                 ///< level

    double linkDensity() const { return text.isEmpty() ? 0 : double(linked) / double(text.size()); }
};

/// The page's visible text, block by block, in document order.
std::vector<HtmlBlock> htmlBlocks(const HtmlTree &tree);

/// Does the name of a class or id say that this is the article itself, or something around it?
enum class Naming { Silent, Article, Surroundings };
Naming naming(const GumboNode *element);

} // namespace galley
