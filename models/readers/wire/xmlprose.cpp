// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "xmlprose.h"

#include "newsxml.h"

#include <readers/markup/htmlblocks.h>
#include <readers/text/decoding.h>
#include <readers/text/plaintext.h>

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>
#include <ranges>
#include <utility>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

bool isUnseenName(const QString &name)
{
    static const QSet<QString> names{u"media-metadata"_s, u"media-object"_s, u"media-reference"_s, u"script"_s, u"style"_s,
        u"head"_s, u"datasource"_s, u"nitf-table-metadata"_s, u"iframe"_s, u"object"_s, u"noscript"_s, u"template"_s};
    return names.contains(name);
}

bool isBlockName(const QString &name)
{
    static const QSet<QString> names{u"p"_s, u"hl1"_s, u"hl2"_s, u"hl3"_s, u"hl4"_s, u"hl5"_s, u"h1"_s, u"h2"_s, u"h3"_s, u"h4"_s,
        u"h5"_s, u"h6"_s, u"hedline"_s, u"block"_s, u"ul"_s, u"ol"_s, u"li"_s, u"dl"_s, u"dt"_s, u"dd"_s, u"table"_s,
        u"caption"_s, u"thead"_s, u"tbody"_s, u"tfoot"_s, u"tr"_s, u"nitf-table"_s, u"custom-table"_s,
            u"media"_s,
        u"media-caption"_s, u"media-producer"_s, u"note"_s, u"bq"_s, u"blockquote"_s, u"credit"_s, u"pre"_s, u"hr"_s, u"fn"_s,
        u"body"_s, u"body.head"_s, u"body.content"_s, u"body.end"_s, u"tagline"_s, u"bibliography"_s, u"abstract"_s, u"byline"_s,
        u"dateline"_s, u"distributor"_s, u"div"_s, u"section"_s, u"article"_s, u"aside"_s, u"header"_s, u"footer"_s, u"figure"_s,
        u"figcaption"_s, u"main"_s, u"address"_s};
    return names.contains(name);
}

std::optional<ZoneKind> kindOfClass(const QDomElement &element)
{
    const QStringList classes = element.attribute(u"class"_s).toLower().split(u' ', Qt::SkipEmptyParts);
    if (classes.contains("byline"_L1))
        return ZoneKind::Byline;
    if (classes.contains("dateline"_L1))
        return ZoneKind::Dateline;
    if (classes.contains("caption"_L1))
        return ZoneKind::Caption;
    return std::nullopt;
}

std::optional<ZoneKind> kindOf(const QDomElement &element, const QString &name, std::optional<ZoneKind> around)
{
    static const QSet<QString> headings{u"hl1"_s, u"hl2"_s, u"hl3"_s, u"hl4"_s, u"hl5"_s, u"h1"_s, u"h2"_s, u"h3"_s, u"h4"_s,
        u"h5"_s, u"h6"_s};
    if (name == "media-caption"_L1 || name == "figcaption"_L1)
        return ZoneKind::Caption;
    if (name == "media-producer"_L1)
        return ZoneKind::PhotoCredit;
    if (around)
        return around;
    if (headings.contains(name))
        return ZoneKind::Subheading;
    if (name == "tagline"_L1)
        return ZoneKind::Credit;
    if (name == "byline"_L1)
        return ZoneKind::Byline;
    if (name == "dateline"_L1)
        return ZoneKind::Dateline;
    if (name == "note"_L1)
        return ZoneKind::Chrome; // to editors, not to readers
    // Keywords and the time of day above the headline.
    if ((name == "ul"_L1 || name == "time"_L1) && localName(element.parentNode().toElement()) == "header"_L1)
        return ZoneKind::Chrome;
    return isBlockName(name) ? kindOfClass(element) : std::nullopt;
}

/// Lines that were broken where a teleprinter's line was full, as one; those of a verse or an address stay.
QString unwrapped(const QString &text)
{
    constexpr qsizetype shortest = 45, longest = 90;
    const QStringList lines = text.split(u'\n');
    const bool wrapped = lines.size() > 1 && std::all_of(lines.begin(), lines.end() - 1, [](const QString &line) {
        return line.size() >= shortest && line.size() <= longest;
    });
    return wrapped ? lines.join(u' ') : text;
}

/// The paragraphs of a text as a teleprinter prints it, within one element: lines at the margin, and an indent or a blank
/// line where a paragraph begins. Where all lines are indented alike, the indent is that of the markup.
QStringList typewritten(const QString &text)
{
    const auto isBlank = [](const QString &line) { return line.trimmed().isEmpty(); };
    const auto isIndented = [&](const QString &line) { return line.startsWith("   "_L1) && !isBlank(line); };
    const QStringList lines = text.split(u'\n');
    const auto later = lines | std::views::drop(1);
    const bool atMargin = std::ranges::any_of(later, [](const QString &line) { return !line.isEmpty() && !line[0].isSpace(); });
    if (!atMargin || !std::ranges::any_of(later, isIndented))
        return {text};
    QStringList paragraphs{lines.front()};
    bool begins = false;
    for (const QString &line : later) {
        begins = begins || isBlank(line) || isIndented(line);
        if (!isBlank(line) && std::exchange(begins, false))
            paragraphs.push_back(line);
        else
            paragraphs.back() += u'\n' + line;
    }
    return paragraphs;
}

/// References that were escaped twice, as translating programs do.
QString withoutReferences(QString text)
{
    static const std::array<std::pair<QLatin1StringView, QChar>, 4> references{
        {{"&quot;"_L1, u'"'}, {"&apos;"_L1, u'\''}, {"&#39;"_L1, u'\''}, {"&#34;"_L1, u'"'}}};
    for (const auto &[reference, meaning] : references)
        text.replace(reference, QString(meaning));
    return text;
}

/// Collects text until a block ends.
class ProseCollector
{
public:
    Prose prose;

    void visit(const QDomNode &node, std::optional<ZoneKind> kind, bool pre)
    {
        if (node.isText() || node.isCDATASection() || node.isEntityReference())
            return pre ? append(node.nodeValue(), true) : appendLines(withoutReferences(node.nodeValue()), kind);
        const QDomElement element = node.toElement();
        const QString name = localName(element).toLower();
        if (isUnseenName(name))
            return;
        if (name == "br"_L1)
            return lineBreak(kind);
        if ((name == "td"_L1 || name == "th"_L1) && !m_text.isEmpty()) { // a row is a line
            while (m_text.endsWith(u' '))
                m_text.chop(1);
            m_text += u'\t';
        }
        const auto inner = kindOf(element, name, kind);
        const bool block = isBlockName(name) || inner != kind;
        if (block)
            flush(kind);
        for (QDomNode child = node.firstChild(); !child.isNull(); child = child.nextSibling())
            visit(child, inner, pre || name == "pre"_L1);
        if (block)
            flush(inner);
    }

    void flush(std::optional<ZoneKind> kind)
    {
        while (!m_text.isEmpty() && u" \n\t"_s.contains(m_text.back()))
            m_text.chop(1);
        if (!m_text.trimmed().isEmpty())
            prose.push_back({m_pre ? m_text : unwrapped(m_text), kind});
        m_text.clear();
        m_breaks = 0;
        m_pre = false;
    }

private:
    void appendLines(const QString &text, std::optional<ZoneKind> kind)
    {
        const QStringList paragraphs = typewritten(text);
        for (const QString &paragraph : paragraphs) {
            if (&paragraph != &paragraphs.front())
                flush(kind);
            append(paragraph, false);
        }
    }

    void append(const QString &text, bool pre)
    {
        for (const QChar c : text) {
            const bool blank = c == u' ' || c == u'\n' || c == u'\t' || c == u'\r';
            m_breaks = blank ? m_breaks : 0;
            // An element on a line of its own: the comma behind it belongs to it.
            if (m_atLineEnd && u",.;)"_s.contains(c) && m_text.endsWith(u' '))
                m_text.chop(1);
            m_atLineEnd = blank && !pre && (m_atLineEnd || c == u'\n');
            if (!blank || (pre && !(m_text.isEmpty() && c == u'\n')))
                m_text += c;
            else if (!m_text.isEmpty() && !u" \n\t"_s.contains(m_text.back()))
                m_text += u' ';
        }
        m_pre = m_pre || pre;
    }

    /// One is a new line, two in a row a new paragraph.
    void lineBreak(std::optional<ZoneKind> kind)
    {
        if (++m_breaks > 1)
            return flush(kind);
        while (m_text.endsWith(u' '))
            m_text.chop(1);
        if (!m_text.isEmpty())
            m_text += u'\n';
    }

    QString m_text;
    int m_breaks = 0;
    bool m_pre = false;
    bool m_atLineEnd = false; ///< only white space since one
};

std::optional<ZoneKind> zoneOf(const HtmlBlock &block)
{
    return block.chrome ? ZoneKind::Chrome : zoneOf(block.kind);
}

} // namespace

Prose xmlProse(const QDomNode &element)
{
    ProseCollector collector;
    for (QDomNode child = element.firstChild(); !child.isNull(); child = child.nextSibling())
        collector.visit(child, std::nullopt, false);
    collector.flush(std::nullopt);
    return std::move(collector.prose);
}

Result<Prose> htmlProse(const QString &html)
{
    if (const QString why = whyNotText(html); !why.isEmpty())
        return failed(why);
    const auto tree = HtmlTree::parse(html.toUtf8());
    if (!tree)
        return std::unexpected(tree.error());
    Prose prose;
    for (const HtmlBlock &block : htmlBlocks(*tree))
        prose.push_back({block.text, zoneOf(block)});
    return prose;
}

Result<Prose> proseOf(const QString &text)
{
    static const QRegularExpression markup(u"</?[A-Za-z][^<>]{0,2000}>|&(?:#\\d{2,6}|#x[0-9A-Fa-f]{2,5}|[A-Za-z]{2,8});"_s);
    return markup.match(text).hasMatch() ? htmlProse(text) : Result<Prose>(Prose{{text, std::nullopt}});
}

QString plainTitle(const QString &html)
{
    const auto prose = proseOf(html);
    if (!prose)
        return collapsed(html);
    QStringList parts;
    for (const ProseBlock &block : *prose)
        parts.push_back(collapsed(block.text));
    return parts.join(u' ');
}

} // namespace galley
