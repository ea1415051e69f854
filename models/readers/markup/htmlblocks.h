// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "htmlnaming.h"
#include "htmltree.h"

#include <domain/article.h>

#include <optional>
#include <vector>

namespace galley {

/// A paragraph, heading, list item, table row or caption of a page, with its white space collapsed as HTML says (NBSP stays).
struct HtmlBlock
{
    enum class Kind { Paragraph, Heading, Lead, Caption, Credit, AuthorNote };

    Kind kind = Kind::Paragraph;
    QString text;
    qsizetype linked = 0; ///< of its characters, within links
    int element = 0;      ///< it stands in
    int index = -1;       ///< of the page's blocks
    const GumboNode *owner = nullptr; ///< the same, as a node
    int heading = 0;      ///< level
    bool chrome = false;  ///< stands in navigation, a sidebar, share buttons and the like

    double linkDensity() const { return text.isEmpty() ? 0 : double(linked) / double(text.size()); }
};

/// What a block is as a part of the article; nullopt for a paragraph.
std::optional<ZoneKind> zoneOf(HtmlBlock::Kind kind);

/// An element that is laid out as a block.
struct HtmlElement
{
    const GumboNode *node = nullptr;
    int parent = -1;
    int begin = 0, end = 0; ///< its blocks
    Naming naming;
    bool chrome = false;
    bool holds = false; ///< the headline, the main element or what says that it is the article's body
};

/// Text of a page that no block holds.
struct HtmlUnseen
{
    enum class Why { Hidden, Control, Aside, Head };

    Why why = Why::Hidden;
    QString text;
    int before = 0; ///< it stands before this block
};

/// The visible text of a page, block by block, and the elements it stands in, both in document order.
struct HtmlPage
{
    std::vector<HtmlElement> elements; ///< the first one is the page
    std::vector<HtmlBlock> blocks;
    std::vector<HtmlUnseen> unseen; ///< in document order: with the blocks it is all text of the page
};

/// What is hidden comes along if `hiddenToo`: some pages show their article by a script.
HtmlPage htmlPage(const HtmlTree &tree, bool hiddenToo = false);

/// The blocks of a page whose structure is known, as press databases and e-books have it: each on its own, also the cells of
/// tables, and nothing left out because of its name.
std::vector<HtmlBlock> htmlBlocks(const HtmlTree &tree);

} // namespace galley
