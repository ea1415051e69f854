// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzzing.h"

#include <base/part.h>
#include <zipped.h>

#include <QCoreApplication>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

namespace {

/// Mutations of an archive hardly get beyond its checksums, so its parts are mutated and packed here.
QByteArray workbook(const QByteArray &sheet)
{
    return packaged(u"xl/workbook.xml"_s,
        {{u"xl/workbook.xml"_s, "<workbook xmlns:r='r'><sheets><sheet r:id='r1'/></sheets></workbook>"},
            {u"xl/_rels/workbook.xml.rels"_s,
                relations({{"worksheet", "sheet.xml"}, {"sharedStrings", "strings.xml"}, {"styles", "styles.xml"}})},
            {u"xl/strings.xml"_s, "<sst><si><t>It did.</t></si></sst>"},
            {u"xl/styles.xml"_s, "<s><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></s>"}, {u"xl/sheet.xml"_s, sheet}});
}

QByteArray book(const QByteArray &chapter)
{
    return zipped({{u"mimetype"_s, "application/epub+zip"},
        {u"META-INF/container.xml"_s, "<c><rootfile full-path='b.opf'/></c>"},
        {u"b.opf"_s,
            "<p><manifest><item id='a' href='a.xhtml' media-type='application/xhtml+xml'/></manifest><spine><itemref idref='a'/>"
            "</spine></p>"},
        {u"a.xhtml"_s, chapter}});
}

/// What reads PDF lies beside the program, whose place only an application knows.
void requirePdf()
{
    static int count = 1;
    static char name[] = "fuzz_office", *arguments[] = {name, nullptr};
    static const QCoreApplication application(count, arguments);
    fuzzing::require(partEntry("pdf", "galleyReadPdf").has_value(), "the part that reads PDF is there");
}

} // namespace

/// The first byte chooses the format.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray bytes = fuzzing::bytesOf(data + 1, size - 1);
    switch (data[0]) {
    case 'd':
        fuzzing::readAll("docx", packaged(u"word/document.xml"_s, {{u"word/document.xml"_s, bytes}}), u"input");
        break;
    case 'o':
        fuzzing::readAll("odt", zipped({{u"content.xml"_s, bytes}}), u"input");
        break;
    case 'x':
        fuzzing::readAll("xlsx", workbook(bytes), u"input");
        break;
    case 'e':
        fuzzing::readAll("epub", book(bytes), u"input");
        break;
    case 'r':
        fuzzing::readAll("rtf", bytes, u"input");
        break;
    case 'p':
        requirePdf();
        fuzzing::readAll("pdf", bytes, u"input");
        break;
    default:
        for (const char *reader : {"docx", "odt", "xlsx", "epub"})
            fuzzing::readAll(reader, bytes, u"input");
    }
    return 0;
}
