// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "nexishtmlreader.h"

#include "nexisdocument.h"
#include "presspage.h"

#include <readers/readertext.h>

#include <QRegularExpression>
#include <QSet>

#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array<const char *, 2> nexisHtmlSuffixes{"html", "htm"};

/// The classes that a page's style sheet aligns, by how.
struct Alignment
{
    QSet<QByteArray> centred, others;
};

Alignment alignmentIn(const HtmlTree &tree)
{
    static const QRegularExpression rule(
        u"\\.([\\w-]+)\\s*\\{[^{}]*text-align:\\s*(\\w+)"_s, QRegularExpression::CaseInsensitiveOption);
    Alignment alignment;
    walk(tree.root(), [&](const GumboNode *node) {
        if (!isElement(node, GUMBO_TAG_STYLE))
            return true;
        for (unsigned at = 0; at < node->v.element.children.length; ++at) {
            const auto *text = static_cast<const GumboNode *>(node->v.element.children.data[at]);
            if (text->type != GUMBO_NODE_TEXT)
                continue;
            const QString sheet = QString::fromUtf8(text->v.text.text);
            for (const auto &match : rule.globalMatch(sheet))
                (match.captured(2) == "center"_L1 ? alignment.centred : alignment.others).insert(match.captured(1).toLatin1());
        }
        return false;
    });
    return alignment;
}

bool isCentred(const GumboNode *node, const Alignment &alignment)
{
    for (int level = 0; node && isElement(node) && level < 4; ++level, node = node->parent) {
        const QByteArray name = attribute(node, "class").toByteArray();
        if (alignment.centred.contains(name))
            return true;
        if (alignment.others.contains(name))
            return false;
    }
    return false;
}

/// Lines with nothing but no-break spaces stand for blank lines.
void addBlocks(std::vector<NexisBlock> &blocks, const HtmlBlock &block, bool centred)
{
    bool open = false;
    for (const QString &line : block.text.split(u'\n')) {
        const bool blank = QStringView(line).trimmed().isEmpty();
        if (!blank && !open)
            blocks.push_back({{}, centred});
        if (!blank)
            blocks.back().lines.push_back(line);
        open = !blank;
    }
}

Result<ReadInfo> readNexisHtml(QIODevice &device, QStringView, const ReadOptions &options, const TakeRecord &take)
{
    const auto page = pressPage(device, options);
    if (!page)
        return std::unexpected(page.error());
    const Alignment alignment = alignmentIn(page->tree);
    std::vector<NexisBlock> blocks;
    int line = 0; // of the document that is being gathered
    FileAccount account(take);
    TextAccount held; // of that document
    const auto giveDocument = [&] {
        StatedArticle article = nexisArticle(std::exchange(blocks, {}), {});
        article.line = line;
        article.account = std::exchange(held, {});
        return line == 0 || give(std::move(article), account.take()); // what stands before the first marker is the cover
    };
    for (const HtmlBlock &block : htmlBlocks(page->tree)) {
        if (!isNexisMarker(block.text.simplified())) {
            addBlocks(blocks, block, isCentred(block.owner, alignment));
            held.holds(block.text, LeftOutReason::Label);
            continue;
        }
        if (!giveDocument())
            return closed(*page, account);
        line = std::max(int(block.owner->v.element.start_pos.line), 1);
    }
    if (line == 0)
        giveNothingFound(take);
    else
        giveDocument();
    return closed(*page, account);
}

bool isNexisHtml(const FileHead &head)
{
    return isPageWith(head, {"<!-- lxncomment", "hide xml section from browser", "<a name=\"doc_id_"});
}

} // namespace

const Reader nexisHtmlReader{"nexis-html", [] { return Readers::tr("LexisNexis (web page)"); }, nexisHtmlSuffixes,
    isNexisHtml, readNexisHtml, true};

} // namespace galley
