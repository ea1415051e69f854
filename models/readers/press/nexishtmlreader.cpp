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

/// Where documents begin: also one that the database could not show has its anchor.
std::vector<unsigned> documentAnchors(const HtmlTree &tree)
{
    std::vector<unsigned> places;
    walk(tree.root(), [&](const GumboNode *node) {
        if (isElement(node, GUMBO_TAG_A) && attribute(node, "name").startsWith("DOC_ID_"))
            places.push_back(node->v.element.start_pos.offset);
        return true;
    });
    return places;
}

const GumboNode *around(const GumboNode *node, GumboTag tag)
{
    while (node && !isElement(node, tag))
        node = node->parent;
    return node;
}

/// Cells of a row stand on one line, parted by tabs.
void addCell(NexisBlock &table, const HtmlBlock &cell, bool sameRow)
{
    const QString text = cell.text.simplified();
    if (sameRow && !table.lines.isEmpty())
        table.lines.back() += u'\t' + text;
    else
        table.lines.push_back(text);
}

QString wordsIn(const std::vector<NexisBlock> &blocks)
{
    constexpr qsizetype most = 200;
    QStringList lines;
    for (const NexisBlock &block : blocks)
        lines += block.lines;
    const QString words = lines.join(u' ').simplified();
    return words.size() > most ? words.first(most) + u'…' : words;
}

Result<ReadInfo> readNexisHtml(QIODevice &device, QStringView, const ReadOptions &options, const TakeRecord &take)
{
    const auto page = pressPage(device, options);
    if (!page)
        return std::unexpected(page.error());
    const Alignment alignment = alignmentIn(page->tree);
    const std::vector<unsigned> anchors = documentAnchors(page->tree);
    std::vector<NexisBlock> blocks;
    int line = 0; // of the document that is being gathered
    bool marked = false; // by "1 of 2 DOCUMENTS"
    FileAccount account(take);
    TextAccount held; // of that document
    const auto giveDocument = [&] {
        auto document = std::exchange(blocks, {});
        if (line == 0 || document.empty())
            return true; // what stands before the first document is the cover
        if (!std::exchange(marked, false))
            return take({line, ReadProblem{Readers::tr("A document that is no article was left out: %1").arg(wordsIn(document))}});
        StatedArticle article = nexisArticle(std::move(document), {});
        article.line = line;
        article.account = std::exchange(held, {});
        return give(std::move(article), account.take());
    };
    size_t anchor = 0;
    const GumboNode *table = nullptr; // that the last block stands in
    const GumboNode *row = nullptr;
    for (const HtmlBlock &block : htmlBlocks(page->tree)) {
        const unsigned place = block.owner->v.element.start_pos.offset;
        const bool another = anchor < anchors.size() && anchors[anchor] <= place;
        while (anchor < anchors.size() && anchors[anchor] <= place)
            ++anchor;
        const bool marker = isNexisMarker(block.text.simplified());
        if ((another || (marker && marked)) && !giveDocument())
            return closed(*page, account);
        if (marker || another)
            line = std::max(int(block.owner->v.element.start_pos.line), 1);
        marked = marked || marker;
        if (marker)
            continue;
        held.holds(block.text, LeftOutReason::Label);
        const GumboNode *cellTable = around(block.owner, GUMBO_TAG_TABLE);
        const GumboNode *cellRow = around(block.owner, GUMBO_TAG_TR);
        if (cellTable && cellRow && cellTable == table && !blocks.empty())
            addCell(blocks.back(), block, cellRow == row);
        else
            addBlocks(blocks, block, isCentred(block.owner, alignment));
        table = cellTable;
        row = cellRow;
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
