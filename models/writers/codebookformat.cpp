// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codebookformat.h"

#include "codebookqdc.h"
#include "codebooktable.h"
#include "codebookwriter.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

QString codebookText(const char *text)
{
    return QCoreApplication::translate("CodebookFormat", text);
}

QStringList nothingLost(const Codebook &)
{
    return {};
}

} // namespace

std::span<const CodebookFormat> codebookFormats()
{
    static const std::array formats{
        CodebookFormat{{u"yaml"_s, u"yml"_s}, [] { return codebookText("Codebook file (YAML)"); }, false, [](const Codebook &codebook, const RulingsByCode &) { return codebookToYaml(codebook); }, nothingLost},
        CodebookFormat{{u"qdc"_s}, [] { return codebookText("REFI-QDA codebook (QDC)"); }, false, [](const Codebook &codebook, const RulingsByCode &) { return codebookToQdc(codebook); }, lostInQdc},
        CodebookFormat{{u"csv"_s}, [] { return codebookText("Table (CSV)"); }, false, [](const Codebook &codebook, const RulingsByCode &) { return codebookToCsv(codebook); }, lostInTable},
        CodebookFormat{{u"html"_s, u"htm"_s}, [] { return codebookText("Page to print (HTML)"); }, true, codebookToHtml, nothingLost},
    };
    return formats;
}

Result<const CodebookFormat *> codebookFormatFor(const QString &fileName)
{
    const QString ending = QFileInfo(fileName).suffix().toLower();
    const auto formats = codebookFormats();
    const auto format = ending.isEmpty() ? formats.begin() : std::ranges::find_if(formats, [&](const CodebookFormat &known) { return known.suffixes.contains(ending); });
    if (format != formats.end())
        return &*format;
    if (ending == "xlsx"_L1)
        return failed(codebookText("Codebooks are not written as XLSX, only read from it. Write a .csv, which spreadsheets open."));
    QStringList known;
    for (const CodebookFormat &one : formats)
        known += u'.' + one.suffixes.front();
    return failed(codebookText("A codebook is written as %1; “%2” ends with none of them.").arg(known.join(u", "_s), QFileInfo(fileName).fileName()));
}

Result<QByteArray> writtenCodebook(const CodebookFormat &format, const Codebook &codebook, const RulingsByCode &rulings)
{
    if (codebook.layers().empty() && &format != codebookFormats().data())
        return failed(codebookText("The codebook is empty: there is nothing to write."));
    return format.write(codebook, rulings);
}

} // namespace galley
