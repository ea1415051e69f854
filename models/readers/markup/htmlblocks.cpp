// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "htmlblocks.h"

#include <readers/text/decoding.h>

#include <algorithm>
#include <array>
#include <limits>
#include <ranges>

namespace galley {

namespace {

constexpr std::array unseenTags{GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE, GUMBO_TAG_IFRAME,
    GUMBO_TAG_OBJECT, GUMBO_TAG_EMBED, GUMBO_TAG_CANVAS, GUMBO_TAG_AUDIO, GUMBO_TAG_VIDEO, GUMBO_TAG_SELECT, GUMBO_TAG_BUTTON,
    GUMBO_TAG_INPUT, GUMBO_TAG_TEXTAREA, GUMBO_TAG_HEAD, GUMBO_TAG_DATALIST, GUMBO_TAG_MAP};

constexpr std::array inlined{GUMBO_TAG_A, GUMBO_TAG_ABBR, GUMBO_TAG_B, GUMBO_TAG_BDI, GUMBO_TAG_BDO, GUMBO_TAG_BIG,
    GUMBO_TAG_CITE, GUMBO_TAG_CODE, GUMBO_TAG_DATA, GUMBO_TAG_DEL, GUMBO_TAG_DFN, GUMBO_TAG_EM, GUMBO_TAG_FONT, GUMBO_TAG_I,
    GUMBO_TAG_INS, GUMBO_TAG_KBD, GUMBO_TAG_MARK, GUMBO_TAG_Q, GUMBO_TAG_RUBY, GUMBO_TAG_RB, GUMBO_TAG_RT, GUMBO_TAG_RP,
    GUMBO_TAG_S, GUMBO_TAG_SAMP, GUMBO_TAG_SMALL, GUMBO_TAG_SPAN, GUMBO_TAG_STRIKE, GUMBO_TAG_STRONG, GUMBO_TAG_SUB,
    GUMBO_TAG_SUP, GUMBO_TAG_TIME, GUMBO_TAG_TT, GUMBO_TAG_U, GUMBO_TAG_VAR, GUMBO_TAG_WBR, GUMBO_TAG_IMG, GUMBO_TAG_LABEL,
    GUMBO_TAG_ACRONYM, GUMBO_TAG_NOBR};

/// Asked for every element, some of them several times.
template<size_t Size>
consteval std::array<bool, GUMBO_TAG_LAST + 1> tableOf(const std::array<GumboTag, Size> &tags)
{
    std::array<bool, GUMBO_TAG_LAST + 1> table{};
    for (const GumboTag tag : tags)
        table[tag] = true;
    return table;
}

bool isUnseenTag(GumboTag tag)
{
    static constexpr auto table = tableOf(unseenTags);
    return table[tag];
}

/// A template is what a script makes copies of, unless it is the inside of an element, as pages of components are saved.
bool isShadow(const GumboNode *node)
{
    return isElement(node, GUMBO_TAG_TEMPLATE) && std::ranges::any_of(std::array{"shadowrootmode", "shadowroot", "shadowmode"},
        [&](const char *name) { return gumbo_get_attribute(&node->v.element.attributes, name); });
}

bool isBlockTag(GumboTag tag)
{
    static constexpr auto table = tableOf(inlined);
    return !table[tag] && tag != GUMBO_TAG_BR;
}

bool isHidden(const GumboNode *element)
{
    if (gumbo_get_attribute(&element->v.element.attributes, "hidden"))
        return true;
    const QByteArrayView stated = attribute(element, "style");
    if (stated.size() < 12)
        return false;
    const QByteArray style = stated.toByteArray().toLower().replace(" ", "");
    return style.contains("display:none") || style.contains("visibility:hidden");
}

/// A row of a table of figures and names, not one that lays out a page: two cells or more, with no blocks in them.
bool isDataRow(const GumboNode *row)
{
    int cells = 0;
    bool plain = true;
    walk(row, [&](const GumboNode *node) {
        if (node == row || !isElement(node))
            return plain;
        const bool cell = isElement(node, GUMBO_TAG_TD) || isElement(node, GUMBO_TAG_TH);
        cells += cell;
        plain = plain && (cell || !isBlockTag(node->v.element.tag)) && node->v.element.tag != GUMBO_TAG_IMG;
        return plain;
    });
    return plain && cells >= 2;
}

/// Marks of byte order and the like alone are nothing to read.
bool hasInk(QStringView text)
{
    return std::ranges::any_of(text, [](QChar c) { return !c.isSpace() && c.category() != QChar::Other_Format; });
}

/// Collects text until a block ends.
class BlockCollector
{
public:
    explicit BlockCollector(bool hiddenToo, bool known = false)
        : m_hiddenToo(hiddenToo)
        , m_known(known)
    {
    }

    HtmlPage page;

    bool enter(const GumboNode *node)
    {
        if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA) {
            const bool pre = !m_states.empty() && m_states.back().pre;
            if (node->type == GUMBO_NODE_WHITESPACE && !pre)
                appendBlank();
            else
                append(node->v.text.text, pre);
        }
        if (!isElement(node))
            return true;
        const GumboTag tag = node->v.element.tag;
        const bool foreign = node->v.element.tag_namespace != GUMBO_NAMESPACE_HTML;
        const Naming naming = foreign || m_known ? Naming() : m_namings.of(node);
        const bool control = foreign || (isUnseenTag(tag) && !isShadow(node));
        if (control || isLeftOut(node, naming)) {
            addUnseen(isElement(node, GUMBO_TAG_HEAD) ? HtmlUnseen::Why::Head : control ? HtmlUnseen::Why::Control : HtmlUnseen::Why::Hidden,
                textWithin(node));
            m_states.push_back(state()); // leave() comes for this one too
            return false;
        }
        if (tag == GUMBO_TAG_BR)
            lineBreak();
        State inner = state();
        inner.linked = inner.linked || (tag == GUMBO_TAG_A && gumbo_get_attribute(&node->v.element.attributes, "href"));
        inner.aside = !isBlockTag(tag) && (naming.surroundings || naming.never);
        inner.from = m_text.size();
        inner.fromLinked = m_linked;
        inner.blocks = page.blocks.size();
        inner.cells = inner.cells || (!m_known && tag == GUMBO_TAG_TR && isDataRow(node));
        if (isCell(tag, inner))
            m_text += m_text.isEmpty() ? QString() : QStringLiteral("\t");
        else if (isBlockTag(tag))
            enterBlock(node, naming, inner);
        enterCaption(node, naming, inner);
        m_states.push_back(inner);
        return true;
    }

    void leave(const GumboNode *node)
    {
        if (!isElement(node))
            return;
        const State left = state();
        if (left.aside && left.blocks == page.blocks.size() && m_text.size() <= left.from + longestAside) {
            addUnseen(HtmlUnseen::Why::Aside, m_text.sliced(std::min(left.from, m_text.size())));
            m_text.truncate(left.from);
            m_linked = std::min(m_linked, left.fromLinked);
        }
        const State around = m_states.size() > 1 ? m_states[m_states.size() - 2] : State();
        if (left.element != around.element || left.kind != around.kind)
            flush();
        if (left.element != around.element)
            page.elements[size_t(left.element)].end = int(page.blocks.size());
        m_states.pop_back();
    }

private:
    struct State
    {
        int element = -1;
        HtmlBlock::Kind kind = HtmlBlock::Kind::Paragraph;
        int heading = 0;
        bool linked = false;
        bool pre = false;
        bool cells = false; ///< in a row of a table that is one block
        bool figure = false;
        bool aside = false; ///< an element within a line that is no part of it ("Share"): its text and blocks begin here
        qsizetype from = 0;
        qsizetype fromLinked = 0;
        size_t blocks = 0;
    };

    /// An inline element with more in it is a wrapper of something else.
    static constexpr qsizetype longestAside = 200;
    static constexpr qsizetype largestText = std::numeric_limits<qsizetype>::max();

    /// What is longer is none, whatever it is called.
    static qsizetype longestOf(HtmlBlock::Kind kind)
    {
        return kind == HtmlBlock::Kind::Credit ? 200 : kind == HtmlBlock::Kind::Caption ? 1500 : largestText;
    }

    void addUnseen(HtmlUnseen::Why why, const QString &text)
    {
        if (!m_known && hasInk(text))
            page.unseen.push_back({why, text, int(page.blocks.size())});
    }

    State state() const { return m_states.empty() ? State() : m_states.back(); }

    static bool isCell(GumboTag tag, const State &inner)
    {
        return inner.cells && (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH);
    }

    bool isLeftOut(const GumboNode *node, const Naming &naming) const
    {
        if (m_hiddenToo || isElement(node, GUMBO_TAG_BODY) || isElement(node, GUMBO_TAG_HTML))
            return false;
        return isHidden(node) || naming.unseen;
    }

    void enterBlock(const GumboNode *node, const Naming &naming, State &inner)
    {
        const GumboTag tag = node->v.element.tag;
        flush();
        page.elements.push_back({.node = node, .parent = inner.element, .begin = int(page.blocks.size()), .naming = naming});
        inner.element = int(page.elements.size()) - 1;
        inner.pre = inner.pre || tag == GUMBO_TAG_PRE;
        inner.heading = tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6 ? int(tag) - int(GUMBO_TAG_H1) + 1 : inner.heading;
        inner.figure = tag == GUMBO_TAG_FIGURE || inner.figure;
        // What a figure shows may be a table or a quotation; the rest of its words tell about it.
        const bool shown = tag == GUMBO_TAG_TABLE || tag == GUMBO_TAG_BLOCKQUOTE || tag == GUMBO_TAG_PRE;
        if (tag == GUMBO_TAG_FIGURE && inner.kind == HtmlBlock::Kind::Paragraph)
            inner.kind = HtmlBlock::Kind::Caption;
        else if (shown && inner.figure && !naming.caption)
            inner.kind = HtmlBlock::Kind::Paragraph;
    }

    void enterCaption(const GumboNode *node, const Naming &naming, State &inner)
    {
        const bool outside = inner.kind == HtmlBlock::Kind::Paragraph;
        const bool caption = isElement(node, GUMBO_TAG_FIGCAPTION) || (naming.caption && !isElement(node, GUMBO_TAG_BODY));
        if (caption && outside) {
            flush();
            inner.kind = HtmlBlock::Kind::Caption;
        } else if (naming.credit && (inner.kind == HtmlBlock::Kind::Caption || (outside && !naming.weak))) {
            flush();
            inner.kind = HtmlBlock::Kind::Credit;
        }
    }

    void appendBlank()
    {
        if (!m_text.isEmpty() && !m_text.endsWith(u' ') && !m_text.endsWith(u'\n') && !m_text.endsWith(u'\t'))
            m_text += u' ';
    }

    void append(const char *utf8, bool pre)
    {
        const bool linked = !m_states.empty() && m_states.back().linked;
        QChar last = m_text.isEmpty() ? u'\n' : m_text.back();
        const QString text = fromValidUtf8(utf8);
        qsizetype end = m_text.size();
        m_text.resize(end + text.size());
        QChar *written = m_text.data();
        for (QChar c : text) {
            const bool blank = c == u' ' || c == u'\n' || c == u'\t' || c == u'\r' || c == u'\f';
            if (blank && !pre) {
                if (last == u' ' || last == u'\n' || last == u'\t')
                    continue;
                c = u' ';
            } else {
                c = c == u'\r' ? QChar(u'\n') : c;
                m_linked += linked;
                m_breaks = blank ? m_breaks : 0;
            }
            written[end++] = c;
            last = c;
        }
        m_text.truncate(end);
    }

    /// One is a new line, two in a row a new paragraph.
    void lineBreak()
    {
        if (++m_breaks > 1)
            return flush();
        while (m_text.endsWith(u' '))
            m_text.chop(1);
        if (!m_text.isEmpty())
            m_text += u'\n';
    }

    void flush()
    {
        const auto shown = [](QChar c) { return c != u' ' && c != u'\n' && c != u'\t'; };
        const auto end = std::ranges::find_if(m_text | std::views::reverse, shown).base();
        m_text.truncate(end - m_text.begin());
        m_text.remove(0, std::ranges::find_if(m_text, shown) - m_text.begin());
        if (hasInk(m_text)) {
            const State now = state();
            HtmlBlock block;
            block.kind = m_text.size() > longestOf(now.kind) ? HtmlBlock::Kind::Paragraph : now.kind;
            if (block.kind == HtmlBlock::Kind::Paragraph && now.heading)
                block.kind = HtmlBlock::Kind::Heading;
            block.text = m_text;
            block.linked = std::min(m_linked, m_text.size());
            block.element = std::max(now.element, 0);
            block.heading = now.heading;
            block.index = int(page.blocks.size());
            page.blocks.push_back(std::move(block));
        }
        m_text.clear();
        m_linked = 0;
        m_breaks = 0;
    }

    const bool m_hiddenToo;
    const bool m_known; ///< the page's structure: names say nothing
    Namings m_namings;
    std::vector<State> m_states;
    QString m_text;
    qsizetype m_linked = 0;
    int m_breaks = 0;
};

HtmlPage collected(const HtmlTree &tree, BlockCollector collector)
{
    walk(
        tree.root(), [&](const GumboNode *node) { return collector.enter(node); },
        [&](const GumboNode *node) { collector.leave(node); });
    return std::move(collector.page);
}

} // namespace

std::optional<ZoneKind> zoneOf(HtmlBlock::Kind kind)
{
    switch (kind) {
    case HtmlBlock::Kind::Heading:
        return ZoneKind::Subheading;
    case HtmlBlock::Kind::Lead:
        return ZoneKind::Lead;
    case HtmlBlock::Kind::Caption:
        return ZoneKind::Caption;
    case HtmlBlock::Kind::Credit:
        return ZoneKind::PhotoCredit;
    case HtmlBlock::Kind::AuthorNote:
        return ZoneKind::Credit;
    case HtmlBlock::Kind::Paragraph:
        break;
    }
    return std::nullopt;
}

HtmlPage htmlPage(const HtmlTree &tree, bool hiddenToo)
{
    return collected(tree, BlockCollector(hiddenToo));
}

std::vector<HtmlBlock> htmlBlocks(const HtmlTree &tree)
{
    HtmlPage page = collected(tree, BlockCollector(false, true));
    for (HtmlBlock &block : page.blocks)
        block.owner = page.elements[size_t(block.element)].node;
    return std::move(page.blocks);
}

} // namespace galley
