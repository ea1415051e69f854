// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace galley::testing {

/// Text on a page of 600 by 800 points, in Latin-1, from the top left.
struct PrintedText
{
    double x = 0, y = 0;
    QByteArray text;
    double size = 10;
};

/// A PDF in Helvetica; `trailer` goes into its last dictionary, `info` into what it says about itself.
inline QByteArray printed(const std::vector<std::vector<PrintedText>> &pages, const QByteArray &info = {},
                          const QByteArray &trailer = {})
{
    std::vector<QByteArray> objects{"<</Type/Catalog/Pages 2 0 R>>",
                                    {},
                                    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
                                    "<<" + info + ">>"};
    QByteArray kids;
    for (const auto &page : pages) {
        QByteArray stream;
        for (const PrintedText &text : page) {
            QByteArray escaped = text.text;
            escaped.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
            stream += "BT /F1 " + QByteArray::number(text.size) + " Tf " + QByteArray::number(text.x) + ' '
                + QByteArray::number(800 - text.y) + " Td (" + escaped + ") Tj ET\n";
        }
        objects.push_back("<</Length " + QByteArray::number(stream.size()) + ">>stream\n" + stream + "endstream");
        const QByteArray content = QByteArray::number(qsizetype(objects.size()));
        objects.push_back("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 3 0 R>>>>/Contents " + content
                          + " 0 R>>");
        kids += QByteArray::number(qsizetype(objects.size())) + " 0 R ";
    }
    objects[1] = "<</Type/Pages/Kids[" + kids + "]/Count " + QByteArray::number(qsizetype(pages.size())) + ">>";
    QByteArray pdf = "%PDF-1.4\n";
    QByteArray table;
    for (size_t at = 0; at < objects.size(); ++at) {
        table += QByteArray::number(pdf.size()).rightJustified(10, '0') + " 00000 n \n";
        pdf += QByteArray::number(qsizetype(at) + 1) + " 0 obj\n" + objects[at] + "\nendobj\n";
    }
    const QByteArray count = QByteArray::number(qsizetype(objects.size()) + 1);
    return pdf + "xref\n0 " + count + "\n0000000000 65535 f \n" + table + "trailer\n<</Root 1 0 R/Info 4 0 R/Size " + count
        + trailer + ">>\nstartxref\n" + QByteArray::number(pdf.size()) + "\n%%EOF\n";
}

} // namespace galley::testing
