// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presspage.h"

#include <readers/readertext.h>
#include <readers/text/wholetext.h>

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

Result<PressPage> pressPage(QIODevice &device, const ReadOptions &options)
{
    auto whole = wholeText(device, options);
    if (!whole)
        return std::unexpected(whole.error());
    auto tree = HtmlTree::parse(whole->text.toUtf8(), true);
    if (!tree)
        return std::unexpected(tree.error());
    return PressPage{std::move(*tree), whole->info};
}

std::vector<PageArticle> pageArticles(const HtmlTree &tree, const std::function<bool(const GumboNode *)> &isArticle)
{
    std::vector<PageArticle> articles;
    QHash<const GumboNode *, qsizetype> within; // every element of an article
    walk(tree.root(), [&](const GumboNode *node) {
        if (!isElement(node))
            return true;
        if (const auto above = within.constFind(node->parent); above != within.constEnd()) {
            within.insert(node, qsizetype(*above));
        } else if (isArticle(node)) {
            within.insert(node, qsizetype(articles.size()));
            articles.push_back({node, int(node->v.element.start_pos.line), {}});
        }
        return true;
    });
    for (HtmlBlock &block : htmlBlocks(tree)) {
        if (const auto found = within.constFind(block.owner); found != within.constEnd())
            articles[size_t(*found)].blocks.push_back(std::move(block));
    }
    return articles;
}

bool hasClass(const GumboNode *element, QByteArrayView name)
{
    for (const QByteArray &one : attribute(element, "class").toByteArray().simplified().split(' ')) {
        if (one.compare(name, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

const GumboNode *elementOfClass(const GumboNode *within, QByteArrayView name)
{
    const GumboNode *found = nullptr;
    walk(within, [&](const GumboNode *node) {
        if (!found && isElement(node) && hasClass(node, name))
            found = node;
        return !found;
    });
    return found;
}

ReadInfo closed(const PressPage &page, FileAccount &account)
{
    TextAccount all;
    holdTexts(all, page.tree.root());
    account.close(all.characters(), LeftOutReason::Label);
    ReadInfo info = page.info;
    info.characters = all.characters();
    return info;
}

bool giveNothingFound(const TakeRecord &take)
{
    return take({1, ReadProblem{Readers::tr("No article was found on the page.")}});
}

bool isPageFrom(const FileHead &head, std::initializer_list<QByteArrayView> addresses)
{
    static const QRegularExpression own(
        u"<(?:html|base|link|script|img|form|body)\\b[^>]*>|<!-- saved from[^>]*>"_s, QRegularExpression::CaseInsensitiveOption);
    const QString text = QString::fromUtf8(head.text);
    if (!text.trimmed().startsWith(u'<'))
        return false;
    for (auto found = own.globalMatch(text); found.hasNext();) {
        const QByteArray tag = found.next().captured().toLower().toUtf8();
        if (std::ranges::any_of(addresses, [&](QByteArrayView address) { return tag.contains(address); }))
            return true;
    }
    return false;
}

bool isPageWith(const FileHead &head, std::initializer_list<QByteArrayView> words)
{
    const QByteArray text = head.text.toByteArray().trimmed().toLower();
    return text.startsWith('<') && std::ranges::any_of(words, [&](QByteArrayView word) { return text.contains(word); });
}

} // namespace galley
