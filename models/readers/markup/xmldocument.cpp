// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "xmldocument.h"

#include "brokenoff.h"
#include "htmltree.h"

#include <readers/readertext.h>
#include <readers/text/decoding.h>

#include <QHash>
#include <QRegularExpression>
#include <QXmlStreamReader>

#include <algorithm>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr int deepestXml = 500;
constexpr qint64 mostElements = 2'000'000;
constexpr int mostXmlAttributes = 1'000; // parsers take longer and longer for each

/// The characters that HTML gives names to: feeds and wire copy use them without declaring them.
class HtmlEntities : public QXmlStreamEntityResolver
{
public:
    QString resolveUndeclaredEntity(const QString &name) override
    {
        constexpr qsizetype mostNames = 3'000; // HTML has fewer
        if (!m_known.contains(name) && m_known.size() < mostNames)
            m_known.insert(name, meaning(name));
        return m_known.value(name);
    }

private:
    /// Empty where the name is unknown.
    static QString meaning(const QString &name)
    {
        const auto tree = HtmlTree::parse("<body>x&" + name.toUtf8() + ";</body>");
        QString text;
        if (tree) {
            walk(tree->root(), [&](const GumboNode *node) {
                if (node->type == GUMBO_NODE_TEXT)
                    text += fromValidUtf8(node->v.text.text); // as it is: blanks have names, too
                return true;
            });
        }
        return text.startsWith("x&"_L1) ? QString() : text.mid(1);
    }

    QHash<QString, QString> m_known;
};

/// Behind the comment, the CDATA section or the declaration that begins here; else where it is.
qsizetype behindUnparsed(QStringView text, qsizetype at)
{
    for (const auto &[begin, end] : {std::pair("<!--"_L1, "-->"_L1), std::pair("<![CDATA["_L1, "]]>"_L1),
             std::pair("<?"_L1, "?>"_L1)}) {
        if (!text.sliced(at).startsWith(begin))
            continue;
        const qsizetype found = text.indexOf(end, at + begin.size());
        return found < 0 ? text.size() : found + end.size();
    }
    return at;
}

/// Looked for before anything is parsed: the parser itself compares each attribute with all others.
bool hasTooManyAttributes(QStringView text)
{
    for (qsizetype at = text.indexOf(u'<'); at >= 0 && at < text.size(); at = text.indexOf(u'<', at)) {
        const qsizetype behind = behindUnparsed(text, at);
        if (behind > at) {
            at = behind;
            continue;
        }
        int count = 0;
        QChar quote;
        for (++at; at < text.size() && (!quote.isNull() || text[at] != u'>'); ++at) {
            const QChar c = text[at];
            if (quote.isNull() && (c == u'"' || c == u'\''))
                quote = c;
            else if (c == quote)
                quote = QChar();
            count += quote.isNull() && c == u'=';
        }
        if (count > mostXmlAttributes)
            return true;
    }
    return false;
}

/// Reads once through without keeping anything, so that no hostile file is ever built into a tree.
QString whyHostile(const QString &text)
{
    if (hasTooManyAttributes(text))
        return Readers::tr("An element has more than %L1 attributes.").arg(mostXmlAttributes);
    HtmlEntities entities;
    QXmlStreamReader xml(text);
    xml.setEntityResolver(&entities);
    int depth = 0;
    for (qint64 elements = 0; !xml.atEnd();) {
        switch (xml.readNext()) {
        case QXmlStreamReader::DTD:
            if (!xml.entityDeclarations().isEmpty() || xml.dtdName().isEmpty() || xml.text().contains("<!ENTITY"_L1))
                return Readers::tr("The XML declares entities of its own, which are not read.");
            break;
        case QXmlStreamReader::StartElement:
            if (++depth > deepestXml)
                return Readers::tr("The XML is nested more than %L1 deep.").arg(deepestXml);
            if (++elements > mostElements)
                return Readers::tr("The XML has more than %L1 elements.").arg(mostElements);
            break;
        case QXmlStreamReader::EndElement:
            --depth;
            break;
        default:
            break;
        }
    }
    if (!xml.hasError())
        return {};
    return Readers::tr("It is no well-formed XML: line %L1, %2").arg(xml.lineNumber()).arg(xml.errorString());
}

bool isNamed(const QDomNode &node, QLatin1StringView name)
{
    return node.isElement() && (node.localName().isEmpty() ? node.nodeName() : node.localName()) == name;
}

void addNodeText(const QDomNode &node, QString &text)
{
    if (node.isText() || node.isCDATASection() || node.isEntityReference())
        text += node.nodeValue();
    for (QDomNode child = node.firstChild(); !child.isNull(); child = child.nextSibling())
        addNodeText(child, text);
}

void collectOutermost(const QDomElement &element, std::initializer_list<QLatin1StringView> names, std::vector<QDomElement> &found)
{
    if (std::ranges::contains(names, localName(element)))
        return found.push_back(element);
    for (const QDomElement &child : childrenNamed(element))
        collectOutermost(child, names, found);
}

QDomDocument::ParseResult parseTree(const QString &text, QDomDocument &tree)
{
    HtmlEntities entities;
    QXmlStreamReader xml(text);
    xml.setEntityResolver(&entities);
    const QDomDocument::ParseOptions options{
        QDomDocument::ParseOption::UseNamespaceProcessing, QDomDocument::ParseOption::PreserveSpacingOnlyNodes};
    return tree.setContent(&xml, options);
}

/// What many programs that write feeds get wrong, and what is meant all the same.
struct Repaired
{
    QString text;
    int signs = 0;    ///< "&" that begin no entity
    int controls = 0; ///< characters that XML knows none of

    QStringList remark() const
    {
        QStringList sentences;
        if (signs > 0)
            sentences += Readers::tr("It is no well-formed XML: %n “&” stand alone in it, and were read as they are.", nullptr, signs);
        if (controls > 0)
            sentences += Readers::tr("It is no well-formed XML: %n control characters in it were left out.", nullptr, controls);
        return sentences;
    }
};

Repaired repairedXml(const QString &text)
{
    static const QRegularExpression entity(u"\\G&(?:[A-Za-z][\\w.-]*|#\\d+|#[xX][0-9A-Fa-f]+);"_s);
    Repaired repaired;
    bool inCData = false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text[at];
        if (c == u'<' && QStringView(text).sliced(at).startsWith("<![CDATA["_L1))
            inCData = true;
        else if (c == u']' && QStringView(text).sliced(at).startsWith("]]>"_L1))
            inCData = false;
        const bool control = (c.unicode() < 0x20 && c != u'\t' && c != u'\n' && c != u'\r') || c.unicode() >= 0xFFFE;
        repaired.controls += control;
        if (c == u'&' && !inCData && !entity.matchView(text, at).hasMatch()) {
            repaired.text += "&amp;"_L1;
            ++repaired.signs;
        } else if (!control) {
            repaired.text += c;
        }
    }
    return repaired;
}

} // namespace

namespace {

/// What is wrong with the text, or nothing, when the tree is there.
QString whyNotParsed(const QString &text, QDomDocument &tree)
{
    if (const QString why = whyHostile(text); !why.isEmpty())
        return why;
    const auto parsed = parseTree(text, tree);
    return parsed ? QString() : Readers::tr("It is no well-formed XML: line %L1, %2").arg(parsed.errorLine).arg(parsed.errorMessage);
}

} // namespace

Result<XmlDocument> xmlDocument(QByteArrayView bytes, const QString &encoding, XmlEnd end)
{
    auto decodedText = decoded(bytes, encoding);
    if (!decodedText)
        return std::unexpected(decodedText.error());
    const QString text = decodedText->text.trimmed(); // a blank line before the declaration is common and harmless
    XmlDocument document{{}, decodedText->encoding, decodedText->guessed, decodedText->remarks};
    const QString why = whyNotParsed(text, document.tree);
    if (why.isEmpty())
        return document;
    const Repaired repaired = repairedXml(text);
    document.remarks += repaired.remark();
    if (repaired.signs + repaired.controls > 0 && whyNotParsed(repaired.text, document.tree).isEmpty())
        return document;
    const auto broken = end == XmlEnd::MayBeMissing ? brokenOff(repaired.text) : std::nullopt;
    if (!broken || !whyNotParsed(broken->whole, document.tree).isEmpty())
        return failed(why);
    document.remarks += Readers::tr("The file breaks off in the middle, at line %L1: what was whole before was read, what followed is not there.").arg(broken->line);
    document.lost = broken->lost;
    document.lostLine = broken->line;
    return document;
}

QString xmlRoot(QByteArrayView head)
{
    QXmlStreamReader xml(QString::fromUtf8(head.trimmed()));
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QString name = xml.name().toString();
        return xml.namespaceUri().isEmpty() ? name : u'{' + xml.namespaceUri().toString() + u'}' + name;
    }
    return {};
}

QDomElement childNamed(const QDomNode &parent, QLatin1StringView name)
{
    QDomNode child = parent.firstChild();
    while (!child.isNull() && !isNamed(child, name))
        child = child.nextSibling();
    return child.toElement();
}

QDomElement descendantNamed(const QDomNode &parent, QLatin1StringView name)
{
    const auto found = descendantsNamed(parent, name);
    return found.empty() ? QDomElement() : found.front();
}

std::vector<QDomElement> childrenNamed(const QDomNode &parent, QLatin1StringView name)
{
    std::vector<QDomElement> found;
    for (QDomElement child = parent.firstChildElement(); !child.isNull(); child = child.nextSiblingElement()) {
        if (name.isEmpty() || isNamed(child, name))
            found.push_back(child);
    }
    return found;
}

std::vector<QDomElement> descendantsNamed(const QDomNode &parent, QLatin1StringView name)
{
    std::vector<QDomElement> found;
    for (const QDomElement &child : childrenNamed(parent)) {
        if (isNamed(child, name))
            found.push_back(child);
        std::ranges::move(descendantsNamed(child, name), std::back_inserter(found));
    }
    return found;
}

QString collapsedText(const QDomNode &node)
{
    QString text, collapsed;
    addNodeText(node, text);
    for (const QChar c : std::as_const(text)) {
        const bool blank = c == u' ' || c == u'\t' || c == u'\n' || c == u'\r';
        if (!blank)
            collapsed += c;
        else if (!collapsed.isEmpty() && !collapsed.endsWith(u' '))
            collapsed += u' ';
    }
    if (collapsed.endsWith(u' '))
        collapsed.chop(1);
    return collapsed;
}

RootName rootName(const FileHead &head)
{
    if (!head.text.trimmed().startsWith('<'))
        return {};
    const QString root = xmlRoot(head.text);
    const qsizetype end = root.lastIndexOf(u'}');
    return {root.sliced(end + 1), end > 0 ? root.sliced(1, end - 1) : QString()};
}

QString localName(const QDomElement &element)
{
    return element.localName().isEmpty() ? element.nodeName() : element.localName();
}

std::vector<QDomElement> outermost(const QDomElement &root, std::initializer_list<QLatin1StringView> names)
{
    std::vector<QDomElement> found;
    collectOutermost(root, names, found);
    return found;
}

QString languageOf(const QDomElement &element)
{
    return element.attributeNS(u"http://www.w3.org/XML/1998/namespace"_s, u"lang"_s);
}

void holdMarkup(TextAccount &account, const QString &text, LeftOutReason ifLeft)
{
    static const QRegularExpression markup(u"</?[A-Za-z][^<>]*>|&(?:#?\\w{2,8});"_s);
    const bool marked = markup.match(text).hasMatch();
    const Result<HtmlTree> tree = marked ? HtmlTree::parse("<!DOCTYPE html><body>" + text.toUtf8()) : failed({});
    if (tree)
        holdTexts(account, tree->root(), ifLeft);
    else
        account.holds(text, ifLeft);
}

void holdTexts(TextAccount &account, const QDomNode &node, LeftOutReason ifLeft)
{
    std::vector<QDomNode> open{node};
    while (!open.empty()) {
        const QDomNode next = open.back();
        open.pop_back();
        if (next.isText()) // a CDATA section is one too
            holdMarkup(account, next.nodeValue(), ifLeft);
        for (QDomNode child = next.lastChild(); !child.isNull(); child = child.previousSibling())
            open.push_back(child);
    }
}

} // namespace galley
