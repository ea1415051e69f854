// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "htmlcontainer.h"

#include "htmlchrome.h"
#include "htmlnames.h"

#include <QHash>

#include <algorithm>
#include <functional>
#include <optional>

namespace galley {

namespace {

constexpr qsizetype shortestBody = 250;
constexpr qsizetype longParagraph = 80;
constexpr double mostlyAlike = 0.7;
constexpr qsizetype longestClass = 100;
constexpr qint64 mostCompared = 200'000'000; ///< characters of a stated body, over all blocks: far beyond any article

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

/// What a paragraph stands in, two levels up: paragraphs of one text are alike in it.
QByteArray surroundingsOf(const HtmlPage &page, const HtmlBlock &block)
{
    QByteArray result;
    int at = block.element;
    for (int level = 0; at >= 0 && level < 3; ++level, at = page.elements[size_t(at)].parent) {
        const GumboNode *node = page.elements[size_t(at)].node;
        result += QByteArray::number(int(node->v.element.tag)) + ' ';
        if (level > 0) {
            // "story-body-1" and "story-body-2" are parts of one text.
            for (const char c : attribute(node, "class", longestClass).toByteArray()) {
                if (c < '0' || c > '9')
                    result += c;
            }
            result += '<';
        }
    }
    return result;
}

using Sums = std::vector<qsizetype>;

/// How much text, chrome apart, stands before each block in those that count.
Sums sumsOf(const HtmlPage &page, const std::function<bool(const HtmlBlock &)> &counts)
{
    Sums sums(page.blocks.size() + 1);
    for (size_t at = 0; at < page.blocks.size(); ++at) {
        const HtmlBlock &block = page.blocks[at];
        sums[at + 1] = sums[at] + (!block.chrome && counts(block) ? block.text.size() - block.linked : 0);
    }
    return sums;
}

qsizetype sumWithin(const Sums &sums, const HtmlElement &element)
{
    return sums[size_t(element.end)] - sums[size_t(element.begin)];
}

/// The longest element that says it is the body.
std::optional<int> statedElement(const HtmlPage &page)
{
    const Sums text = sumsOf(page, [](const HtmlBlock &) { return true; });
    std::optional<int> longest;
    qsizetype most = shortestBody - 1;
    for (size_t at = 0; at < page.elements.size(); ++at) {
        const HtmlElement &element = page.elements[at];
        if (const qsizetype length = sumWithin(text, element); length > most && isArticleBody(element.node)) {
            most = length;
            longest = int(at);
        }
    }
    return longest;
}

/// An article may be cut into parts by what stands between them: the element around all the parts that are alike.
int aroundAllParts(const HtmlPage &page, int best, const Sums &prose)
{
    QHash<QByteArray, qsizetype> kinds;
    const HtmlElement &found = page.elements[size_t(best)];
    for (int at = found.begin; at < found.end; ++at) {
        const HtmlBlock &block = page.blocks[size_t(at)];
        if (!block.chrome && isProse(block))
            kinds[surroundingsOf(page, block)] += block.text.size();
    }
    const auto most = std::ranges::max_element(kinds);
    if (most == kinds.end())
        return best;
    const QByteArray kind = std::as_const(kinds).key(*most);
    const auto alike = sumsOf(
        page, [&](const HtmlBlock &block) { return isProse(block) && surroundingsOf(page, block) == kind; });
    for (int at = found.parent; at > 0; at = page.elements[size_t(at)].parent) {
        const qsizetype here = sumWithin(alike, page.elements[size_t(at)]);
        if (double(here) > 1.1 * double(sumWithin(alike, page.elements[size_t(best)]))
            && double(here) >= mostlyAlike * double(sumWithin(prose, page.elements[size_t(at)])))
            best = at;
    }
    return best;
}

std::optional<int> headlineOfPage(const HtmlPage &page, const QString &title)
{
    const auto found = std::ranges::find_if(
        page.blocks, [&](const HtmlBlock &block) { return block.heading > 0 && block.text.simplified() == title; });
    return found == page.blocks.end() ? std::nullopt : std::optional(int(found - page.blocks.begin()));
}

/// The element with the highest score; what has much other prose between the headline and itself (comments) counts less.
std::optional<int> bestElement(const HtmlPage &page, const QString &title, const std::vector<std::optional<double>> &scores,
    const Sums &prose)
{
    const std::optional<int> headline = headlineOfPage(page, title);
    std::optional<int> best; // an outer element wins a tie
    double highest = 0;
    for (size_t at = 0; at < scores.size(); ++at) {
        if (!scores[at])
            continue;
        const HtmlElement &element = page.elements[at];
        double score = *scores[at];
        if (headline && element.begin > *headline && score > 0)
            score /= 1 + double(prose[size_t(element.begin)] - prose[size_t(*headline)]) / double(sumWithin(prose, element) + 1);
        // What ends above the headline is no report where enough follows it: teasers of others.
        if (headline && element.end <= *headline && score > 0 && prose.back() - prose[size_t(*headline)] >= shortestBody)
            score /= 10;
        if (!best || score > highest) {
            best = int(at);
            highest = score;
        }
    }
    return best;
}

/// The blocks whose words stand in the body that linked data states: first and last, where they are enough of it.
std::optional<HtmlPlace> statedPlace(const HtmlPage &page, const QString &body)
{
    const QString words = bareWords(body);
    if (words.size() < shortestBody)
        return std::nullopt;
    int first = -1, last = -1;
    qsizetype found = 0;
    qint64 compared = 0;
    for (size_t at = 0; at < page.blocks.size() && compared < mostCompared; ++at) {
        const HtmlBlock &block = page.blocks[at];
        if (block.chrome || block.kind != HtmlBlock::Kind::Paragraph || block.text.size() < 25)
            continue;
        compared += words.size();
        if (const QString text = bareWords(block.text); words.contains(text)) {
            found += text.size();
            first = first < 0 ? int(at) : first;
            last = int(at);
        }
    }
    if (double(found) < 0.5 * double(words.size()))
        return std::nullopt;
    int around = page.blocks[size_t(first)].element;
    while (around > 0 && page.elements[size_t(around)].end <= last)
        around = page.elements[size_t(around)].parent;
    const bool paragraph = isElement(page.elements[size_t(around)].node, GUMBO_TAG_P);
    around = paragraph ? std::max(page.elements[size_t(around)].parent, 0) : around;
    return HtmlPlace{{around}, first, last + 1};
}

/// A paragraph, or an element with hardly any links and headings in it: no list of teasers.
bool isPlain(const HtmlPage &page, const HtmlElement &element)
{
    qsizetype text = 0, linked = 0, paragraphs = 0, others = 0;
    for (int at = element.begin; at < element.end; ++at) {
        const HtmlBlock &block = page.blocks[size_t(at)];
        text += block.text.size();
        linked += block.linked;
        paragraphs += isProse(block);
        others += !isProse(block) && block.kind != HtmlBlock::Kind::Caption && block.kind != HtmlBlock::Kind::Credit;
    }
    return linked * 10 <= text && others <= paragraphs;
}

std::vector<int> densestElements(const HtmlPage &page, const QString &title, const Sums &prose)
{
    const auto scores = scoresOf(page);
    const std::optional<int> best = bestElement(page, title.simplified(), scores, prose);
    if (!best)
        return {};
    const int around = aroundAllParts(page, *best, prose);
    std::vector<int> chosen{around};
    const HtmlElement &found = page.elements[size_t(around)];
    if (around != *best || found.parent < 0 || isElement(found.node, GUMBO_TAG_BODY))
        return chosen;
    const double enough = std::max(10.0, *scores[size_t(around)] * 0.2);
    for (size_t at = 0; at < scores.size(); ++at) {
        const HtmlElement &beside = page.elements[at];
        if (beside.parent != found.parent || int(at) == around || !isPlain(page, beside))
            continue;
        // A page may fold away all but the first paragraphs, which then stand beside the element with the rest.
        const bool paragraph = isElement(beside.node, GUMBO_TAG_P) && sumWithin(prose, beside) >= longParagraph;
        if (paragraph || scores[at].value_or(0) >= enough)
            chosen.push_back(int(at));
    }
    return chosen;
}

} // namespace

HtmlPlace articlePlace(const HtmlPage &page, const QString &title, const QString &body)
{
    const Sums prose = sumsOf(page, isProse);
    HtmlPlace place{{}, 0, int(page.blocks.size())};
    if (const auto stated = statedElement(page))
        place.elements = {*stated};
    else
        place.elements = densestElements(page, title, prose);
    const auto linked = statedPlace(page, body);
    if (!linked)
        return place;
    // A stated body may be cut short: it ends the article only where most of it is there, to the end of a paragraph.
    qsizetype found = 0;
    for (const int element : place.elements)
        found += sumWithin(prose, page.elements[size_t(element)]);
    const QString last = bareWords(page.blocks[size_t(linked->end - 1)].text);
    const bool whole = double(body.size()) > 0.6 * double(found) && bareWords(body).endsWith(last);
    return HtmlPlace{linked->elements, linked->begin, whole ? linked->end : int(page.blocks.size())};
}

} // namespace galley
