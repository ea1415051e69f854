// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codebookfiles.h"

#include <readers/codebook/codebookfile.h>
#include <readers/codebook/codebookqdc.h>
#include <readers/codebook/codebooktable.h>
#include <readers/office/workbook.h>
#include <readers/readertext.h>

#include <QFileInfo>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

std::vector<CodebookRow> rowsOf(const std::vector<SheetRow> &sheet)
{
    size_t width = 0;
    for (const SheetRow &row : sheet)
        width = std::max(width, row.cells.empty() ? 0 : size_t(row.cells.back().first) + 1);
    width = std::min(width, size_t(200)); // a cell far out is no column of a codebook
    std::vector<CodebookRow> rows;
    for (const SheetRow &row : sheet) {
        CodebookRow cells{row.number, std::vector<QString>(width)};
        for (const auto &[column, text] : row.cells) {
            if (size_t(column) < width)
                cells.cells[size_t(column)] = text;
        }
        rows.push_back(std::move(cells));
    }
    return rows;
}

Result<IncomingCodebook> codebookFromXlsx(const QByteArray &bytes, const CodebookSource &source)
{
    if (bytes.size() > largestCodebook)
        return refusedCodebook({tooLargeForCodebook()}, source.file);
    const auto book = Workbook::open(bytes);
    if (!book)
        return refusedCodebook({{1, book.error().message}}, source.file);
    std::vector<CodebookRow> first;
    for (int sheet = 0; sheet < book->sheets(); ++sheet) {
        const auto cells = book->rows(sheet);
        if (!cells)
            return refusedCodebook({{1, cells.error().message}}, source.file);
        if (cells->size() > size_t(mostCodes) + 20)
            return refusedCodebook({tooManyCodes(1)}, source.file);
        const std::vector<CodebookRow> rows = rowsOf(*cells);
        if (!CodebookColumns::in(rows)) {
            first = first.empty() ? rows : first;
            continue;
        }
        auto read = codebookFromRows(rows, source);
        if (read && book->sheets() > 1)
            read->remarks += Readers::tr("Only the sheet “%1” is read.").arg(book->name(sheet));
        return read;
    }
    return codebookFromRows(first, source);
}

} // namespace

Result<IncomingCodebook> codebookFromFile(const QByteArray &bytes, const QString &fileName, const QString &name)
{
    const QString base = QFileInfo(fileName).completeBaseName().simplified().left(200);
    const CodebookSource source{fileName, !name.isEmpty() ? name : !base.isEmpty() ? base : Readers::tr("Codebook")};
    const QString ending = QFileInfo(fileName).suffix().toLower();
    if (ending == "qdc"_L1 || ending == "qde"_L1)
        return codebookFromQdc(bytes, source);
    if (ending == "csv"_L1 || ending == "tsv"_L1)
        return codebookFromCsv(bytes, source);
    if (ending == "xlsx"_L1)
        return codebookFromXlsx(bytes, source);
    return codebookFromYaml(bytes, fileName).transform([](const Codebook &codebook) { return IncomingCodebook{codebook}; });
}

QStringList codebookPatterns()
{
    return {u"*.yaml"_s, u"*.yml"_s, u"*.qdc"_s, u"*.qde"_s, u"*.csv"_s, u"*.tsv"_s, u"*.xlsx"_s};
}

} // namespace galley
