// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/article/statedarticle.h>
#include <readers/markup/htmlblocks.h>

namespace galley {

/// A web page, which is an export of many articles.
struct PressPage
{
    HtmlTree tree;
    ReadInfo info;
};
Result<PressPage> pressPage(QIODevice &device, const ReadOptions &options);

/// One element of a page with the blocks that stand within it, in order.
struct PageArticle
{
    const GumboNode *element = nullptr;
    int line = 0;
    std::vector<HtmlBlock> blocks;
};

/// All outermost elements that are articles.
std::vector<PageArticle> pageArticles(const HtmlTree &tree, const std::function<bool(const GumboNode *)> &isArticle);

/// Is this one of the classes of an element, in any case?
bool hasClass(const GumboNode *element, QByteArrayView name);

/// The first element within another, or itself, that has a class; null where there is none.
const GumboNode *elementOfClass(const GumboNode *within, QByteArrayView name);

/// What is known of the page at its end; what none of its articles accounts for is told.
ReadInfo closed(const PressPage &page, FileAccount &account);

/// Tells that a page held none of the articles that were sought.
bool giveNothingFound(const TakeRecord &take);

/// Is this the beginning of a page whose own tags have one of these addresses? A page may link to one, or write of it.
bool isPageFrom(const FileHead &head, std::initializer_list<QByteArrayView> addresses);

/// Is this the beginning of a page that says a word, in any case?
bool isPageWith(const FileHead &head, std::initializer_list<QByteArrayView> words);

} // namespace galley
