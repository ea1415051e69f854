// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "htmlarticle.h"

#include "htmlchrome.h"
#include "htmlcontainer.h"

#include <algorithm>

namespace galley {

namespace {

using Blocks = std::vector<HtmlBlock>;

bool isContent(const HtmlBlock &block)
{
    if (block.chrome || isTimeStamp(block))
        return false;
    return block.linkDensity() <= 0.66 || (block.kind == HtmlBlock::Kind::Paragraph && block.text.size() > 200);
}

bool isLoose(const HtmlBlock &block)
{
    return block.kind == HtmlBlock::Kind::Caption || block.kind == HtmlBlock::Kind::Credit;
}

/// Headings with nothing below them announce what was left out.
void dropEmptyHeadings(Blocks &blocks)
{
    const auto isHeading = [](const HtmlBlock &block) { return block.kind == HtmlBlock::Kind::Heading; };
    for (size_t at = blocks.size(); at-- > 0;) {
        const bool nothingBelow
            = at + 1 == blocks.size() || (isHeading(blocks[at + 1]) && blocks[at + 1].heading <= blocks[at].heading);
        if (isHeading(blocks[at]) && nothingBelow)
            blocks.erase(blocks.begin() + qsizetype(at));
    }
}

std::vector<bool> within(const HtmlPage &page, const std::vector<int> &chosen)
{
    std::vector<bool> inside(page.elements.size(), chosen.empty());
    for (const int element : chosen)
        inside[size_t(element)] = true;
    for (size_t at = 1; at < inside.size(); ++at)
        inside[at] = inside[at] || inside[size_t(page.elements[at].parent)];
    return inside;
}

} // namespace

Blocks articleBlocks(const HtmlTree &tree, const QString &title, const QString &body)
{
    HtmlPage page = htmlPage(tree);
    markChrome(page, title);
    const std::vector<bool> inside = within(page, articleElements(page, body));
    const QString headline = title.simplified();
    Blocks article;
    bool afterHeadline = false;
    bool begun = false;
    bool headingBefore = false; // the block before this one is a heading that came along
    for (const HtmlBlock &block : page.blocks) {
        if (block.text.simplified() == headline) {
            afterHeadline = true;
            continue;
        }
        const bool here = inside[size_t(block.element)];
        begun = begun || (here && !block.chrome && isProse(block));
        const bool comesAlong = isContent(block) && (here || (isLoose(block) && afterHeadline && !begun));
        if (comesAlong)
            article.push_back(block);
        else if (headingBefore && here)
            article.pop_back(); // it announced what is left out
        headingBefore = comesAlong && block.kind == HtmlBlock::Kind::Heading;
    }
    dropEmptyHeadings(article);
    return article;
}

} // namespace galley
