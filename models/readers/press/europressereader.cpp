// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "europressereader.h"

#include "europresseheading.h"
#include "presslabels.h"
#include "presspage.h"

#include <readers/article/linekinds.h>
#include <readers/readertext.h>

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array<const char *, 2> europresseSuffixes{"html", "htm"};

/// What stands in elements of a class, each one's text after the other.
QString textOfClass(const GumboNode *within, QByteArrayView name)
{
    QStringList texts;
    walk(within, [&](const GumboNode *node) {
        const bool found = isElement(node) && hasClass(node, name);
        if (found)
            texts.push_back(textWithin(node));
        return !found;
    });
    return texts.join(u' ').simplified();
}

bool isWithinClass(const GumboNode *node, const GumboNode *article, std::initializer_list<QByteArrayView> names)
{
    for (; node && node != article; node = node->parent) {
        if (isElement(node) && std::ranges::any_of(names, [&](QByteArrayView name) { return hasClass(node, name); }))
            return true;
    }
    return false;
}

void takeEuropresseText(StatedArticle &out, const QString &text)
{
    if (isCopyright(text.simplified()))
        addField(out.article, u"copyright"_s, text.simplified());
    else if (!takeEuropresseNumber(text, out.article))
        out.body.push_back({text});
}

bool hasId(const GumboNode *node, const GumboNode *article, QByteArrayView id)
{
    for (; node && node != article; node = node->parent) {
        if (isElement(node) && attribute(node, "id") == id)
            return true;
    }
    return false;
}

/// The line below the headline names who wrote it; one above it says what it is about.
void takeHeaderLine(StatedArticle &out, const QString &line, bool below)
{
    if (!below)
        addField(out.article, u"kicker"_s, line);
    else if (out.byline.isEmpty())
        out.byline = line;
    else
        out.leads.push_back(line);
}

void takeIllustration(StatedArticle &out, const QString &text)
{
    static const QRegularExpression label(u"^(?:illustrations?|photos?|images?|graphi\\w+|encadrés?)(?:\\(s\\))?\\s*:?$"_s, QRegularExpression::CaseInsensitiveOption);
    if (!label.match(text.simplified()).hasMatch())
        out.captions.push_back(text);
}

void takeFooterLine(StatedArticle &out, const QString &text)
{
    if (isCopyright(text.simplified()) || isRightsLine(text))
        addField(out.article, u"copyright"_s, text.simplified());
    else if (!takeEuropresseNumber(text, out.article))
        addField(out.article, u"notice"_s, text.simplified());
}

/// The newer form: every part has a class.
StatedArticle withClasses(const PageArticle &page)
{
    StatedArticle out;
    Article &article = out.article;
    takeEuropresseOutlet(textOfClass(page.element, "DocPublicationName"), article);
    takeEuropresseHeading(textOfClass(page.element, "DocHeader"), article);
    out.headline = textOfClass(page.element, "titreArticle");
    if (out.headline.isEmpty())
        out.headline = textOfClass(page.element, "titreArticleVisu");
    out.byline = textOfClass(page.element, "docAuthors");
    takeEuropresseNumber(textOfClass(page.element, "publiC-lblNodoc"), article);
    const GumboNode *text = elementOfClass(page.element, "docOcurrContainer");
    const auto within = [&](const HtmlBlock &block, GumboTag tag) {
        const GumboNode *node = block.owner;
        while (node && node != page.element && !isElement(node, tag))
            node = node->parent;
        return node && node != page.element;
    };
    bool titled = false;
    const QStringList known{textOfClass(page.element, "DocPublicationName"), textOfClass(page.element, "DocHeader")};
    for (const HtmlBlock &block : page.blocks) {
        const bool title = isWithinClass(block.owner, page.element, {"titreArticle", "titreArticleVisu"});
        titled = titled || title;
        const bool taken = isWithinClass(block.owner, page.element, {"titreArticle", "titreArticleVisu", "docAuthors",
            "DocPublicationName", "rdp__DocPublicationName", "DocHeader", "publiC-lblNodoc", "publiC-lblCertificatIssuedTo",
            "certificat", "icon-logo", "publication-name"})
            || known.contains(block.text.simplified()) || hasId(block.owner, page.element, "PubliC_lblCertificatIssuedTo");
        if (isWithinClass(block.owner, page.element, {"docSubTitle", "rdp__subtitle"}))
            out.leads.push_back(block.text);
        else if (!taken && !(text && isWithin(block.owner, text)) && within(block, GUMBO_TAG_HEADER))
            takeHeaderLine(out, block.text.simplified(), titled);
        else if (!taken && within(block, GUMBO_TAG_ASIDE))
            takeIllustration(out, block.text);
        else if (!taken && within(block, GUMBO_TAG_FOOTER))
            takeFooterLine(out, block.text);
        else if (text ? isWithin(block.owner, text) : !taken)
            takeEuropresseText(out, block.text);
    }
    return out;
}

/// Of older pages: does a line that is a text of its own, between a break and a paragraph, name the author?
QString authorAfter(const GumboNode *cell, const GumboNode *title)
{
    const GumboVector &children = cell->v.element.children;
    const auto at = [&](unsigned place) { return static_cast<const GumboNode *>(children.data[place]); };
    bool after = false;
    for (unsigned place = 0; place + 2 < children.length; ++place) {
        after = after || at(place) == title;
        if (!after || at(place)->type != GUMBO_NODE_TEXT)
            continue;
        const bool alone = isElement(at(place + 1), GUMBO_TAG_BR)
            && (isElement(at(place + 2), GUMBO_TAG_P) || (place + 3 < children.length && isElement(at(place + 3), GUMBO_TAG_P)));
        return alone ? textWithin(at(place)) : QString();
    }
    return {};
}

/// The older form: a cell in which outlet, heading and headline have classes and the rest follows by breaks.
StatedArticle inCell(const PageArticle &page)
{
    StatedArticle out;
    Article &article = out.article;
    const QString outlet = textOfClass(page.element, "DocPublicationName");
    const QString heading = textOfClass(page.element, "DocHeader");
    takeEuropresseOutlet(outlet, article);
    takeEuropresseHeading(heading, article);
    const GumboNode *title = elementOfClass(page.element, "TitreArticleVisu");
    out.headline = title ? textWithin(title) : QString();
    const QString author = title && title->parent ? authorAfter(title->parent, title) : QString();
    bool titled = out.headline.isEmpty();
    for (const HtmlBlock &block : page.blocks) {
        const GumboNode *table = block.owner;
        while (table && table != page.element && !isElement(table, GUMBO_TAG_TABLE))
            table = table->parent;
        if (table != page.element)
            continue; // pictures, and the certificate below the article
        const QString text = block.text.simplified();
        if (titled) {
            if (text == author && out.byline.isEmpty())
                out.byline = text;
            else
                takeEuropresseText(out, block.text);
            continue;
        }
        if (text == out.headline) {
            titled = true;
            continue;
        }
        for (const QString &line : block.text.split(u'\n')) {
            const QString part = line.simplified();
            const bool known = part == outlet || QString(heading).remove(u' ') == QString(part).remove(u' ');
            if (part == out.headline)
                titled = true;
            else if (titled)
                out.leads.push_back(part);
            else if (!known)
                out.kicker += (out.kicker.isEmpty() ? QString() : u" "_s) + part;
        }
    }
    return out;
}

/// The innermost tables that name an outlet.
QSet<const GumboNode *> cells(const HtmlTree &tree)
{
    QSet<const GumboNode *> found;
    walk(tree.root(), [&](const GumboNode *node) {
        if (!isElement(node) || !hasClass(node, "DocPublicationName"))
            return true;
        const GumboNode *table = node->parent;
        while (table && !isElement(table, GUMBO_TAG_TABLE))
            table = table->parent;
        if (table)
            found.insert(table);
        return false;
    });
    return found;
}

Result<ReadInfo> readEuropresse(QIODevice &device, QStringView, const ReadOptions &options, const TakeRecord &take)
{
    const auto page = pressPage(device, options);
    if (!page)
        return std::unexpected(page.error());
    auto articles = pageArticles(page->tree, [](const GumboNode *node) { return isElement(node, GUMBO_TAG_ARTICLE); });
    const bool classes = !articles.empty();
    if (!classes)
        articles = pageArticles(page->tree, [found = cells(page->tree)](const GumboNode *node) { return found.contains(node); });
    if (articles.empty())
        giveNothingFound(take);
    FileAccount account(take);
    for (const PageArticle &one : articles) {
        StatedArticle article = classes ? withClasses(one) : inCell(one);
        article.line = one.line;
        holdTexts(article.account, one.element);
        if (!give(std::move(article), account.take()))
            break;
    }
    return closed(*page, account);
}

bool isEuropresse(const FileHead &head)
{
    return isPageWith(head, {"docpublicationname"}) || isPageFrom(head, {"cedrom-sni.com", "europresse.com", "eureka.cc"});
}

} // namespace

const Reader europresseReader{"europresse", [] { return Readers::tr("Europresse (web page)"); }, europresseSuffixes,
    isEuropresse, readEuropresse, true};

} // namespace galley
