// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "htmlarticle.h"

#include "htmlchrome.h"
#include "htmlcontainer.h"
#include "htmlnames.h"
#include "htmlphrases.h"

#include <QUrl>

#include <algorithm>
#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;
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

/// The last two names of a host, without a country's second level: enough to tell one site from another.
QString siteOf(const QString &host)
{
    const QStringList names = host.toLower().split(u'.', Qt::SkipEmptyParts);
    const qsizetype last = names.size() - 1;
    const bool national = names.size() > 2 && names[last].size() == 2 && names[last - 1].size() <= 3;
    return names.mid(std::max<qsizetype>(0, last - (national ? 2 : 1))).join(u'.');
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
        , m_reasons(page.blocks.size(), LeftOutReason::Outside)
    {
        for (const QString &description : hints.descriptions)
            m_descriptions.push_back(bareWords(description));
        for (const int element : m_place.elements)
            m_inside[size_t(element)] = true;
        m_authors = hints.authors;
        m_site = siteOf(hints.host);
        for (size_t at = 1; at < page.elements.size(); ++at) {
            const auto parent = size_t(page.elements[at].parent);
            m_inside[at] = m_inside[at] || m_inside[parent];
            const bool list = isElement(page.elements[at].node, GUMBO_TAG_UL) || isElement(page.elements[at].node, GUMBO_TAG_OL);
            m_lists[at] = list ? int(at) : m_lists[parent];
        }
    }

    HtmlArticle picked()
    {
        for (size_t at = 0; at < m_page.blocks.size(); ++at) {
            if (m_page.blocks[at].chrome)
                m_reasons[at] = reasonOfChrome(m_page.blocks[at]);
            else if (m_page.blocks[at].linkDensity() > mostlyLinked)
                m_reasons[at] = LeftOutReason::Links;
        }
        HtmlArticle article;
        std::vector<bool> told(m_page.blocks.size(), false);
        for (size_t at = 0; at < m_page.blocks.size() && !m_over; ++at) {
            const HtmlBlock &block = m_page.blocks[at];
            if (isHeadline(block)) {
                m_afterHeadline = true;
                told[at] = true;
                article.headlines.push_back(block.text);
            } else if (m_inside[size_t(block.element)] && int(at) >= m_place.begin && int(at) < m_place.end)
                takeInside(block, at);
            else if (m_afterHeadline && !m_begun)
                takeBefore(block);
        }
        dropOpening();
        dropFarewells();
        dropEmptyHeadings();
        takeAuthorNotes();
        addLeft(article, std::move(told));
        article.blocks = std::move(m_blocks);
        return article;
    }

private:
    LeftOutReason reasonOfChrome(const HtmlBlock &block) const
    {
        for (int at = block.element; at >= 0; at = m_page.elements[size_t(at)].parent) {
            if (m_page.elements[size_t(at)].naming.never)
                return LeftOutReason::Comments;
        }
        return LeftOutReason::Surroundings;
    }

    /// All that is neither picked nor told already, in the order of the page.
    void addLeft(HtmlArticle &article, std::vector<bool> told) const
    {
        std::vector<int> places(m_page.blocks.size(), -1);
        for (size_t at = 0; at < m_blocks.size(); ++at)
            places[size_t(m_blocks[at].index)] = int(at);
        size_t after = 0;
        auto unseen = m_page.unseen.begin();
        const auto addUnseen = [&](int before) {
            for (; unseen != m_page.unseen.end() && unseen->before <= before; ++unseen)
                article.left.push_back({unseen->text, reasonOf(unseen->why), unseen->why != HtmlUnseen::Why::Head, after});
        };
        for (size_t at = 0; at < m_page.blocks.size(); ++at) {
            addUnseen(int(at));
            if (places[at] >= 0)
                after = std::max(after, size_t(places[at]) + 1);
            else if (const HtmlBlock &block = m_page.blocks[at]; !told[at])
                article.left.push_back({block.text, m_reasons[at], block.linkDensity() < 0.3, after});
        }
        addUnseen(int(m_page.blocks.size()));
    }

    static LeftOutReason reasonOf(HtmlUnseen::Why why)
    {
        switch (why) {
        case HtmlUnseen::Why::Hidden:
            return LeftOutReason::Hidden;
        case HtmlUnseen::Why::Control:
            return LeftOutReason::Controls;
        case HtmlUnseen::Why::Aside:
            return LeftOutReason::Surroundings;
        case HtmlUnseen::Why::Head:
            break;
        }
        return LeftOutReason::Metadata;
    }

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
            for (size_t left = at; left < m_page.blocks.size(); ++left) {
                if (m_inside[size_t(m_page.blocks[left].element)])
                    m_reasons[left] = LeftOutReason::Comments;
            }
            return;
        }
        if (!m_begun && m_afterHeadline && m_page.elements[size_t(block.element)].naming.lead && isLead(block)) {
            takeBefore(block);
            return;
        }
        const bool announces = !block.chrome && (isHeading(block) || block.text.size() <= 60) && announcesLinks(block)
            && !isProseNext(at);
        const bool linked = !block.chrome && block.linkDensity() > mostlyLinked;
        if (announces || isAnnounced(block) || !(isContent(block) || isLinkedSentence(block, at) || isReference(block, at))) {
            if (!block.chrome)
                m_reasons[at] = announces || isAnnounced(block) || (linked && !isNotice(block)) ? LeftOutReason::Links : LeftOutReason::Notice;
            if (linked && !m_blocks.empty() && isHeading(m_blocks.back()))
                drop(m_blocks.end() - 1, LeftOutReason::Links); // it announced what is left out
            m_announced = announces || (m_announced && (block.chrome || linked || isInList(block)));
            return;
        }
        m_announced = false;
        m_begun = m_begun || isProse(block);
        m_blocks.push_back(block);
        m_lastTaken = at;
    }

    /// A sentence of the text may be one link: it stands behind a paragraph that is none, and before another or at the end of all.
    bool isLinkedSentence(const HtmlBlock &block, size_t at) const
    {
        if (block.chrome || block.kind != BlockKind::Paragraph || block.text.size() < 40 || isInList(block) || isNotice(block)
            || !QStringView(u".!?…”\"").contains(block.text.back()) || block.text.endsWith("..."_L1) || block.text.count(u' ') < 7)
            return false;
        const HtmlElement &owner = m_page.elements[size_t(block.element)];
        return m_begun && !m_blocks.empty() && isProse(m_blocks.back()) && m_lastTaken + 1 == at && isElement(owner.node, GUMBO_TAG_P)
            && (isProseNext(at) || isLastBeside(m_blocks.back(), owner, at));
    }

    /// Does it end what both stand in?
    bool isLastBeside(const HtmlBlock &before, const HtmlElement &owner, size_t at) const
    {
        return owner.parent >= 0 && m_page.elements[size_t(before.element)].parent == owner.parent
            && m_page.elements[size_t(owner.parent)].end == int(at) + 1;
    }

    /// What leads to another site right behind a paragraph or a heading of the text, alone or as one of few, is a reference of
    /// the text: "Get it at the shop for $20". Teasers lead to reports of the same site.
    bool isReference(const HtmlBlock &block, size_t at) const
    {
        constexpr int few = 3;
        if (m_site.isEmpty() || block.chrome || block.kind != BlockKind::Paragraph || isNotice(block) || block.text.count(u' ') < 2
            || m_blocks.empty() || m_lastTaken + 1 != at)
            return false;
        const HtmlElement &owner = m_page.elements[size_t(block.element)];
        const int list = m_lists[size_t(block.element)];
        const bool alone = list >= 0 ? m_page.elements[size_t(list)].end - m_page.elements[size_t(list)].begin <= few
                                     : isElement(owner.node, GUMBO_TAG_P);
        return alone && leadsAway(owner.node);
    }

    /// All links within lead to another site.
    bool leadsAway(const GumboNode *node) const
    {
        int away = 0, others = 0;
        walk(node, [&](const GumboNode *within) {
            if (isElement(within, GUMBO_TAG_A)) {
                const QUrl target(attributeText(within, "href"));
                const bool elsewhere = target.scheme().startsWith("http"_L1) && siteOf(target.host()) != m_site;
                ++(elsewhere ? away : others);
            }
            return true;
        });
        return away > 0 && others == 0;
    }

    Blocks::iterator drop(Blocks::iterator block, LeftOutReason reason)
    {
        m_reasons[size_t(block->index)] = reason;
        return m_blocks.erase(block);
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
        const auto isScrap = [&](const HtmlBlock &block) {
            return block.kind == BlockKind::Paragraph && block.text.size() < 25 && !isInList(block) && !block.text.contains(u'\t')
                && !QStringView(u".!?:,;…”\"»。").contains(block.text.back());
        };
        if (first == m_blocks.end())
            return;
        for (auto left = first - m_blocks.begin(); left-- > 0;) {
            if (isScrap(m_blocks[size_t(left)]))
                drop(m_blocks.begin() + left, LeftOutReason::Scrap);
        }
    }

    void dropFarewells()
    {
        const size_t words = m_blocks.size();
        while (m_blocks.size() > 1 && m_blocks.size() + lastWords > words
            && (isFarewell(m_blocks.back()) || isHeading(m_blocks.back())))
            drop(m_blocks.end() - 1, isHeading(m_blocks.back()) ? LeftOutReason::Scrap : LeftOutReason::Notice);
    }

    /// Headings with nothing below them announce what was left out.
    void dropEmptyHeadings()
    {
        for (size_t at = m_blocks.size(); at-- > 0;) {
            const bool nothingBelow = at + 1 == m_blocks.size()
                || (isHeading(m_blocks[at + 1]) && m_blocks[at + 1].heading <= m_blocks[at].heading);
            if (isHeading(m_blocks[at]) && nothingBelow)
                drop(m_blocks.begin() + qsizetype(at), LeftOutReason::Scrap);
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
    QString m_site;
    const HtmlPlace m_place;
    std::vector<bool> m_inside;
    std::vector<int> m_lists; ///< the list that an element stands in, or -1
    std::vector<LeftOutReason> m_reasons; ///< why a block of the page would not be in the article
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

HtmlArticle pickedFrom(HtmlPage page, const HtmlHints &hints)
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

HtmlArticle articleOn(const HtmlTree &tree, const HtmlHints &hints)
{
    HtmlPage page = htmlPage(tree);
    HtmlArticle found = pickedFrom(page, hints);
    if (lengthOfProse(found.blocks) >= shortestArticle)
        return found;
    // Little was found. The text may stand where names mislead, may be shown by a script only, or be in the linked data alone.
    const auto isMuchMore = [&](const Blocks &blocks) {
        return lengthOfProse(blocks) > std::max(2 * lengthOfProse(found.blocks), shortestArticle);
    };
    for (HtmlElement &element : page.elements)
        element.naming = {};
    for (HtmlPage &other : std::array{std::move(page), htmlPage(tree, true)}) {
        if (HtmlArticle article = pickedFrom(std::move(other), hints); isMuchMore(article.blocks))
            found = std::move(article);
    }
    if (Blocks stated = blocksOfBody(hints.body); isMuchMore(stated)) {
        for (const HtmlBlock &block : found.blocks)
            found.left.push_back({block.text, LeftOutReason::Alternative, true, stated.size()});
        found.blocks = std::move(stated);
        found.ofLinkedData = true;
    }
    return found;
}

} // namespace galley
