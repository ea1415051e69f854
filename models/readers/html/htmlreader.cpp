// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "htmlreader.h"

#include "htmlarticle.h"
#include "htmlmetadata.h"

#include <readers/article/composedtext.h>
#include <readers/article/textaccount.h>
#include <readers/readertext.h>
#include <readers/text/decoding.h>

#include <QIODevice>
#include <QUrl>

#include <algorithm>
#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 largestHtml = 64'000'000;
constexpr std::array<const char *, 3> htmlSuffixes{"html", "htm", "xhtml"};

Result<ReadInfo> readHtml(QIODevice &device, QStringView, const ReadOptions &options, const TakeRecord &take)
{
    auto bytes = readWhole(device, largestHtml);
    if (!bytes)
        return std::unexpected(bytes.error());
    const QByteArray sha256 = sha256Of(*bytes);
    auto page = decoded(*bytes, options.encoding);
    if (!page)
        return std::unexpected(page.error());
    const auto tree = HtmlTree::parse(page->text.toUtf8());
    if (!tree)
        return std::unexpected(tree.error());

    ReadInfo info{page->encoding, sha256, page->guessed, page->remarks};
    ReadArticle read;
    const HtmlStated stated = statedOn(*tree);
    read.article = htmlMetadata(stated);
    const HtmlArticle found = articleOn(*tree, {read.article.title, read.article.authors.split(u"; "_s, Qt::SkipEmptyParts), descriptionsOf(stated), stated.linked.body, QUrl(read.article.url).host()});
    if (found.blocks.empty()) {
        take({1, ReadProblem{Readers::tr("No article was found on the page.")}});
        return info;
    }
    TextAccount account;
    ComposedText text;
    text.add(read.article.title, ZoneKind::Headline);
    std::vector<qsizetype> ends{text.length()}; // behind so many blocks
    for (const HtmlBlock &block : found.blocks) {
        text.add(block.text, zoneOf(block.kind));
        ends.push_back(text.length());
        if (!found.ofLinkedData)
            account.took(block.text);
    }
    for (const QString &headline : found.headlines)
        account.took(headline);
    for (const HtmlLeft &left : found.left)
        account.left(left.text, left.reason, ends[std::min(left.after, ends.size() - 1)], left.prose);
    text.moveTo(read);
    if (read.article.title.isEmpty())
        read.article.title = found.blocks.front().text.section(u'\n', 0, 0).left(200);
    account.settle(read);
    info.characters = account.characters();
    take({1, std::move(read)});
    return info;
}

/// A doctype, or one of the elements that only pages begin with.
bool isHtml(const FileHead &head)
{
    QByteArray start = head.text.first(std::min<qsizetype>(head.text.size(), 2048)).toByteArray().toLower().trimmed();
    if (start.startsWith("<?xml"))
        return start.contains("<html") || start.contains("<!doctype html");
    while (start.startsWith("<!--")) {
        const qsizetype end = start.indexOf("-->");
        if (end < 0)
            return start.contains("<html");
        start = start.sliced(end + 3).trimmed();
    }
    constexpr std::array beginnings{"<!doctype html", "<html", "<head", "<body"};
    return std::ranges::any_of(beginnings, [&](const char *beginning) { return start.startsWith(beginning); });
}

} // namespace

const Reader htmlReader{"html", [] { return Readers::tr("Web page (HTML)"); }, htmlSuffixes, isHtml, readHtml};

} // namespace galley
