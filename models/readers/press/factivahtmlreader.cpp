// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "factivahtmlreader.h"

#include "factivafields.h"
#include "presslabels.h"
#include "presspage.h"

#include <readers/readertext.h>

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array<const char *, 2> factivaHtmlSuffixes{"html", "htm"};

/// The code a table of an article with indexing gives to the block, if the block is one: "HD" alone in a cell.
QString codeIn(const HtmlBlock &block)
{
    static const QRegularExpression code(u"^[A-Z]{2,3}$"_s);
    const QString text = block.text.simplified();
    const bool isCell = isElement(block.owner, GUMBO_TAG_TD) || isElement(block.owner->parent, GUMBO_TAG_TD);
    return isCell && code.match(text).hasMatch() ? text : QString();
}

bool isIndexed(const PageArticle &page)
{
    return std::ranges::any_of(page.blocks, [](const HtmlBlock &block) { return codeIn(block) == "HD"_L1; });
}

StatedArticle indexed(const PageArticle &page)
{
    FactivaFields fields;
    QString code;
    QStringList value;
    for (const HtmlBlock &block : page.blocks) {
        const QString next = codeIn(block);
        if (next.isEmpty()) {
            value.push_back(block.text);
            continue;
        }
        fields.take(code, value);
        code = next;
        value.clear();
    }
    fields.take(code, value);
    return fields.article();
}

bool isParagraph(const HtmlBlock &block)
{
    return attribute(block.owner, "class").contains("articleParagraph");
}

/// The parts before the text, which have no names: in this order, and some may be missing.
class FactivaHeading
{
public:
    explicit FactivaHeading(FactivaFields &fields) : m_fields(fields) {}

    void take(const HtmlBlock &block)
    {
        const QString text = QString(block.text).replace("&softReturn;"_L1, " "_L1);
        if (block.kind == HtmlBlock::Kind::Heading || hasClass(block.owner, "hd") || attribute(block.owner, "id") == "hd") {
            m_fields.take(u"HD"_s, {text});
            m_headed = true;
        } else if (hasClass(block.owner, "author")) {
            m_fields.take(u"BY"_s, {text});
        } else {
            m_fields.take(codeOf(text), {text});
        }
    }

private:
    QString codeOf(const QString &text)
    {
        static const QRegularExpression sourceCode(u"^[A-Z0-9]{2,12}$"_s), page(u"^[A-Z]{0,3}-?\\d[\\w ,-]{0,20}$"_s);
        static const QRegularExpression time(u"^\\d{1,2}:\\d{2}(?: ?[AaPp][Mm])?(?: [A-Z]{2,4})?$"_s);
        if (!m_headed)
            return u"SE"_s;
        if (FactivaFields::isLength(text))
            return u"WC"_s;
        if (isRightsLine(text))
            return u"CY"_s;
        if (!m_fields.isDated())
            return FactivaFields::isDate(text) ? u"PD"_s : u"CR"_s;
        if (m_fields.outlet().isEmpty())
            return time.match(text).hasMatch() ? u"ET"_s : u"SN"_s;
        if (!m_coded && sourceCode.match(text).hasMatch()) {
            m_coded = true;
            return u"SC"_s;
        }
        if (FactivaFields::isLanguage(text))
            return u"LA"_s;
        return m_coded && page.match(text).hasMatch() ? u"PG"_s : u"ED"_s;
    }

    FactivaFields &m_fields;
    bool m_headed = false, m_coded = false;
};

/// Numbers are not always as long as those of newspapers.
bool namesDocument(const QString &text)
{
    static const QRegularExpression document(u"^Document\\s+\\S+$"_s);
    return document.match(text.simplified()).hasMatch();
}

StatedArticle displayed(const PageArticle &page)
{
    FactivaFields fields;
    FactivaHeading heading(fields);
    const bool named = std::ranges::any_of(page.blocks, isParagraph);
    const auto isText = [&](const HtmlBlock &block) { return named ? isParagraph(block) : isElement(block.owner, GUMBO_TAG_P); };
    const auto first = std::ranges::find_if(page.blocks, isText);
    const auto last = std::ranges::find_last_if(page.blocks, isText).begin();
    for (auto block = page.blocks.begin(); block != page.blocks.end(); ++block) {
        if (!documentNumberIn(block->text).isEmpty() || namesDocument(block->text))
            fields.take(u"AN"_s, {block->text});
        else if (block->kind == HtmlBlock::Kind::Caption)
            fields.take(u"ART"_s, {block->text});
        else if (block >= first && first != page.blocks.end())
            fields.take(block <= last ? u"TD"_s : u"PUB"_s, {block->text});
        else
            heading.take(*block);
    }
    return fields.article();
}

Result<ReadInfo> readFactivaHtml(QIODevice &device, QStringView, const ReadOptions &options, const TakeRecord &take)
{
    const auto page = pressPage(device, options);
    if (!page)
        return std::unexpected(page.error());
    const auto articles = pageArticles(page->tree, [](const GumboNode *node) { return hasClass(node, "article"); });
    if (articles.empty())
        giveNothingFound(take);
    FileAccount account(take);
    for (const PageArticle &one : articles) {
        StatedArticle article = isIndexed(one) ? indexed(one) : displayed(one);
        article.line = one.line;
        holdTexts(article.account, one.element);
        if (!give(std::move(article), account.take()))
            break;
    }
    return closed(*page, account);
}

bool isFactivaHtml(const FileHead &head)
{
    static const QRegularExpression article(u"class=[\"']article [a-z]{2}article"_s, QRegularExpression::CaseInsensitiveOption);
    return isPageWith(head, {"<title>factiva</title>", "<title>dow jones factiva</title>"}) || isPageFrom(head, {"global.factiva.com"})
        || (isPageWith(head, {"<html", "<!doctype html", "<div"}) && article.match(QString::fromUtf8(head.text)).hasMatch());
}

} // namespace

const Reader factivaHtmlReader{"factiva-html", [] { return Readers::tr("Factiva (web page)"); }, factivaHtmlSuffixes,
    isFactivaHtml, readFactivaHtml, true};

} // namespace galley
