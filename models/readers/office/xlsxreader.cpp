// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "xlsxreader.h"

#include "workbook.h"

#include <readers/article/textaccount.h>
#include <readers/readertext.h>
#include <readers/tables/articlecolumns.h>
#include <readers/text/decoding.h>

#include <QIODevice>

#include <algorithm>
#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 largestXlsx = 512'000'000;
constexpr std::array<const char *, 4> xlsxSuffixes{"xlsx", "xlsm", "xltx", "xltm"};
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

std::vector<QString> namesIn(const SheetRow &row)
{
    return cellsOf(row, size_t(row.cells.back().first) + 1);
}

/// The row that names the columns: the first one, or one soon below with the text's and another known name.
std::optional<size_t> headerIn(const std::vector<SheetRow> &rows, const ReadOptions &options)
{
    for (size_t at = 0; at < std::min(rows.size(), mostRowsAbove); ++at) {
        const ArticleColumns columns(namesIn(rows[at]), options.columns);
        if (columns.hasText() && (at == 0 || columns.known() >= 2))
            return at;
    }
    return std::nullopt;
}

qint64 inkOfRow(const SheetRow &row)
{
    qint64 ink = 0;
    for (const auto &[column, text] : row.cells)
        ink += galley::inkOf(text);
    return ink;
}

QString textOf(const SheetRow &row, int firstColumn = 0)
{
    QStringList cells;
    for (const auto &[column, text] : row.cells) {
        if (column >= firstColumn)
            cells += text;
    }
    return cells.join(u' ');
}

/// `sheet`: the sheet's name, where there are several, which often says what the articles have in common. False asks to stop.
bool takeRows(const std::vector<SheetRow> &rows, size_t header, const ReadOptions &options, const QString &sheet, FileAccount &account, CellRemarks &remarks)
{
    const ArticleColumns columns(namesIn(rows[header]), options.columns);
    for (size_t above = 0; above < header; ++above) {
        if (!account.leave(rows[above].number, textOf(rows[above]), LeftOutReason::Part))
            return false;
    }
    for (size_t at = header + 1; at < rows.size(); ++at) {
        ReadValue value = columns.article(cellsOf(rows[at], columns.size()), remarks);
        if (auto *read = std::get_if<ReadArticle>(&value); read && !sheet.isEmpty() && !read->article.fields.contains(u"sheet"_s))
            read->article.fields.insert(u"sheet"_s, sheet);
        const bool lost = std::holds_alternative<ReadProblem>(value);
        if (!account.take()({rows[at].number, std::move(value)}))
            return false;
        // Beside the columns that have a name, or in a row that holds no article.
        const QString beside = textOf(rows[at], lost ? 0 : int(columns.size()));
        if (!account.leave(rows[at].number, beside, lost ? LeftOutReason::Unread : LeftOutReason::Metadata))
            return false;
    }
    return true;
}

Result<ReadInfo> readXlsx(QIODevice &device, QStringView, const ReadOptions &options, const TakeRecord &take)
{
    auto bytes = readWhole(device, largestXlsx);
    if (!bytes)
        return std::unexpected(bytes.error());
    ReadInfo info{u"UTF-8"_s, sha256Of(*bytes)};
    const auto book = Workbook::open(std::move(*bytes));
    if (!book)
        return std::unexpected(book.error());
    QString why;
    int tables = 0;
    bool more = true;
    qint64 characters = 0;
    FileAccount account(take);
    CellRemarks remarks;
    for (int sheet = 0; sheet < book->sheets() && more; ++sheet) {
        const auto rows = book->rows(sheet);
        if (!rows)
            return std::unexpected(rows.error());
        const auto header = headerIn(*rows, options);
        for (size_t at = 0; at < rows->size(); ++at)
            characters += at == header ? 0 : inkOfRow((*rows)[at]);
        if (header) {
            ++tables;
            more = takeRows(*rows, *header, options, book->sheets() > 1 ? book->name(sheet) : QString(), account, remarks);
        } else if (!rows->empty()) {
            for (const SheetRow &row : *rows)
                more = more && account.leave(row.number, textOf(row), LeftOutReason::Part);
            if (why.isEmpty())
                why = ArticleColumns(namesIn(rows->front()), options.columns).whyNoText();
            info.remarks += Readers::tr("The sheet “%1” with %n rows was left out: no column of it holds the text of articles.", nullptr,
                int(rows->size())).arg(book->name(sheet));
        }
    }
    if (tables == 0)
        return failed(why.isEmpty() ? Readers::tr("The table is empty.") : why);
    info.characters = characters;
    info.remarks += remarks.sentences();
    if (more)
        account.close(characters, LeftOutReason::Unread);
    return info;
}

/// Of the first sheet with a table of articles, else of the first row with more than one cell.
Result<QStringList> xlsxColumns(QIODevice &device, const ReadOptions &options)
{
    auto bytes = readWhole(device, largestXlsx);
    const auto book = bytes ? Workbook::open(std::move(*bytes)) : std::unexpected(bytes.error());
    if (!book)
        return std::unexpected(book.error());
    std::optional<std::vector<QString>> names;
    for (int sheet = 0; sheet < book->sheets(); ++sheet) {
        const auto rows = book->rows(sheet);
        if (!rows)
            return std::unexpected(rows.error());
        const auto header = headerIn(*rows, options);
        const auto first = std::ranges::find_if(*rows, [](const SheetRow &row) { return row.cells.size() > 1; });
        if (header || (!names && first != rows->end()))
            names = namesIn(header ? (*rows)[*header] : *first);
        if (header)
            break;
    }
    if (!names)
        return failed(Readers::tr("The table is empty."));
    return QStringList(names->begin(), names->end());
}

bool isXlsx(const FileHead &head)
{
    return isOpcPackage(head, "xl/"_L1, xlsxSuffixes);
}

} // namespace

const Reader xlsxReader{"xlsx", [] { return Readers::tr("Spreadsheet (XLSX)"); }, xlsxSuffixes,
    isXlsx, readXlsx, true, xlsxColumns};

} // namespace galley
