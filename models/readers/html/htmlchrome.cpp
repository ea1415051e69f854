// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "htmlchrome.h"

#include "htmlphrases.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <ranges>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

/// What an element holds, outside of what is surely chrome.
struct Holding
{
    qsizetype prose = 0; ///< characters of paragraphs that read like prose, without links
    qsizetype text = 0;
    qsizetype linked = 0;
    bool quoted = false; ///< a quotation is among it
    bool asks = false;   ///< to subscribe or to sign in, or there is something to fill in
};

constexpr double muchOfThePage = 0.4;
constexpr qsizetype littleProse = 300;

bool hasRole(const GumboNode *element, std::initializer_list<const char *> roles)
{
    const QByteArrayView stated = attribute(element, "role");
    return !stated.isEmpty()
        && std::ranges::any_of(roles, [&](const char *role) { return stated.compare(role, Qt::CaseInsensitive) == 0; });
}

/// Everything around the headline, a main element or what says that it is the article's body: however a page calls such
/// an element ("paywall", "sidebar-right"), it is no surroundings.
void markHolders(HtmlPage &page, const QString &headline)
{
    std::vector<int> telling;
    std::vector<int> headings;
    const auto size = int(page.elements.size());
    for (int at = 0; at < size; ++at) {
        const HtmlElement &element = page.elements[size_t(at)];
        if (isElement(element.node, GUMBO_TAG_MAIN) || hasRole(element.node, {"main"}) || isArticleBody(element.node))
            telling.push_back(at);
        if (!isElement(element.node, GUMBO_TAG_H1) || element.begin >= element.end)
            continue;
        headings.push_back(at);
        const QString text = page.blocks[size_t(element.begin)].text.simplified();
        if (text == headline || (text.size() >= 10 && headline.contains(text)))
            telling.push_back(at);
    }
    if (headings.size() == 1)
        telling.push_back(headings.front());
    for (int element : telling) {
        for (; element >= 0 && !page.elements[size_t(element)].holds; element = page.elements[size_t(element)].parent)
            page.elements[size_t(element)].holds = true;
    }
}

bool isPage(const HtmlElement &element)
{
    return element.holds || isElement(element.node, GUMBO_TAG_HTML) || isElement(element.node, GUMBO_TAG_BODY)
        || isElement(element.node, GUMBO_TAG_ARTICLE);
}

bool isSurely(const HtmlElement &element, bool insideArticle)
{
    const GumboNode *node = element.node;
    if (isElement(node, GUMBO_TAG_NAV) || isElement(node, GUMBO_TAG_MENU) || isElement(node, GUMBO_TAG_DIALOG)
        || (isElement(node, GUMBO_TAG_ASIDE) && !element.naming.quote)
        || hasRole(node, {"navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar", "dialog",
                             "alertdialog", "toolbar"}))
        return true;
    if (isElement(node, GUMBO_TAG_FOOTER) || isElement(node, GUMBO_TAG_HEADER))
        return !insideArticle;
    return !isPage(element) && element.naming.never;
}

/// Each element after those it stands in.
void markSurely(HtmlPage &page)
{
    std::vector<bool> insideArticle(page.elements.size());
    for (size_t at = 0; at < page.elements.size(); ++at) {
        HtmlElement &element = page.elements[at];
        const bool inside = element.parent >= 0 && insideArticle[size_t(element.parent)];
        insideArticle[at] = inside || isElement(element.node, GUMBO_TAG_ARTICLE);
        element.chrome = (element.parent >= 0 && page.elements[size_t(element.parent)].chrome) || isSurely(element, inside);
    }
}

std::vector<Holding> holdingsOf(const HtmlPage &page)
{
    std::vector<Holding> holdings(page.elements.size());
    for (const HtmlBlock &block : page.blocks) {
        if (page.elements[size_t(block.element)].chrome)
            continue;
        Holding &holding = holdings[size_t(block.element)];
        holding.prose += isProse(block) ? block.text.size() - block.linked : 0;
        holding.text += block.text.size();
        holding.asks = holding.asks || asksForMoney(block);
        holding.linked += block.linked;
    }
    for (size_t at = holdings.size(); at-- > 1;) {
        holdings[at].asks = holdings[at].asks || isElement(page.elements[at].node, GUMBO_TAG_FORM);
        holdings[at].quoted = holdings[at].quoted || isElement(page.elements[at].node, GUMBO_TAG_BLOCKQUOTE);
        Holding &parent = holdings[size_t(page.elements[at].parent)];
        parent.prose += holdings[at].prose;
        parent.text += holdings[at].text;
        parent.linked += holdings[at].linked;
        parent.quoted = parent.quoted || holdings[at].quoted;
        parent.asks = parent.asks || holdings[at].asks;
    }
    return holdings;
}

/// A paragraph of the text, whatever its class says of who sees it: sentences without links beside others.
bool isParagraphAmongOthers(const HtmlPage &page, const HtmlElement &element)
{
    if (!isElement(element.node, GUMBO_TAG_P) || element.parent < 0 || element.end != element.begin + 1)
        return false;
    const auto isSentence = [](const HtmlBlock &block) {
        return isProse(block) && block.text.size() >= 80 && block.linked == 0 && !isNotice(block) && !asksForMoney(block)
            && QStringView(u".!?…”\"’。").contains(block.text.back());
    };
    if (!isSentence(page.blocks[size_t(element.begin)]))
        return false;
    const HtmlElement &parent = page.elements[size_t(element.parent)];
    int others = 0;
    for (int at = parent.begin; at < parent.end && others < 2; ++at) {
        const HtmlElement &owner = page.elements[size_t(page.blocks[size_t(at)].element)];
        others += owner.node != element.node && owner.parent == element.parent && isElement(owner.node, GUMBO_TAG_P) && !owner.chrome
            && isProse(page.blocks[size_t(at)]);
    }
    return others >= 2;
}

bool isProbably(const HtmlPage &page, const HtmlElement &element, const Holding &holding, const Holding &all)
{
    if (isPage(element) || isParagraphAmongOthers(page, element))
        return false;
    // A server names what it shows to subscribers: sentences are the article, an invitation is none.
    if (element.naming.gated && (holding.prose < 2 * holding.linked || holding.asks || holding.prose == 0))
        return double(holding.prose) < muchOfThePage * double(all.prose);
    const bool hidden = attribute(element.node, "aria-hidden").compare("true", Qt::CaseInsensitive) == 0;
    const bool named = element.naming.surroundings && !(element.naming.embedded && holding.quoted) && !element.naming.quote;
    if (hidden && !named) // from a screen reader: others see it
        return holding.prose < littleProse || holding.linked * 4 > holding.text;
    if (named || isElement(element.node, GUMBO_TAG_FORM))
        return double(holding.prose) < muchOfThePage * double(all.prose);
    return element.naming.weak && !element.naming.caption && !element.naming.credit
        && (holding.prose < littleProse || holding.linked * 4 > holding.text);
}

void markProbably(HtmlPage &page)
{
    const std::vector<Holding> holdings = holdingsOf(page);
    for (size_t at = 0; at < page.elements.size(); ++at) {
        HtmlElement &element = page.elements[at];
        const bool around = element.parent >= 0 && page.elements[size_t(element.parent)].chrome;
        element.chrome = element.chrome || around || isProbably(page, element, holdings[at], holdings[0]);
    }
}

} // namespace

bool isTimeStamp(const HtmlBlock &block)
{
    static const QRegularExpression stamp(
        u"\\b(?:19|20)\\d{2}\\b\\D{0,12}\\d{1,2}[:.]\\d{2}(?::\\d{2})?\\s*(?:[ap]\\.?m\\.?)?\\s*\\(?\\p{Lu}{0,5}\\)?$"_s);
    return block.text.size() <= 90 && stamp.matchView(block.text).hasMatch();
}

bool isProse(const HtmlBlock &block)
{
    return block.kind == HtmlBlock::Kind::Paragraph && block.text.size() >= 25 && block.linkDensity() < 0.5
        && !isTimeStamp(block);
}

bool isArticleBody(const GumboNode *element)
{
    const QByteArrayView stated = attribute(element, "itemprop");
    return !stated.isEmpty() && std::ranges::any_of(stated.toByteArray().split(' '),
        [](const QByteArray &name) { return name.compare("articleBody", Qt::CaseInsensitive) == 0; });
}

void markChrome(HtmlPage &page, const QString &headline)
{
    if (page.elements.empty())
        return;
    markHolders(page, headline.simplified());
    markSurely(page);
    markProbably(page);
    for (HtmlBlock &block : page.blocks)
        block.chrome = page.elements[size_t(block.element)].chrome;
}

} // namespace galley
