// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "odttext.h"

#include "opcpackage.h"

#include <readers/readertext.h>

#include <QHash>
#include <QSet>

#include <algorithm>
#include <utility>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

/// Paragraphs of the body, a note or a text box.
struct OdtFlow
{
    QString text;
    bool afterBlank = true; ///< white space collapses, and vanishes at the beginning
    std::vector<TextParagraph> paragraphs;
    std::vector<TextParagraph> boxes; ///< behind the paragraph at work
};

// What is within a document's text and no text of it.
const QSet<QString> unseenElements{u"tracked-changes"_s,
                           u"annotation"_s,
                           u"annotation-end"_s,
                           u"note-citation"_s,
                           u"forms"_s,
                           u"table-of-content-source"_s,
                           u"illustration-index-source"_s,
                           u"table-index-source"_s,
                           u"object-index-source"_s,
                           u"user-index-source"_s,
                           u"alphabetical-index-source"_s,
                           u"bibliography-source"_s,
                           u"variable-decls"_s,
                           u"sequence-decls"_s,
                           u"user-field-decls"_s,
                           u"dde-connection-decls"_s,
                           u"hidden-text"_s,
                           u"hidden-paragraph"_s,
                           u"script"_s,
                           u"number"_s,
                           u"ruby-text"_s,
                           u"object"_s,
                           u"object-ole"_s,
                           u"image"_s,
                           u"plugin"_s,
                           u"applet"_s,
                           u"event-listeners"_s,
                           u"binary-data"_s,
                           u"covered-table-cell"_s,
                           u"glue-point"_s,
                           u"settings"_s,
                           u"shapes"_s};

bool isUnseenOdt(const QDomElement &element)
{
    const QString space = element.namespaceURI();
    const bool describes = space.endsWith(":svg-compatible:1.0"_L1); // the title of a picture, not that of the document
    return describes || unseenElements.contains(element.localName());
}

bool isDrawing(const QDomElement &element)
{
    return element.namespaceURI().endsWith(":drawing:1.0"_L1) || element.namespaceURI().endsWith(":dr3d:1.0"_L1);
}

class StyleNames
{
public:
    void add(const QDomElement &root)
    {
        for (const QLatin1StringView group : {"styles"_L1, "automatic-styles"_L1}) {
            for (const QDomElement &style : childrenNamed(childNamed(root, group), "style"_L1)) {
                const QString name = attributeNamed(style, "name"_L1);
                m_styles.insert(
                    name, {attributeNamed(style, "parent-style-name"_L1), attributeNamed(style, "default-outline-level"_L1)});
                if (attributeNamed(childNamed(style, "text-properties"_L1), "display"_L1) == "none"_L1)
                    m_hidden.insert(name);
            }
        }
    }

    std::optional<ZoneKind> zone(QString name) const
    {
        for (int steps = 0; steps < 20 && !name.isEmpty(); ++steps) {
            const Style style = m_styles.value(name);
            // Names are written with "_20_" for a blank; without a level of its own a heading is one by name.
            const QString plain = QString(name).replace("_20_"_L1, " "_L1);
            const auto zone = zoneOfStyle(plain, style.level.isEmpty() ? -1 : style.level.toInt() - 1);
            if (zone)
                return zone;
            name = style.parent;
        }
        return std::nullopt;
    }

    bool isHidden(const QString &name) const { return m_hidden.contains(name); }

private:
    struct Style
    {
        QString parent, level;
    };
    QSet<QString> m_hidden;
    QHash<QString, Style> m_styles;
};

class OdtText
{
public:
    explicit OdtText(const StyleNames &styles)
        : m_styles(styles)
    {
    }

    std::vector<TextParagraph> read(const QDomElement &body);

private:
    std::vector<TextParagraph> flowOf(const QDomElement &content);
    void blocks(const QDomElement &parent);
    void paragraph(const QDomElement &paragraph, bool heading);
    void inlines(const QDomElement &parent);
    void inlinePart(const QDomElement &part);
    void add(const QString &text);
    void fixed(const QString &text);

    const StyleNames &m_styles;
    std::vector<QDomElement> m_notes;
    std::vector<OdtFlow> m_flows;
};

std::vector<TextParagraph> OdtText::read(const QDomElement &body)
{
    auto paragraphs = flowOf(body);
    for (size_t at = 0; at < m_notes.size(); ++at)
        std::ranges::move(flowOf(m_notes[at]), std::back_inserter(paragraphs));
    return paragraphs;
}

std::vector<TextParagraph> OdtText::flowOf(const QDomElement &content)
{
    m_flows.emplace_back();
    blocks(content);
    OdtFlow flow = std::move(m_flows.back());
    m_flows.pop_back();
    std::ranges::move(flow.boxes, std::back_inserter(flow.paragraphs)); // of frames that stand beside paragraphs
    return std::move(flow.paragraphs);
}

/// Sections, lists, tables and indexes are only wrapped around paragraphs.
void OdtText::blocks(const QDomElement &parent)
{
    for (const QDomElement &block : childrenNamed(parent)) {
        const QString name = block.localName();
        const bool hidden = name == "section"_L1 && attributeNamed(block, "display"_L1) == "none"_L1;
        if (name == "p"_L1 || name == "h"_L1)
            paragraph(block, name == "h"_L1);
        else if (!hidden && !isUnseenOdt(block))
            blocks(block);
    }
}

void OdtText::paragraph(const QDomElement &paragraph, bool heading)
{
    m_flows.back().afterBlank = true;
    inlines(paragraph);
    OdtFlow &flow = m_flows.back();
    QString text = std::exchange(flow.text, {});
    if (flow.afterBlank && text.endsWith(u' '))
        text.chop(1);
    auto zone = m_styles.zone(attributeNamed(paragraph, "style-name"_L1));
    if (heading && zone != ZoneKind::Headline)
        zone = ZoneKind::Subheading;
    flow.paragraphs.push_back({std::move(text), zone});
    std::ranges::move(std::exchange(flow.boxes, {}), std::back_inserter(flow.paragraphs));
}

void OdtText::inlines(const QDomElement &parent)
{
    for (QDomNode node = parent.firstChild(); !node.isNull(); node = node.nextSibling()) {
        if (node.isText() || node.isCDATASection())
            add(node.nodeValue());
        else if (node.isElement())
            inlinePart(node.toElement());
    }
}

void OdtText::inlinePart(const QDomElement &part)
{
    const QString name = part.localName();
    if (name == "s"_L1) {
        const QString count = attributeNamed(part, "c"_L1);
        fixed(QString(count.isEmpty() ? 1 : std::clamp(count.toInt(), 0, 1000), u' '));
    } else if (name == "tab"_L1) {
        fixed(u"\t"_s);
    } else if (name == "line-break"_L1) {
        fixed(u"\n"_s);
    } else if (name == "note"_L1) {
        m_notes.push_back(childNamed(part, "note-body"_L1));
    } else if (isUnseenOdt(part)) {
        return;
    } else if (isDrawing(part) && name != "a"_L1) {
        auto paragraphs = flowOf(part);
        std::ranges::move(paragraphs, std::back_inserter(m_flows.back().boxes));
    } else if (!m_styles.isHidden(attributeNamed(part, "style-name"_L1))) {
        inlines(part);
    }
}

void OdtText::add(const QString &text)
{
    OdtFlow &flow = m_flows.back();
    for (const QChar c : text) {
        const bool blank = c == u' ' || c == u'\t' || c == u'\n' || c == u'\r';
        if (!blank)
            flow.text += c;
        else if (!flow.afterBlank)
            flow.text += u' ';
        flow.afterBlank = blank;
    }
}

/// White space that is meant.
void OdtText::fixed(const QString &text)
{
    m_flows.back().text += text;
    m_flows.back().afterBlank = false;
}

/// The author is who began the document; who saved it last is kept beside.
Article statedByMeta(const QDomElement &meta)
{
    Article stated;
    QStringList keywords;
    QString lastCreator;
    for (const QDomElement &property : childrenNamed(meta)) {
        const QString name = property.localName();
        const QString value = collapsedText(property);
        if (name == "document-statistic"_L1) {
            for (const QLatin1StringView count : {"page-count"_L1, "word-count"_L1}) {
                if (const QString number = attributeNamed(property, count); !number.isEmpty())
                    stated.fields.insert(count, number);
            }
        } else if (value.isEmpty()) {
            continue;
        } else if (name == "title"_L1) {
            stated.title = value;
        } else if (name == "initial-creator"_L1) {
            stated.authors = value;
        } else if (name == "creator"_L1) {
            lastCreator = value;
        } else if (name == "language"_L1) {
            stated.language = value;
        } else if (name == "keyword"_L1) {
            keywords.push_back(value);
        } else {
            stated.fields.insert(name == "user-defined"_L1 ? attributeNamed(property, "name"_L1) : name, value);
        }
    }
    if (stated.authors.isEmpty())
        stated.authors = lastCreator;
    else if (!lastCreator.isEmpty())
        stated.fields.insert(u"creator"_s, lastCreator);
    if (!keywords.isEmpty())
        stated.fields.insert(u"keyword"_s, keywords.join("; "_L1));
    return stated;
}

QDomDocument optionalTree(const ZipArchive &archive, const QString &name)
{
    const auto bytes = archive.contains(name) ? archive.contents(name) : Result<QByteArray>(QByteArray());
    const auto document = bytes ? xmlDocument(*bytes) : std::unexpected(bytes.error());
    return document ? document->tree : QDomDocument();
}

/// The content, styles and metadata lie in a file each, or in one.
DocumentText odtTextOf(const QDomElement &content, const QDomElement &styles, const QDomElement &meta)
{
    StyleNames names;
    names.add(styles);
    names.add(content);
    DocumentText read;
    read.stated = statedByMeta(childNamed(meta, "meta"_L1));
    const QDomElement text = childNamed(childNamed(content, "body"_L1), "text"_L1);
    read.paragraphs = OdtText(names).read(text);
    holdTexts(read.account, text, LeftOutReason::Withdrawn);
    for (const QLatin1StringView name : {"header"_L1, "footer"_L1}) {
        for (const QDomElement &element : descendantsNamed(childNamed(styles, "master-styles"_L1), name))
            holdTexts(read.account, element, LeftOutReason::Part);
    }
    return read;
}

} // namespace

Result<DocumentText> odtText(QByteArray bytes)
{
    const auto archive = ZipArchive::open(std::move(bytes));
    if (!archive)
        return std::unexpected(archive.error());
    const QDomDocument manifest = optionalTree(*archive, u"META-INF/manifest.xml"_s);
    for (const QDomElement &entry : childrenNamed(manifest.documentElement(), "file-entry"_L1)) {
        if (!childNamed(entry, "encryption-data"_L1).isNull())
            return failed(Readers::tr("It is protected with a password; it has to be saved without one first."));
    }
    const auto content = archive->contents(u"content.xml"_s);
    if (!content)
        return std::unexpected(content.error());
    const auto document = xmlDocument(*content);
    if (!document)
        return std::unexpected(document.error());
    const QDomDocument styles = optionalTree(*archive, u"styles.xml"_s);
    const QDomDocument meta = optionalTree(*archive, u"meta.xml"_s);
    return odtTextOf(document->tree.documentElement(), styles.documentElement(), meta.documentElement());
}

Result<DocumentText> flatOdtText(QByteArrayView bytes)
{
    const auto document = xmlDocument(bytes);
    if (!document)
        return std::unexpected(document.error());
    const QDomElement root = document->tree.documentElement();
    return odtTextOf(root, root, root);
}

} // namespace galley
