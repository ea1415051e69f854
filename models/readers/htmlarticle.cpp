// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "htmlarticle.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

using Scores = QHash<const GumboNode *, double>;
using Blocks = std::vector<HtmlBlock>;

/// "Exampleton Thu May 4, 2023 4:33pm CET": when the page was made, not what the article says.
bool isTimeStamp(const HtmlBlock &block)
{
    static const QRegularExpression stamp(
        u"\\b(?:19|20)\\d{2}\\b\\D{0,12}\\d{1,2}[:.]\\d{2}(?::\\d{2})?\\s*(?:[ap]\\.?m\\.?)?\\s*\\(?\\p{Lu}{0,5}\\)?$"_s);
    return block.text.size() <= 90 && stamp.match(block.text).hasMatch();
}

/// A paragraph that reads like prose.
bool isProse(const HtmlBlock &block)
{
    return !block.chrome && block.kind == HtmlBlock::Kind::Paragraph && block.text.size() >= 25 && block.linkDensity() < 0.5
        && !isTimeStamp(block);
}

double worth(const HtmlBlock &block)
{
    double commas = 0;
    for (const QChar c : block.text)
        commas += c == u',' || c == u'，' || c == u'、' || c == u'،';
    return 1 + std::min(commas, 10.0) + std::min(double(block.text.size()) / 100, 3.0);
}

double head(const GumboNode *element)
{
    const double named = naming(element) == Naming::Article ? 10 : naming(element) == Naming::Surroundings ? -20 : 0;
    const bool semantic = isElement(element, GUMBO_TAG_ARTICLE) || isElement(element, GUMBO_TAG_MAIN);
    return named + (semantic ? 10 : 0);
}

/// Every paragraph gives its worth to what it stands in, and less to what that stands in.
Scores scoresOf(const Blocks &blocks)
{
    Scores scores;
    for (const HtmlBlock &block : blocks) {
        if (!isProse(block))
            continue;
        const bool isParagraph = isElement(block.owner, GUMBO_TAG_P) || isElement(block.owner, GUMBO_TAG_PRE)
            || isElement(block.owner, GUMBO_TAG_LI);
        const GumboNode *node = isParagraph ? block.owner->parent : block.owner;
        double share = worth(block);
        for (int level = 0; node && isElement(node) && level < 5; ++level, node = node->parent) {
            if (!scores.contains(node))
                scores.insert(node, head(node));
            scores[node] += share / (level == 0 ? 1 : level == 1 ? 2 : level * 3);
        }
    }
    return scores;
}

const GumboNode *statedBody(const HtmlTree &tree, const Blocks &blocks)
{
    QHash<const GumboNode *, qsizetype> lengths;
    walk(tree.root(), [&](const GumboNode *node) {
        if (isElement(node) && attribute(node, "itemprop").toByteArray().toLower().split(' ').contains("articlebody"))
            lengths.insert(node, 0);
        return true;
    });
    const GumboNode *longest = nullptr;
    for (auto entry = lengths.begin(); entry != lengths.end(); ++entry) {
        for (const HtmlBlock &block : blocks)
            *entry += !block.chrome && isWithin(block.owner, entry.key()) ? block.text.size() : 0;
        if (*entry >= 250 && (!longest || *entry > lengths.value(longest)))
            longest = entry.key();
    }
    return longest;
}

/// The best container and, beside it, those siblings that hold prose too.
std::vector<const GumboNode *> containers(const HtmlTree &tree, const Blocks &blocks)
{
    if (const GumboNode *stated = statedBody(tree, blocks))
        return {stated};
    const Scores scores = scoresOf(blocks);
    const GumboNode *best = nullptr;
    // In document order, so that an outer element wins a tie.
    walk(tree.root(), [&](const GumboNode *node) {
        if (scores.contains(node) && (!best || scores.value(node) > scores.value(best)))
            best = node;
        return true;
    });
    if (!best)
        return {};
    std::vector<const GumboNode *> chosen{best};
    if (!best->parent || isElement(best, GUMBO_TAG_BODY))
        return chosen;
    const GumboVector &siblings = best->parent->v.element.children;
    for (unsigned at = 0; at < siblings.length; ++at) {
        const auto *sibling = static_cast<const GumboNode *>(siblings.data[at]);
        if (sibling != best && isElement(sibling) && scores.value(sibling) >= std::max(10.0, scores.value(best) * 0.2))
            chosen.push_back(sibling);
    }
    return chosen;
}

bool isWithinAny(const GumboNode *node, const std::vector<const GumboNode *> &containers)
{
    return std::ranges::any_of(containers, [&](const GumboNode *container) { return isWithin(node, container); });
}

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

} // namespace

Blocks articleBlocks(const HtmlTree &tree, const QString &title)
{
    const Blocks all = htmlBlocks(tree);
    const auto chosen = containers(tree, all);
    const QString headline = title.simplified();
    const auto isHeadline = [&](const HtmlBlock &block) { return block.text.simplified() == headline; };
    Blocks article;
    bool afterHeadline = false;
    bool begun = false;
    bool headingBefore = false; // the block before this one is a heading that came along
    for (const HtmlBlock &block : all) {
        if (isHeadline(block)) {
            afterHeadline = true;
            continue;
        }
        const bool inside = chosen.empty() || isWithinAny(block.owner, chosen);
        begun = begun || (inside && isProse(block));
        const bool comesAlong = isContent(block) && (inside || (isLoose(block) && afterHeadline && !begun));
        if (comesAlong)
            article.push_back(block);
        else if (headingBefore && inside)
            article.pop_back(); // it announced what is left out
        headingBefore = comesAlong && block.kind == HtmlBlock::Kind::Heading;
    }
    dropEmptyHeadings(article);
    return article;
}

} // namespace galley
