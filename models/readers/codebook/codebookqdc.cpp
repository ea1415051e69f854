// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codebookqdc.h"

#include "codebookfile.h"
#include "composedcodebook.h"

#include <domain/codebookoutline.h>
#include <domain/nameduuid.h>
#include <readers/markup/xmldocument.h>
#include <readers/readertext.h>

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

/// A code as the file has it, with the line it stands at.
struct QdcCode
{
    OutlineCode code;
    int line = 0;
    std::vector<QdcCode> below = {};
};

/// "#RGB" and "#RRGGBB" as "#rrggbb"; empty for anything else.
QString qdcColour(const QString &stated)
{
    static const QRegularExpression shortForm(u"^#([0-9a-f])([0-9a-f])([0-9a-f])$"_s), longForm(u"^#[0-9a-f]{6}$"_s);
    const QString colour = stated.trimmed().toLower();
    if (const auto match = shortForm.match(colour); match.hasMatch())
        return u"#%1%1%2%2%3%3"_s.arg(match.captured(1), match.captured(2), match.captured(3));
    return longForm.match(colour).hasMatch() ? colour : QString();
}

class QdcReading
{
public:
    explicit QdcReading(const CodebookSource &source)
        : m_source(source)
    {
    }

    Result<IncomingCodebook> read(const QByteArray &bytes)
    {
        if (bytes.size() > largestCodebook)
            return refusedCodebook({tooLargeForCodebook()}, m_source.file);
        const auto xml = xmlDocument(bytes);
        if (!xml)
            return refusedCodebook({{1, xml.error().message}}, m_source.file);
        const QDomElement root = xml->tree.documentElement();
        const QDomElement book = localName(root) == "CodeBook"_L1 ? root : descendantNamed(root, "CodeBook"_L1);
        if (book.isNull())
            return refusedCodebook({{1, Readers::tr("The file holds no codebook of REFI-QDA.")}}, m_source.file);
        const std::vector<QdcCode> codes = codesIn(childNamed(book, "Codes"_L1));
        if (m_count > mostCodes)
            return refusedCodebook({tooManyCodes(1)}, m_source.file);
        if (codes.empty())
            return refusedCodebook({{1, Readers::tr("The codebook has no codes.")}}, m_source.file);
        if (auto own = ownIn(bytes, codes))
            return IncomingCodebook{std::move(*own), {}};
        const bool ours = root.attribute(u"origin"_s).startsWith("Galley"_L1);
        const auto codebook = codebookOf(composed(codes, ours), CodebookSyntax::Composed, m_source.file);
        if (!codebook)
            return std::unexpected(codebook.error());
        tellSets(book);
        tellChanges(ours);
        return IncomingCodebook{*codebook, m_remarks};
    }

private:
    std::vector<QdcCode> codesIn(const QDomElement &parent)
    {
        std::vector<QdcCode> codes;
        for (const QDomElement &element : childrenNamed(parent, "Code"_L1)) {
            if (++m_count > mostCodes)
                return {};
            const QDomElement description = childNamed(element, "Description"_L1);
            QdcCode code{{uuidWritten(element.attribute(u"guid"_s).trimmed()), element.attribute(u"name"_s), element.attribute(u"isCodable"_s, u"true"_s) != "false"_L1
                              && element.attribute(u"isCodable"_s) != "0"_L1, qdcColour(element.attribute(u"color"_s)),
                          description.isNull() ? element.attribute(u"description"_s) : description.text()},
                         element.lineNumber(), codesIn(element)};
            codes.push_back(std::move(code));
        }
        return codes;
    }

    static OutlineCode outlined(const QdcCode &code)
    {
        OutlineCode outline = code.code;
        for (const QdcCode &below : code.below)
            outline.below.push_back(outlined(below));
        return outline;
    }

    /// What Galley added beside the tree, for as long as the tree is still the one it wrote.
    std::optional<Codebook> ownIn(const QByteArray &bytes, const std::vector<QdcCode> &codes)
    {
        constexpr QByteArrayView begin("<?galley-codebook "), end("?>");
        const qsizetype at = bytes.lastIndexOf(begin);
        const qsizetype behind = at < 0 ? -1 : bytes.indexOf(end, at);
        if (behind < 0)
            return std::nullopt;
        m_hadOwn = true;
        const auto own = codebookFromJson(QJsonDocument::fromJson(bytes.mid(at + begin.size(), behind - at - begin.size())).object());
        if (!own || qsizetype(own->layers().size() + own->variables().size() + own->codes().size()) != m_count)
            return std::nullopt;
        std::vector<OutlineCode> outline;
        for (const QdcCode &code : codes)
            outline.push_back(outlined(code));
        return outlineOf(*own) == outline ? std::optional(*own) : std::nullopt;
    }

    /// The layers and variables that Galley writes as codes nothing is coded with; of other programs one layer for all.
    CodebookNode composed(const std::vector<QdcCode> &codes, bool ours)
    {
        const bool layered = ours && std::ranges::none_of(codes, [](const QdcCode &code) {
            return code.code.isCodable || std::ranges::any_of(code.below, [](const QdcCode &below) { return below.code.isCodable; });
        });
        std::vector<CodebookNode> layers;
        if (!layered) {
            CodebookNode layer = composedMap(1), variable = composedMap(1);
            put(layer, u"name"_s, Readers::tr("Codes"), 1);
            put(variable, u"name"_s, u"code"_s, 1);
            putParts(variable, u"codes"_s, codesOf(codes));
            putParts(layer, u"variables"_s, {variable});
            layers.push_back(std::move(layer));
            m_remarks += Readers::tr("The file knows no layers and variables: its codes are those of one layer, “%1”.").arg(Readers::tr("Codes"));
            return composedCodebook(m_source.name, std::move(layers));
        }
        for (const QdcCode &code : codes) {
            CodebookNode layer = partOf(code);
            std::vector<CodebookNode> variables;
            for (const QdcCode &below : code.below) {
                CodebookNode variable = partOf(below);
                if (below.below.empty())
                    put(variable, u"type"_s, u"text"_s, below.line);
                putParts(variable, u"codes"_s, codesOf(below.below));
                variables.push_back(std::move(variable));
            }
            putParts(layer, u"variables"_s, std::move(variables));
            layers.push_back(std::move(layer));
        }
        return composedCodebook(m_source.name, std::move(layers));
    }

    CodebookNode partOf(const QdcCode &code)
    {
        CodebookNode node = composedMap(code.line);
        put(node, u"name"_s, code.code.name.simplified(), code.line);
        put(node, u"id"_s, idOf(code), code.line);
        put(node, u"description"_s, code.code.description, code.line);
        return node;
    }

    std::vector<CodebookNode> codesOf(const std::vector<QdcCode> &codes)
    {
        std::vector<CodebookNode> nodes;
        QSet<QString> names;
        for (const QdcCode &one : codes) {
            CodebookNode node = composedMap(one.line);
            put(node, u"name"_s, freeName(one.code.name.simplified(), names), one.line);
            put(node, u"id"_s, idOf(one), one.line);
            Code code;
            takeDescription(one.code.description, code);
            put(node, u"definition"_s, code.definition, one.line);
            put(node, u"include"_s, code.include, one.line);
            put(node, u"exclude"_s, code.exclude, one.line);
            put(node, u"examples"_s, code.examples, one.line);
            put(node, u"counter_examples"_s, code.counterExamples, one.line);
            put(node, u"color"_s, one.code.color, one.line);
            if (!one.code.isCodable)
                put(node, u"retired"_s, u"true"_s, one.line);
            m_groups += !one.code.isCodable;
            putParts(node, u"codes"_s, codesOf(one.below));
            nodes.push_back(std::move(node));
        }
        return nodes;
    }

    QString freeName(const QString &wanted, QSet<QString> &names)
    {
        QString name = wanted.isEmpty() ? Readers::tr("Unnamed") : wanted;
        for (int number = 2; names.contains(name); ++number)
            name = u"%1 (%2)"_s.arg(wanted.isEmpty() ? Readers::tr("Unnamed") : wanted).arg(number);
        m_renamed += name != wanted;
        names.insert(name);
        return name;
    }

    QString idOf(const QdcCode &code)
    {
        if (code.code.uuid.isNull() || m_ids.contains(code.code.uuid))
            return {};
        m_ids.insert(code.code.uuid);
        return code.code.uuid.toString(QUuid::WithoutBraces);
    }

    void tellSets(const QDomElement &book)
    {
        QStringList names;
        for (const QDomElement &set : childrenNamed(childNamed(book, "Sets"_L1), "Set"_L1))
            names += set.attribute(u"name"_s).simplified().left(60);
        if (!names.isEmpty())
            m_remarks += Readers::tr("Left out: %n sets of codes, which Galley does not have: %1", nullptr, int(names.size()))
                             .arg(names.mid(0, 8).join(u", "_s) + (names.size() > 8 ? u", …"_s : QString()));
    }

    void tellChanges(bool ours)
    {
        if (m_hadOwn)
            m_remarks += Readers::tr("The file was altered since Galley wrote it: it is read as one of another program, without types, keys and what else only Galley knows.");
        if (m_groups > 0 && !ours)
            m_remarks += Readers::tr("%n codes that nothing is coded with are here as retired codes.", nullptr, m_groups);
        if (m_renamed > 0)
            m_remarks += Readers::tr("%n codes got another name, as no two beside each other may have the same and none may be without.", nullptr, m_renamed);
    }

    CodebookSource m_source;
    QStringList m_remarks;
    QSet<QUuid> m_ids;
    int m_count = 0, m_groups = 0, m_renamed = 0;
    bool m_hadOwn = false;
};

} // namespace

Result<IncomingCodebook> codebookFromQdc(const QByteArray &bytes, const CodebookSource &source)
{
    return QdcReading(source).read(bytes);
}

} // namespace galley
