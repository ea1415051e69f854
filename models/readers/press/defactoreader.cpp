// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "defactoreader.h"

#include "apaheading.h"
#include "presspage.h"

#include <readers/readertext.h>

#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array<const char *, 2> defactoSuffixes{"htm", "html"};

StatedArticle defactoArticleIn(const PageArticle &page)
{
    StatedArticle out;
    out.line = page.line;
    for (const HtmlBlock &block : page.blocks) {
        const bool isHeading = isElement(block.owner, GUMBO_TAG_PRE);
        const bool isText = isElement(block.owner, GUMBO_TAG_P) || !out.body.empty();
        if (isHeading) {
            for (const QString &line : block.text.split(u'\n')) {
                if (!takeApaHeading(line, out.article))
                    addField(out.article, u"notice"_s, line.simplified());
            }
        } else if (block.kind == HtmlBlock::Kind::Heading && out.headline.isEmpty()) {
            out.headline = block.text.simplified();
        } else if (isText && block.text.startsWith("Bild: "_L1)) {
            out.captions.push_back(block.text);
        } else if (isText) {
            const bool isSubheading = block.kind == HtmlBlock::Kind::Heading;
            out.body.push_back({block.text, isSubheading ? std::optional(ZoneKind::Subheading) : std::nullopt});
        } else if (out.headline.isEmpty()) {
            out.kicker += (out.kicker.isEmpty() ? QString() : u" "_s) + block.text;
        } else {
            out.leads.push_back(block.text);
        }
    }
    return out;
}

Result<ReadInfo> readDefacto(QIODevice &device, QStringView, const ReadOptions &options, const TakeRecord &take)
{
    const auto page = pressPage(device, options);
    if (!page)
        return std::unexpected(page.error());
    const auto articles = pageArticles(page->tree, [](const GumboNode *node) { return hasClass(node, "eintrag"); });
    if (articles.empty())
        giveNothingFound(take);
    FileAccount account(take);
    for (const PageArticle &one : articles) {
        StatedArticle article = defactoArticleIn(one);
        holdTexts(article.account, one.element);
        if (!give(std::move(article), account.take()))
            break;
    }
    return closed(*page, account);
}

bool isDefacto(const FileHead &head)
{
    return isPageWith(head, {"<title>defacto", "class=\"eintrag\"", "class='eintrag'"});
}

} // namespace

const Reader defactoReader{"defacto", [] { return Readers::tr("APA DeFacto (web page)"); }, defactoSuffixes,
    isDefacto, readDefacto, true};

} // namespace galley
