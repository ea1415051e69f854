// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "htmlcontainer.h"

#include "htmlchrome.h"

#include <algorithm>
#include <optional>

namespace galley {

namespace {

constexpr qsizetype shortestBody = 250;

double worth(const HtmlBlock &block)
{
    double commas = 0;
    for (const QChar c : block.text)
        commas += c == u',' || c == u'，' || c == u'、' || c == u'،';
    return 1 + std::min(commas, 10.0) + std::min(double(block.text.size()) / 100, 3.0);
}

double head(const HtmlElement &element)
{
    const double named = element.naming.never || element.naming.surroundings ? -20 : element.naming.article ? 10 : 0;
    const bool semantic = isElement(element.node, GUMBO_TAG_ARTICLE) || isElement(element.node, GUMBO_TAG_MAIN);
    return named + (semantic ? 10 : 0);
}

/// Every paragraph gives its worth to what it stands in, and less to what that stands in.
std::vector<std::optional<double>> scoresOf(const HtmlPage &page)
{
    std::vector<std::optional<double>> scores(page.elements.size());
    for (const HtmlBlock &block : page.blocks) {
        if (block.chrome || !isProse(block))
            continue;
        const HtmlElement &owner = page.elements[size_t(block.element)];
        const bool isParagraph = isElement(owner.node, GUMBO_TAG_P) || isElement(owner.node, GUMBO_TAG_PRE)
            || isElement(owner.node, GUMBO_TAG_LI);
        int at = isParagraph ? owner.parent : block.element;
        const double share = worth(block);
        for (int level = 0; at >= 0 && level < 5; ++level, at = page.elements[size_t(at)].parent) {
            auto &score = scores[size_t(at)];
            score = score.value_or(head(page.elements[size_t(at)])) + share / (level == 0 ? 1 : level == 1 ? 2 : level * 3);
        }
    }
    return scores;
}

qsizetype textOf(const HtmlPage &page, const HtmlElement &element)
{
    qsizetype length = 0;
    for (int at = element.begin; at < element.end; ++at)
        length += page.blocks[size_t(at)].chrome ? 0 : page.blocks[size_t(at)].text.size();
    return length;
}

std::optional<int> statedElement(const HtmlPage &page)
{
    std::optional<int> longest;
    qsizetype most = shortestBody - 1;
    for (size_t at = 0; at < page.elements.size(); ++at) {
        const HtmlElement &element = page.elements[at];
        if (!attribute(element.node, "itemprop").toByteArray().toLower().split(' ').contains("articlebody"))
            continue;
        if (const qsizetype length = textOf(page, element); length > most) {
            most = length;
            longest = int(at);
        }
    }
    return longest;
}

} // namespace

std::vector<int> articleElements(const HtmlPage &page, const QString &body)
{
    Q_UNUSED(body)
    if (const auto stated = statedElement(page))
        return {*stated};
    const auto scores = scoresOf(page);
    std::optional<int> best; // an outer element wins a tie
    for (size_t at = 0; at < scores.size(); ++at) {
        if (scores[at] && (!best || *scores[at] > *scores[size_t(*best)]))
            best = int(at);
    }
    if (!best)
        return {};
    std::vector<int> chosen{*best};
    const HtmlElement &found = page.elements[size_t(*best)];
    if (found.parent < 0 || isElement(found.node, GUMBO_TAG_BODY))
        return chosen;
    for (size_t at = 0; at < scores.size(); ++at) {
        if (page.elements[at].parent == found.parent && int(at) != *best
            && scores[at].value_or(0) >= std::max(10.0, *scores[size_t(*best)] * 0.2))
            chosen.push_back(int(at));
    }
    return chosen;
}

} // namespace galley
