// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "htmlarticle.h"

#include "htmlchrome.h"
#include "htmlcontainer.h"
#include "htmlnames.h"
#include "htmlphrases.h"

#include <algorithm>

namespace galley {

namespace {

using Blocks = std::vector<HtmlBlock>;
using BlockKind = HtmlBlock::Kind;

constexpr double mostlyLinked = 0.66;
constexpr qsizetype shortestArticle = 250; ///< what is shorter may be the wrong place
constexpr qsizetype longestNote = 500;
constexpr size_t lastWords = 6;     ///< so many blocks at the end may be farewells

bool isLoose(const HtmlBlock &block)
{
    return block.kind == BlockKind::Caption || block.kind == BlockKind::Credit;
}

bool isHeading(const HtmlBlock &block)
{
    return block.kind == BlockKind::Heading;
}

/// An address written out is no teaser.
bool isAddress(const QString &text)
{
    return text.startsWith(QLatin1StringView("http")) ? !text.contains(u' ') : text.contains(u'@') && text.size() <= 80;
}

/// The article's blocks, picked from those of its page.
class Picking
{
public:
    Picking(const HtmlPage &page, const HtmlHints &hints)
        : m_page(page)
        , m_title(bareWords(hints.title))
        , m_place(articlePlace(page, hints.title, hints.body))
        , m_inside(page.elements.size(), m_place.elements.empty())
        , m_lists(page.elements.size(), -1)
    {
        for (const QString &description : hints.descriptions)
            m_descriptions.push_back(bareWords(description));
        for (const int element : m_place.elements)
            m_inside[size_t(element)] = true;
        m_authors = hints.authors;
        for (size_t at = 1; at < page.elements.size(); ++at) {
            const auto parent = size_t(page.elements[at].parent);
            m_inside[at] = m_inside[at] || m_inside[parent];
            const bool list = isElement(page.elements[at].node, GUMBO_TAG_UL) || isElement(page.elements[at].node, GUMBO_TAG_OL);
            m_lists[at] = list ? int(at) : m_lists[parent];
        }
    }

    Blocks picked()
    {
        for (size_t at = 0; at < m_page.blocks.size() && !m_over; ++at) {
            const HtmlBlock &block = m_page.blocks[at];
            if (isHeadline(block))
                m_afterHeadline = true;
            else if (m_inside[size_t(block.element)] && int(at) >= m_place.begin && int(at) < m_place.end)
                takeInside(block, at);
            else if (m_afterHeadline && !m_begun)
                takeBefore(block);
        }
        dropOpening();
        dropFarewells();
        dropEmptyHeadings();
        takeAuthorNotes();
        return std::move(m_blocks);
    }

private:
    bool isHeadline(const HtmlBlock &block) const
    {
        return block.text.size() <= 2 * m_title.size() + 20 && bareWords(block.text) == m_title;
    }

    /// Between headline and text.
    void takeBefore(const HtmlBlock &block)
    {
        if (block.chrome)
            return;
        if (isLoose(block) && isContent(block))
            m_blocks.push_back(block);
        if (isLead(block)) {
            m_blocks.push_back(block);
            m_blocks.back().kind = BlockKind::Lead;
        }
    }

    bool isLead(const HtmlBlock &block) const
    {
        if (isLoose(block) || block.text.size() < 40 || block.text.size() > 600 || block.linkDensity() > 0.3)
            return false;
        const HtmlElement &element = m_page.elements[size_t(block.element)];
        const bool stated = attribute(element.node, "itemprop").compare("description", Qt::CaseInsensitive) == 0;
        return stated || element.naming.lead || m_descriptions.contains(bareWords(block.text));
    }

    void takeInside(const HtmlBlock &block, size_t at)
    {
        if (m_begun && announcesComments(block) && (isHeading(block) || block.text.size() < 60)) {
            m_over = true;
            return;
        }
        if (!m_begun && m_afterHeadline && m_page.elements[size_t(block.element)].naming.lead && isLead(block)) {
            takeBefore(block);
            return;
        }
        const bool announces = !block.chrome && (isHeading(block) || block.text.size() <= 60) && announcesLinks(block)
            && !isProseNext(at);
        const bool linked = !block.chrome && block.linkDensity() > mostlyLinked;
        if (announces || isAnnounced(block) || !isContent(block)) {
            if (linked && !m_blocks.empty() && isHeading(m_blocks.back()))
                m_blocks.pop_back(); // it announced what is left out
            m_announced = announces || (m_announced && (block.chrome || linked || isInList(block)));
            return;
        }
        m_announced = false;
        m_begun = m_begun || isProse(block);
        m_blocks.push_back(block);
        m_lastTaken = at;
    }

    /// Does the text go on with a paragraph of its own right behind this block?
    bool isProseNext(size_t at) const
    {
        if (at + 1 == m_page.blocks.size())
            return false;
        const HtmlBlock &next = m_page.blocks[at + 1];
        return !next.chrome && m_inside[size_t(next.element)] && isProse(next) && next.linked == 0 && !isInList(next);
    }

    bool isInList(const HtmlBlock &block) const { return m_lists[size_t(block.element)] >= 0; }

    bool isAnnounced(const HtmlBlock &block) const { return m_announced && (isInList(block) || block.linkDensity() > 0.3); }

    bool isContent(const HtmlBlock &block) const
    {
        if (block.chrome || isTimeStamp(block) || isNotice(block))
            return false;
        return block.linkDensity() <= mostlyLinked || (block.kind == BlockKind::Paragraph && block.text.size() > 200)
            || isAddress(block.text);
    }

    /// What stands before the first sentence: a place, a number of views, a section's name.
    void dropOpening()
    {
        const auto first = std::ranges::find_if(m_blocks, isProse);
        if (first == m_blocks.end())
            return;
        const auto isScrap = [&](const HtmlBlock &block) {
            return block.kind == BlockKind::Paragraph && block.text.size() < 25 && !isInList(block) && !block.text.contains(u'\t')
                && !QStringView(u".!?:,;…”\"»。").contains(block.text.back());
        };
        m_blocks.erase(std::remove_if(m_blocks.begin(), first, isScrap), first);
    }

    void dropFarewells()
    {
        const size_t words = m_blocks.size();
        while (m_blocks.size() > 1 && m_blocks.size() + lastWords > words
            && (isFarewell(m_blocks.back()) || isHeading(m_blocks.back())))
            m_blocks.pop_back();
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

    /// "Ann Lee covers the coast for the Post." below the text, wherever the page has put it: the article's last words.
    void takeAuthorNotes()
    {
        if (!m_begun)
            return;
        for (const QString &author : std::as_const(m_authors)) {
            const auto isNote = [&](const HtmlBlock &block) {
                return block.text.size() <= longestNote && block.text.startsWith(author + u' ') && isProse(block)
                    && block.text.size() > author.size() + 25 && block.text[author.size() + 1].isLower()
                    && block.text.endsWith(u'.');
            };
            if (std::ranges::any_of(m_blocks, isNote))
                continue;
            const auto after = m_page.blocks.begin() + qsizetype(m_lastTaken + 1);
            if (const auto note = std::find_if(after, m_page.blocks.end(), isNote); note != m_page.blocks.end()) {
                m_blocks.push_back(*note);
                m_blocks.back().kind = BlockKind::AuthorNote;
            }
        }
    }

    const HtmlPage &m_page;
    const QString m_title;
    QStringList m_descriptions;
    QStringList m_authors;
    const HtmlPlace m_place;
    std::vector<bool> m_inside;
    std::vector<int> m_lists; ///< the list that an element stands in, or -1
    Blocks m_blocks;
    size_t m_lastTaken = 0; ///< of the page's blocks
    bool m_afterHeadline = false;
    bool m_begun = false;
    bool m_announced = false; ///< links follow
    bool m_over = false;
};

qsizetype lengthOfProse(const Blocks &blocks)
{
    qsizetype length = 0;
    for (const HtmlBlock &block : blocks)
        length += block.kind == BlockKind::Paragraph ? block.text.size() : 0;
    return length;
}

Blocks pickedFrom(HtmlPage page, const HtmlHints &hints)
{
    markChrome(page, hints.title);
    return Picking(page, hints).picked();
}

/// The paragraphs of linked data.
Blocks blocksOfBody(const QString &body)
{
    Blocks blocks;
    for (const QString &paragraph : body.split(u'\n', Qt::SkipEmptyParts)) {
        HtmlBlock block;
        block.text = paragraph.trimmed();
        if (!block.text.isEmpty())
            blocks.push_back(std::move(block));
    }
    return blocks;
}

} // namespace

Blocks articleBlocks(const HtmlTree &tree, const HtmlHints &hints)
{
    HtmlPage page = htmlPage(tree);
    Blocks found = pickedFrom(page, hints);
    if (lengthOfProse(found) >= shortestArticle)
        return found;
    // Little was found. The text may stand where names mislead, may be shown by a script only, or be in the linked data alone.
    const auto orElse = [&](Blocks other) {
        if (lengthOfProse(other) > std::max(2 * lengthOfProse(found), shortestArticle))
            found = std::move(other);
    };
    for (HtmlElement &element : page.elements)
        element.naming = {};
    orElse(pickedFrom(std::move(page), hints));
    orElse(pickedFrom(htmlPage(tree, true), hints));
    orElse(blocksOfBody(hints.body));
    return found;
}

} // namespace galley
