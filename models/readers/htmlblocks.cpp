// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "htmlblocks.h"

#include "decoding.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>
#include <ranges>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array unseen{GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE, GUMBO_TAG_IFRAME,
    GUMBO_TAG_OBJECT, GUMBO_TAG_EMBED, GUMBO_TAG_CANVAS, GUMBO_TAG_AUDIO, GUMBO_TAG_VIDEO, GUMBO_TAG_SELECT, GUMBO_TAG_BUTTON,
    GUMBO_TAG_INPUT, GUMBO_TAG_TEXTAREA, GUMBO_TAG_HEAD, GUMBO_TAG_DATALIST, GUMBO_TAG_MAP};

constexpr std::array inlined{GUMBO_TAG_A, GUMBO_TAG_ABBR, GUMBO_TAG_B, GUMBO_TAG_BDI, GUMBO_TAG_BDO, GUMBO_TAG_BIG,
    GUMBO_TAG_CITE, GUMBO_TAG_CODE, GUMBO_TAG_DATA, GUMBO_TAG_DEL, GUMBO_TAG_DFN, GUMBO_TAG_EM, GUMBO_TAG_FONT, GUMBO_TAG_I,
    GUMBO_TAG_INS, GUMBO_TAG_KBD, GUMBO_TAG_MARK, GUMBO_TAG_Q, GUMBO_TAG_RUBY, GUMBO_TAG_RB, GUMBO_TAG_RT, GUMBO_TAG_RP,
    GUMBO_TAG_S, GUMBO_TAG_SAMP, GUMBO_TAG_SMALL, GUMBO_TAG_SPAN, GUMBO_TAG_STRIKE, GUMBO_TAG_STRONG, GUMBO_TAG_SUB,
    GUMBO_TAG_SUP, GUMBO_TAG_TIME, GUMBO_TAG_TT, GUMBO_TAG_U, GUMBO_TAG_VAR, GUMBO_TAG_WBR, GUMBO_TAG_IMG, GUMBO_TAG_LABEL,
    GUMBO_TAG_ACRONYM, GUMBO_TAG_NOBR};

bool isHidden(const GumboNode *element)
{
    if (gumbo_get_attribute(&element->v.element.attributes, "hidden"))
        return true;
    const QByteArray style = attribute(element, "style").toByteArray().toLower().replace(" ", "");
    return style.contains("display:none") || style.contains("visibility:hidden");
}

bool hasRoleOfSurroundings(const GumboNode *element)
{
    const QByteArray role = attribute(element, "role").toByteArray().toLower();
    constexpr std::array roles{
        "navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar", "dialog", "alertdialog", "toolbar"};
    return std::ranges::any_of(roles, [&](const char *known) { return role == known; });
}

bool isWithinArticle(const GumboNode *element)
{
    for (const GumboNode *node = element->parent; node; node = node->parent) {
        if (isElement(node, GUMBO_TAG_ARTICLE))
            return true;
    }
    return false;
}

/// Everything around a first-level heading, a main element or what says that it is the article's body: however a page
/// calls such an element ("paywall", "has-sidebar"), it is no surroundings.
QSet<const GumboNode *> holders(const HtmlTree &tree)
{
    QSet<const GumboNode *> result;
    walk(tree.root(), [&](const GumboNode *node) {
        const bool telling = isElement(node, GUMBO_TAG_H1) || isElement(node, GUMBO_TAG_MAIN)
            || attribute(node, "itemprop").compare("articleBody", Qt::CaseInsensitive) == 0;
        for (const GumboNode *above = telling ? node : nullptr; above && !result.contains(above); above = above->parent)
            result.insert(above);
        return true;
    });
    return result;
}

bool isChrome(const GumboNode *element, const QSet<const GumboNode *> &holders)
{
    if (isElement(element, GUMBO_TAG_NAV) || isElement(element, GUMBO_TAG_ASIDE) || hasRoleOfSurroundings(element))
        return true;
    if ((isElement(element, GUMBO_TAG_FOOTER) || isElement(element, GUMBO_TAG_HEADER)) && !isWithinArticle(element))
        return true;
    return naming(element) == Naming::Surroundings && !holders.contains(element) && !isElement(element, GUMBO_TAG_BODY)
        && !isElement(element, GUMBO_TAG_HTML) && !isElement(element, GUMBO_TAG_ARTICLE);
}

QByteArray names(const GumboNode *element)
{
    return (attribute(element, "class").toByteArray() + ' ' + attribute(element, "id").toByteArray()).toLower();
}

/// Collects text until a block ends.
class Collector
{
public:
    explicit Collector(QSet<const GumboNode *> holders)
        : m_holders(std::move(holders))
    {
    }

    std::vector<HtmlBlock> blocks;

    bool enter(const GumboNode *node)
    {
        if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA)
            append(fromValidUtf8(node->v.text.text));
        if (!isElement(node))
            return true;
        const GumboTag tag = node->v.element.tag;
        const bool foreign = node->v.element.tag_namespace != GUMBO_NAMESPACE_HTML;
        if (foreign || std::ranges::contains(unseen, tag) || isHidden(node)) {
            m_states.push_back(state()); // leave() comes for this one too
            return false;
        }
        if (tag == GUMBO_TAG_BR)
            lineBreak();
        State inner = state();
        inner.chrome = inner.chrome || isChrome(node, m_holders);
        inner.linked = inner.linked || tag == GUMBO_TAG_A;
        if (isBlock(tag)) {
            flush();
            inner.owner = node;
            inner.pre = inner.pre || tag == GUMBO_TAG_PRE;
            inner.heading = tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6 ? int(tag) - int(GUMBO_TAG_H1) + 1 : inner.heading;
        }
        enterCaption(node, inner);
        m_states.push_back(inner);
        return true;
    }

    void leave(const GumboNode *node)
    {
        if (!isElement(node))
            return;
        const bool blockEnds = isBlock(node->v.element.tag)
            || m_states.back().kind != (m_states.size() > 1 ? m_states[m_states.size() - 2] : State()).kind;
        if (blockEnds)
            flush();
        m_states.pop_back();
    }

private:
    struct State
    {
        const GumboNode *owner = nullptr;
        HtmlBlock::Kind kind = HtmlBlock::Kind::Paragraph;
        int heading = 0;
        bool chrome = false;
        bool linked = false;
        bool pre = false;
    };

    State state() const { return m_states.empty() ? State() : m_states.back(); }

    static bool isBlock(GumboTag tag) { return !std::ranges::contains(inlined, tag) && tag != GUMBO_TAG_BR; }

    void enterCaption(const GumboNode *node, State &inner)
    {
        const QByteArray called = names(node);
        const bool caption
            = isElement(node, GUMBO_TAG_FIGCAPTION) || (called.contains("caption") && !isElement(node, GUMBO_TAG_BODY));
        if (caption && inner.kind == HtmlBlock::Kind::Paragraph) {
            flush();
            inner.kind = HtmlBlock::Kind::Caption;
        } else if (inner.kind == HtmlBlock::Kind::Caption
            && (called.contains("credit") || called.contains("copyright") || called.contains("photographer"))) {
            flush();
            inner.kind = HtmlBlock::Kind::Credit;
        }
    }

    void append(const QString &text)
    {
        for (const QChar c : text) {
            const bool blank = c == u' ' || c == u'\n' || c == u'\t' || c == u'\r' || c == u'\f';
            if (!blank || state().pre) {
                m_text += c == u'\r' ? QChar(u'\n') : c;
                m_linked += state().linked;
                m_breaks = blank ? m_breaks : 0;
            } else if (!m_text.isEmpty() && m_text.back() != u' ' && m_text.back() != u'\n') {
                m_text += u' ';
            }
        }
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
        const auto shown = [](QChar c) { return c != u' ' && c != u'\n'; };
        const auto end = std::ranges::find_if(m_text | std::views::reverse, shown).base();
        m_text.truncate(end - m_text.begin());
        m_text.remove(0, std::ranges::find_if(m_text, shown) - m_text.begin());
        if (!QStringView(m_text).trimmed().isEmpty()) {
            const State now = state();
            HtmlBlock block;
            block.kind = now.kind == HtmlBlock::Kind::Paragraph && now.heading ? HtmlBlock::Kind::Heading : now.kind;
            block.text = m_text;
            block.linked = std::min(m_linked, m_text.size());
            block.owner = now.owner;
            block.chrome = now.chrome;
            block.heading = now.heading;
            blocks.push_back(std::move(block));
        }
        m_text.clear();
        m_linked = 0;
        m_breaks = 0;
    }

    QSet<const GumboNode *> m_holders;
    std::vector<State> m_states;
    QString m_text;
    qsizetype m_linked = 0;
    int m_breaks = 0;
};

} // namespace

std::vector<HtmlBlock> htmlBlocks(const HtmlTree &tree)
{
    Collector collector(holders(tree));
    walk(
        tree.root(), [&](const GumboNode *node) { return collector.enter(node); },
        [&](const GumboNode *node) { collector.leave(node); });
    return std::move(collector.blocks);
}

Naming naming(const GumboNode *element)
{
    const QString called = fromValidUtf8(names(element));
    if (called.size() <= 1)
        return Naming::Silent;
    // Never the article, whatever else the name says.
    static const QRegularExpression around(
        u"\\bcomments?\\b|comment-?(?:list|section|form)|disqus|share|sharing|breadcrumb|sidebar|taboola|outbrain|newsletter|"
        "cookie|consent|\\bnav\\b|navbar|navigation|social|masthead|paywall|\\bpager\\b|pagination|popup|modal"_s);
    static const QRegularExpression article(u"article|body|content|story|entry|post|main|text|column"_s);
    static const QRegularExpression perhaps(
        u"related|recommend|promo|advert|\\bads?\\b|sponsor|most-?(?:popular|read|viewed)|popular|trending|widget|footer|\\bmenu|toolbar|"
        "teaser|subscribe|\\btags?\\b|tag-?list|byline|author-?(?:bio|info)|login|signup|print-?only|skip"_s);
    if (around.match(called).hasMatch())
        return Naming::Surroundings;
    if (article.match(called).hasMatch())
        return Naming::Article;
    return perhaps.match(called).hasMatch() ? Naming::Surroundings : Naming::Silent;
}

} // namespace galley
