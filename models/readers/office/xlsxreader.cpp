// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "xlsxreader.h"

#include "workbook.h"

#include <readers/articlecolumns.h>
#include <readers/decoding.h>

#include <QCoreApplication>
#include <QIODevice>

#include <algorithm>
#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(galley::XlsxReader)
};

constexpr qint64 largest = 512'000'000;
constexpr std::array<const char *, 4> suffixes{"xlsx", "xlsm", "xltx", "xltm"};
constexpr size_t mostRowsAbove = 20; // titles and remarks above the header of a table

std::vector<QString> cellsOf(const SheetRow &row, size_t width)
{
    std::vector<QString> cells(width);
    for (const auto &[column, text] : row.cells) {
        if (size_t(column) < width)
            cells[size_t(column)] = text;
    }
    return cells;
}

ArticleColumns columnsOf(const SheetRow &row)
{
    return ArticleColumns(cellsOf(row, size_t(row.cells.back().first) + 1));
}

/// The row that names the columns: the first one, or one soon below with the text's and another known name.
std::optional<size_t> headerIn(const std::vector<SheetRow> &rows)
{
    for (size_t at = 0; at < std::min(rows.size(), mostRowsAbove); ++at) {
        const ArticleColumns columns = columnsOf(rows[at]);
        if (columns.hasText() && (at == 0 || columns.known() >= 2))
            return at;
    }
    return std::nullopt;
}

void takeRows(const std::vector<SheetRow> &rows, size_t header, const TakeRecord &take)
{
    const ArticleColumns columns = columnsOf(rows[header]);
    for (size_t at = header + 1; at < rows.size(); ++at) {
        if (!take({rows[at].number, columns.article(cellsOf(rows[at], columns.size()))}))
            return;
    }
}

Result<ReadInfo> read(QIODevice &device, QStringView, const ReadOptions &, const TakeRecord &take)
{
    auto bytes = readWhole(device, largest);
    if (!bytes)
        return std::unexpected(bytes.error());
    const ReadInfo info{u"UTF-8"_s, sha256Of(*bytes)};
    const auto book = Workbook::open(std::move(*bytes));
    if (!book)
        return std::unexpected(book.error());
    QString why;
    for (int sheet = 0; sheet < book->sheets(); ++sheet) {
        const auto rows = book->rows(sheet);
        if (!rows)
            return std::unexpected(rows.error());
        if (const auto header = headerIn(*rows)) {
            takeRows(*rows, *header, take);
            return info;
        }
        if (why.isEmpty() && !rows->empty())
            why = columnsOf(rows->front()).whyNoText();
    }
    return failed(why.isEmpty() ? Tr::tr("The table is empty.") : why);
}

bool recognises(const FileHead &head)
{
    return isOpcPackage(head, "xl/"_L1, suffixes);
}

} // namespace

const Reader xlsxReader{"xlsx", [] { return Tr::tr("Spreadsheet (XLSX)"); }, suffixes, recognises, read, true};

} // namespace galley
