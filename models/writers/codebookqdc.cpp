// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codebookqdc.h"

#include "codebookwriter.h"

#include <domain/codebookoutline.h>

#include <QCoreApplication>
#include <QXmlStreamWriter>

#include <algorithm>
#include <functional>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

void writeQdcCodes(QXmlStreamWriter &xml, const std::vector<OutlineCode> &codes)
{
    for (const OutlineCode &code : codes) {
        xml.writeStartElement(u"Code"_s);
        xml.writeAttribute(u"guid"_s, code.uuid.toString(QUuid::WithoutBraces));
        xml.writeAttribute(u"name"_s, code.name);
        xml.writeAttribute(u"isCodable"_s, code.isCodable ? u"true"_s : u"false"_s);
        if (!code.color.isEmpty())
            xml.writeAttribute(u"color"_s, code.color);
        if (!code.description.isEmpty())
            xml.writeTextElement(u"Description"_s, code.description);
        writeQdcCodes(xml, code.below);
        xml.writeEndElement();
    }
}

QString told(const char *text)
{
    return QCoreApplication::translate("CodebookFormat", text);
}

} // namespace

QByteArray codebookToQdc(const Codebook &codebook)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(1);
    xml.writeStartDocument();
    xml.writeStartElement(u"CodeBook"_s);
    xml.writeDefaultNamespace(u"urn:QDA-XML:codebook:1.0"_s);
    xml.writeAttribute(u"origin"_s, u"Galley"_s);
    xml.writeStartElement(u"Codes"_s);
    writeQdcCodes(xml, outlineOf(codebook));
    xml.writeEndElement();
    xml.writeEndElement();
    // ">" stands only within the texts of the JSON; escaped, none of them ends the instruction.
    xml.writeProcessingInstruction(u"galley-codebook"_s, QString::fromUtf8(codebookToJson(codebook).replace(">", "\\u003e")));
    xml.writeEndDocument();
    return bytes;
}

QStringList lostInQdc(const Codebook &codebook)
{
    const auto count = [](const auto &rows, const auto &has) { return int(std::ranges::count_if(rows, has)); };
    QStringList lost;
    const auto tell = [&](const char *text, int number) {
        if (number > 0)
            lost += QCoreApplication::translate("CodebookFormat", text, nullptr, number);
    };
    lost += told(QT_TRANSLATE_NOOP("CodebookFormat", "QDC knows no layers and variables: other programs see them as codes that nothing is coded with, and codes below them."));
    tell(QT_TRANSLATE_N_NOOP("CodebookFormat", "They see neither type nor rules of %n variables that are more than a choice of codes."),
         count(codebook.variables(), [](const Variable &variable) {
             return variable.type != VariableType::Code || variable.required || variable.multiple || variable.minimum || variable.maximum || variable.ratio || variable.standard
                 || !variable.shownWhen.isEmpty() || !variable.requiredWhen.isEmpty();
         }));
    tell(QT_TRANSLATE_N_NOOP("CodebookFormat", "They do not see the unit and the rules of %n layers."), count(codebook.layers(), [](const Layer &layer) {
             return layer.unit != LayerUnit::Span || layer.snap != Snap::Free || layer.overlap != Overlap::Any || !layer.acrossParagraphs || !layer.leaveOut.isEmpty();
         }));
    tell(QT_TRANSLATE_N_NOOP("CodebookFormat", "They do not see the key, number, hint or other names of %n codes."),
         count(codebook.codes(), [](const Code &code) { return !code.key.isEmpty() || code.value || !code.hint.isEmpty() || !code.aliases.isEmpty(); }));
    lost += told(QT_TRANSLATE_NOOP("CodebookFormat", "Galley reads all of it again from the same file."));
    return lost;
}

} // namespace galley
