// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "htmlarticle.h"

#include "htmlchrome.h"
#include "htmlcontainer.h"
#include "htmlphrases.h"

#include <algorithm>

namespace galley {

namespace {

using Blocks = std::vector<HtmlBlock>;
using Kind = HtmlBlock::Kind;

constexpr double mostlyLinked = 0.66;

bool isLoose(const HtmlBlock &block)
{
    return block.kind == Kind::Caption || block.kind == Kind::Credit;
}

bool isHeading(const HtmlBlock &block)
{
    return block.kind == Kind::Heading;
}

/// An address written out is no teaser.
bool isAddress(const QString &text)
{
    return !text.contains(u' ') && (text.startsWith(QLatin1StringView("http")) || text.contains(u'@'));
}

/// The article's blocks, picked from those of its page.
class Picking
{
public:
    Picking(const HtmlPage &page, const std::vector<int> &chosen, const QString &title)
        : m_page(page)
        , m_title(title.simplified())
        , m_inside(page.elements.size(), chosen.empty())
        , m_lists(page.elements.size(), -1)
    {
        for (const int element : chosen)
            m_inside[size_t(element)] = true;
        for (size_t at = 1; at < page.elements.size(); ++at) {
            const auto parent = size_t(page.elements[at].parent);
            m_inside[at] = m_inside[at] || m_inside[parent];
            const bool list = isElement(page.elements[at].node, GUMBO_TAG_UL) || isElement(page.elements[at].node, GUMBO_TAG_OL);
            m_lists[at] = list ? int(at) : m_lists[parent];
        }
    }

    Blocks picked()
    {
        for (const HtmlBlock &block : m_page.blocks) {
            if (block.text.simplified() == m_title)
                m_afterHeadline = true;
            else if (!takes(block))
                break;
        }
        dropEmptyHeadings();
        return std::move(m_blocks);
    }

private:
    /// False: the article is over.
    bool takes(const HtmlBlock &block)
    {
        const bool inside = m_inside[size_t(block.element)];
        if (!inside) {
            if (isLoose(block) && m_afterHeadline && !m_begun && isContent(block))
                m_blocks.push_back(block);
            return true;
        }
        if (m_begun && announcesComments(block) && (isHeading(block) || block.text.size() < 60))
            return false;
        const bool announces = !block.chrome && announcesLinks(block) && (isHeading(block) || block.text.size() <= 60);
        const bool linked = !block.chrome && block.linkDensity() > mostlyLinked;
        if (announces || isAnnounced(block) || !isContent(block)) {
            if (linked && !m_blocks.empty() && isHeading(m_blocks.back()))
                m_blocks.pop_back(); // it announced what is left out
            m_announced = announces || (m_announced && (block.chrome || linked || isInList(block)));
            return true;
        }
        m_announced = false;
        m_begun = m_begun || isProse(block);
        m_blocks.push_back(block);
        return true;
    }

    bool isInList(const HtmlBlock &block) const { return m_lists[size_t(block.element)] >= 0; }

    bool isAnnounced(const HtmlBlock &block) const { return m_announced && (isInList(block) || block.linkDensity() > 0.3); }

    bool isContent(const HtmlBlock &block) const
    {
        if (block.chrome || isTimeStamp(block) || isNotice(block))
            return false;
        return block.linkDensity() <= mostlyLinked || (block.kind == Kind::Paragraph && block.text.size() > 200)
            || isAddress(block.text);
    }

    /// Headings with nothing below them announce what was left out.
    void dropEmptyHeadings()
    {
        for (size_t at = m_blocks.size(); at-- > 0;) {
            const bool nothingBelow = at + 1 == m_blocks.size()
                || (isHeading(m_blocks[at + 1]) && m_blocks[at + 1].heading <= m_blocks[at].heading);
            if (isHeading(m_blocks[at]) && nothingBelow)
                m_blocks.erase(m_blocks.begin() + qsizetype(at));
        }
    }

    const HtmlPage &m_page;
    const QString m_title;
    std::vector<bool> m_inside;
    std::vector<int> m_lists; ///< the list that an element stands in, or -1
    Blocks m_blocks;
    bool m_afterHeadline = false;
    bool m_begun = false;
    bool m_announced = false; ///< links follow
};

} // namespace

Blocks articleBlocks(const HtmlTree &tree, const QString &title, const QString &body)
{
    HtmlPage page = htmlPage(tree);
    markChrome(page, title);
    return Picking(page, articleElements(page, title, body), title).picked();
}

} // namespace galley
