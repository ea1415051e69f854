// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "docxtext.h"

#include "opcpackage.h"

#include <readers/markup/htmlblocks.h>
#include <readers/markup/rtftext.h>
#include <readers/markup/symbolfonts.h>
#include <readers/readerfor.h>
#include <readers/readertext.h>
#include <readers/text/decoding.h>

#include <QBuffer>
#include <QHash>

#include <algorithm>
#include <utility>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

Result<DocumentText> importedText(const QByteArray &bytes, const QString &name, int depth);

/// Paragraphs of the body, a note or a text box.
struct DocxFlow
{
    QString text;
    std::vector<TextParagraph> paragraphs;
    std::vector<TextParagraph> boxes; ///< behind the paragraph at work
};

bool isOn(const QDomElement &property)
{
    const QString value = attributeNamed(property, "val"_L1);
    return !property.isNull() && value != "0"_L1 && value != "false"_L1 && value != "off"_L1;
}

QString wordValue(const QDomElement &property)
{
    return attributeNamed(property, "val"_L1);
}

/// Of the forms that a document offers of the same content, the first is for programs of today.
QDomElement chosenAlternative(const QDomElement &alternatives)
{
    const QDomElement choice = childNamed(alternatives, "Choice"_L1);
    return choice.isNull() ? childNamed(alternatives, "Fallback"_L1) : choice;
}

/// A field for the reader to fill in, with an invitation to do so instead of text.
bool isUnfilled(const QDomElement &control)
{
    return isOn(childNamed(childNamed(control, "sdtPr"_L1), "showingPlcHdr"_L1));
}

bool isTakenOut(const QDomElement &properties)
{
    return !childNamed(properties, "del"_L1).isNull() || !childNamed(properties, "moveFrom"_L1).isNull()
        || !childNamed(properties, "cellDel"_L1).isNull();
}

class DocxStyles
{
public:
    explicit DocxStyles(const QDomDocument &tree)
    {
        for (const QDomElement &style : childrenNamed(tree.documentElement(), "style"_L1)) {
            const QString level = wordValue(childNamed(childNamed(style, "pPr"_L1), "outlineLvl"_L1));
            m_styles.insert(attributeNamed(style, "styleId"_L1),
                            {wordValue(childNamed(style, "name"_L1)), wordValue(childNamed(style, "basedOn"_L1)), level});
        }
    }

    std::optional<ZoneKind> zone(QString id) const
    {
        for (int steps = 0; steps < 20 && m_styles.contains(id); ++steps) {
            const Style style = m_styles.value(id);
            const auto zone = zoneOfStyle(style.name, style.level.isEmpty() ? -1 : style.level.toInt());
            if (zone || !style.level.isEmpty())
                return zone;
            id = style.basedOn;
        }
        return std::nullopt;
    }

private:
    struct Style
    {
        QString name, basedOn, level;
    };
    QHash<QString, Style> m_styles;
};

struct DocxNotes
{
    DocxNotes(QDomDocument document, QLatin1StringView name)
        : tree(std::move(document))
    {
        for (const QDomElement &note : childrenNamed(tree.documentElement(), name))
            byId.insert(attributeNamed(note, "id"_L1), note);
    }

    QDomDocument tree; // its elements live as long as it does
    QHash<QString, QDomElement> byId;
    QHash<QString, bool> taken;
};

class DocxText
{
public:
    DocxText(const OpcPackage &package, const QString &part, int depth = 0)
        : m_package(package)
        , m_part(part)
        , m_depth(depth)
        , m_styles(package.tree(package.related(part, "styles"_L1)))
        , m_footnotes(package.tree(package.related(part, "footnotes"_L1)), "footnote"_L1)
        , m_endnotes(package.tree(package.related(part, "endnotes"_L1)), "endnote"_L1)
    {
    }

    std::vector<TextParagraph> read(const QDomElement &body);
    QStringList remarks;
    TextAccount account; ///< of the documents within

private:
    std::vector<TextParagraph> flowOf(const QDomElement &content);
    void blocks(const QDomElement &parent);
    void imported(const QDomElement &chunk);
    void table(const QDomElement &table);
    void paragraph(const QDomElement &paragraph);
    void inlines(const QDomElement &parent);
    void run(const QDomElement &run);
    void runPart(const QDomElement &part);
    void boxes(const QDomElement &parent);
    void note(const QDomElement &reference, DocxNotes &notes);
    void field(const QString &mark);
    void add(const QString &text);
    void endParagraph(std::optional<ZoneKind> zone);
    bool isShown() const { return !m_hidden && !std::ranges::contains(m_fields, true); }

    const OpcPackage &m_package;
    QString m_part;
    int m_depth; ///< of documents within documents
    DocxStyles m_styles;
    DocxNotes m_footnotes, m_endnotes;
    std::vector<QDomElement> m_noted; ///< notes in the order of their references
    std::vector<DocxFlow> m_flows;
    std::vector<bool> m_fields; ///< around the place at work: still in its code?
    bool m_hidden = false;
    bool m_codesOut = true;
};

std::vector<TextParagraph> DocxText::read(const QDomElement &body)
{
    auto paragraphs = flowOf(body);
    if (std::ranges::contains(m_fields, true)) {
        // A field without an end would take the rest of the document with it.
        m_codesOut = false;
        m_fields.clear();
        m_noted.clear();
        m_footnotes.taken.clear();
        m_endnotes.taken.clear();
        remarks.clear();
        account = {};
        paragraphs = flowOf(body);
    }
    for (size_t at = 0; at < m_noted.size(); ++at) {
        m_fields.clear();
        for (TextParagraph &paragraph : flowOf(m_noted[at])) {
            while (paragraph.text.startsWith(u' ') || paragraph.text.startsWith(u'\t')) // after the mark
                paragraph.text.remove(0, 1);
            paragraphs.push_back(std::move(paragraph));
        }
    }
    return paragraphs;
}

std::vector<TextParagraph> DocxText::flowOf(const QDomElement &content)
{
    m_flows.emplace_back();
    blocks(content);
    if (!m_flows.back().text.isEmpty() || !m_flows.back().boxes.empty())
        endParagraph(std::nullopt);
    auto paragraphs = std::move(m_flows.back().paragraphs);
    m_flows.pop_back();
    return paragraphs;
}

void DocxText::blocks(const QDomElement &parent)
{
    for (const QDomElement &block : childrenNamed(parent)) {
        const QString name = block.localName();
        if (name == "p"_L1)
            paragraph(block);
        else if (name == "tbl"_L1)
            table(block);
        else if (name == "altChunk"_L1)
            imported(block);
        else if (name == "sdt"_L1 && !isUnfilled(block))
            blocks(childNamed(block, "sdtContent"_L1));
        else if (name == "AlternateContent"_L1)
            blocks(chosenAlternative(block));
        else if (name == "ins"_L1 || name == "moveTo"_L1 || name == "customXml"_L1 || name == "smartTag"_L1)
            blocks(block);
    }
}

/// A part in another format that stands for its content at this place (ECMA-376, 17.17.2.1): a page, a mail archive of one, another
/// document.
void DocxText::imported(const QDomElement &chunk)
{
    constexpr int deepestDocument = 5;
    const auto relations = m_package.relations(m_part);
    const auto relation = std::ranges::find(relations, attributeNamed(chunk, "id"_L1), &OpcPackage::Relation::id);
    const QString name = relation == relations.end() ? QString() : relation->target;
    auto bytes = name.isEmpty() ? failed(Readers::tr("The document has no such part.")) : m_package.contents(name);
    Result<DocumentText> read = bytes && m_depth < deepestDocument ? importedText(*bytes, name, m_depth + 1)
                                                                    : failed(bytes ? QString() : bytes.error().message);
    if (!read) {
        remarks += Readers::tr("A part of the document (%1) was left out: %2").arg(name, read.error().message);
        return;
    }
    if (!m_flows.back().text.isEmpty())
        endParagraph(std::nullopt);
    account.add(accountOf(*read));
    std::ranges::move(read->paragraphs, std::back_inserter(m_flows.back().paragraphs));
    remarks += read->remarks;
}

/// Rows and cells may stand in controls and the like, as blocks may.
void DocxText::table(const QDomElement &table)
{
    for (const QDomElement &part : childrenNamed(table)) {
        const QString name = part.localName();
        if (name == "tr"_L1 && !isTakenOut(childNamed(part, "trPr"_L1)))
            this->table(part);
        else if (name == "tc"_L1 && !isTakenOut(childNamed(part, "tcPr"_L1)))
            blocks(part);
        else if (name == "sdt"_L1)
            this->table(childNamed(part, "sdtContent"_L1));
        else if (name == "ins"_L1 || name == "customXml"_L1)
            this->table(part);
    }
}

void DocxText::paragraph(const QDomElement &paragraph)
{
    inlines(paragraph);
    const QDomElement properties = childNamed(paragraph, "pPr"_L1);
    if (isTakenOut(childNamed(properties, "rPr"_L1)))
        return; // its end is deleted: it goes on in the next
    const QString level = wordValue(childNamed(properties, "outlineLvl"_L1));
    auto zone = m_styles.zone(wordValue(childNamed(properties, "pStyle"_L1)));
    if (!zone && !level.isEmpty())
        zone = zoneOfStyle({}, level.toInt());
    endParagraph(zone);
}

void DocxText::inlines(const QDomElement &parent)
{
    for (const QDomElement &part : childrenNamed(parent)) {
        const QString name = part.localName();
        if (name == "r"_L1)
            run(part);
        else if (name == "sdt"_L1 && !isUnfilled(part))
            inlines(childNamed(part, "sdtContent"_L1));
        else if (name == "AlternateContent"_L1)
            inlines(chosenAlternative(part));
        else if (name == "hyperlink"_L1 || name == "ins"_L1 || name == "moveTo"_L1 || name == "fldSimple"_L1
                 || name == "smartTag"_L1 || name == "customXml"_L1 || name == "dir"_L1 || name == "bdo"_L1)
            inlines(part);
        else if (name == "oMath"_L1 || name == "oMathPara"_L1)
            add(collapsedText(part));
    }
}

void DocxText::run(const QDomElement &run)
{
    m_hidden = isOn(childNamed(childNamed(run, "rPr"_L1), "vanish"_L1));
    for (const QDomElement &part : childrenNamed(run))
        runPart(part);
    m_hidden = false;
}

void DocxText::runPart(const QDomElement &part)
{
    const QString name = part.localName();
    if (name == "t"_L1) {
        QString text = part.text();
        text.replace(u'\n', u' ').replace(u'\t', u' ');
        add(text);
    } else if (name == "tab"_L1 || name == "ptab"_L1) {
        add(u"\t"_s);
    } else if (name == "br"_L1 || name == "cr"_L1) {
        const QString type = attributeNamed(part, "type"_L1);
        if (type != "page"_L1 && type != "column"_L1)
            add(u"\n"_s);
        else if (!m_flows.back().text.trimmed().isEmpty())
            endParagraph(std::nullopt);
    } else if (name == "noBreakHyphen"_L1) {
        add(u"\u2011"_s);
    } else if (name == "softHyphen"_L1) {
        add(u"\u00AD"_s);
    } else if (name == "sym"_L1) {
        const uint code = attributeNamed(part, "char"_L1).toUInt(nullptr, 16);
        if (code >= 0x20 && code < 0xFFFE && !QChar::isSurrogate(code))
            add(symbolCharacter(attributeNamed(part, "font"_L1), char16_t(code)));
    } else if (name == "fldChar"_L1) {
        field(attributeNamed(part, "fldCharType"_L1));
    } else if (name == "footnoteReference"_L1) {
        note(part, m_footnotes);
    } else if (name == "endnoteReference"_L1) {
        note(part, m_endnotes);
    } else if (name == "ruby"_L1) {
        inlines(childNamed(part, "rubyBase"_L1)); // without its reading above
    } else if (name == "AlternateContent"_L1) {
        for (const QDomElement &inner : childrenNamed(chosenAlternative(part)))
            runPart(inner);
    } else if (name == "drawing"_L1 || name == "pict"_L1 || name == "object"_L1) {
        boxes(part);
    }
}

void DocxText::boxes(const QDomElement &parent)
{
    for (const QDomElement &part : childrenNamed(parent)) {
        const QString name = part.localName();
        if (name == "txbxContent"_L1) {
            const auto fields = std::exchange(m_fields, {});
            const bool hidden = std::exchange(m_hidden, false);
            auto paragraphs = flowOf(part);
            m_fields = fields;
            m_hidden = hidden;
            if (!hidden)
                std::ranges::move(paragraphs, std::back_inserter(m_flows.back().boxes));
        } else {
            boxes(name == "AlternateContent"_L1 ? chosenAlternative(part) : part);
        }
    }
}

/// A note comes once, however often it is referred to.
void DocxText::note(const QDomElement &reference, DocxNotes &notes)
{
    if (!isShown())
        return;
    const QString id = attributeNamed(reference, "id"_L1);
    if (notes.byId.contains(id) && !std::exchange(notes.taken[id], true))
        m_noted.push_back(notes.byId.value(id));
}

void DocxText::field(const QString &mark)
{
    if (!m_codesOut)
        return;
    if (mark == "begin"_L1)
        m_fields.push_back(true);
    else if (mark == "separate"_L1 && !m_fields.empty())
        m_fields.back() = false;
    else if (mark == "end"_L1 && !m_fields.empty())
        m_fields.pop_back();
}

void DocxText::add(const QString &text)
{
    if (isShown())
        m_flows.back().text += text;
}

void DocxText::endParagraph(std::optional<ZoneKind> zone)
{
    DocxFlow &flow = m_flows.back();
    flow.paragraphs.push_back({std::exchange(flow.text, {}), zone});
    std::ranges::move(std::exchange(flow.boxes, {}), std::back_inserter(flow.paragraphs));
}

/// Each run of a paragraph behind the other: the words of one stand in it without anything between them.
void holdWordText(TextAccount &account, const QDomElement &element, LeftOutReason ifLeft)
{
    for (const QDomElement &child : childrenNamed(element)) {
        const QString name = child.localName();
        if (name == "t"_L1)
            account.holds(child.text(), ifLeft);
        else if (name == "delText"_L1)
            account.holds(child.text(), LeftOutReason::Withdrawn);
        else if (name == "AlternateContent"_L1)
            holdWordText(account, chosenAlternative(child), ifLeft);
        else
            holdWordText(account, child, ifLeft);
    }
}

/// All text of the document, also what stays out of its paragraphs.
TextAccount accountOfWord(const OpcPackage &package, const QString &part, const QDomElement &document)
{
    TextAccount account;
    holdWordText(account, document, LeftOutReason::Hidden);
    for (const OpcPackage::Relation &relation : package.relations(part)) {
        const bool notes = relation.type == "footnotes"_L1 || relation.type == "endnotes"_L1;
        const bool head = relation.type == "header"_L1 || relation.type == "footer"_L1;
        if (notes || head || relation.type == "comments"_L1) {
            const QDomDocument tree = package.tree(relation.target);
            holdWordText(account, tree.documentElement(), notes || head ? LeftOutReason::Part : LeftOutReason::Withdrawn);
        }
    }
    return account;
}

Result<DocumentText> docxParagraphs(QByteArray bytes, int depth);

Result<DocumentText> importedText(const QByteArray &bytes, const QString &name, int depth)
{
    if (bytes.startsWith("PK\x03\x04"))
        return docxParagraphs(bytes, depth);
    if (bytes.trimmed().startsWith("{\\rtf"))
        return rtfText(bytes);
    const auto reader = readerFor(QByteArrayView(bytes).first(std::min<qsizetype>(bytes.size(), 1 << 16)), name);
    if (!reader)
        return std::unexpected(reader.error());
    DocumentText document;
    if (*reader == readerNamed(u"html") || name.endsWith(".htm"_L1, Qt::CaseInsensitive) || name.endsWith(".html"_L1, Qt::CaseInsensitive)) {
        const auto page = decoded(bytes);
        const auto tree = page ? HtmlTree::parse(page->text.toUtf8()) : std::unexpected(page.error());
        if (!tree)
            return std::unexpected(tree.error());
        for (const HtmlBlock &block : htmlBlocks(*tree))
            document.paragraphs.push_back({block.text, zoneOf(block.kind)});
        holdTexts(document.account, tree->root(), LeftOutReason::Hidden);
        return document;
    }
    // Another format is read as the article that it is.
    QByteArray copy = bytes;
    QBuffer buffer(&copy);
    buffer.open(QIODevice::ReadOnly);
    const auto info = (*reader)->read(buffer, name, {}, [&](ReadRecord record) {
        if (const auto *article = std::get_if<ReadArticle>(&record.value)) {
            for (const QString &paragraph : article->text.split(u"\n\n"_s, Qt::SkipEmptyParts)) {
                document.paragraphs.push_back({paragraph, std::nullopt});
                document.account.took(paragraph);
            }
            for (const QString &field : article->article.fields) // the part's own: a mail's sender and date
                document.account.left(field, LeftOutReason::Metadata);
            for (const LeftPassage &passage : article->leftOut)
                document.account.left(passage.text, passage.what.reason);
        } else if (const auto *problem = std::get_if<ReadProblem>(&record.value)) {
            document.remarks += problem->reason;
        }
        return true;
    });
    return info ? Result<DocumentText>(std::move(document)) : std::unexpected(info.error());
}

Result<DocumentText> docxParagraphs(QByteArray bytes, int depth)
{
    const auto package = OpcPackage::open(std::move(bytes));
    if (!package)
        return std::unexpected(package.error());
    QString part = package->related({}, "officeDocument"_L1);
    if (part.isEmpty())
        part = u"word/document.xml"_s;
    const auto content = package->contents(part);
    if (!content)
        return std::unexpected(content.error());
    const auto document = xmlDocument(*content);
    if (!document)
        return std::unexpected(document.error());
    DocumentText read;
    read.stated = package->properties();
    DocxText text(*package, part, depth);
    read.paragraphs = text.read(childNamed(document->tree.documentElement(), "body"_L1));
    read.remarks += text.remarks;
    read.account = accountOfWord(*package, part, document->tree.documentElement());
    read.account.add(std::move(text.account));
    return read;
}

} // namespace

Result<DocumentText> docxParagraphs(QByteArray bytes)
{
    return docxParagraphs(std::move(bytes), 0);
}

} // namespace galley
