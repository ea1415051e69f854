// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "csvreader.h"

#include "articlecolumns.h"
#include "csvparser.h"

#include <readers/article/textaccount.h>

#include <readers/readertext.h>
#include <readers/text/decoding.h>

#include <QIODevice>

#include <algorithm>
#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 largestCsv = 2'000'000'000;
constexpr std::array<const char *, 3> csvSuffixes{"csv", "tsv", "tab"};
constexpr std::array delimiters{',', ';', '\t'};

std::optional<CsvRow> headerWith(QByteArrayView bytes, char delimiter)
{
    auto row = CsvParser(bytes, delimiter).next();
    return row && row->problem.isEmpty() ? row : std::nullopt;
}

/// The delimiter that makes most of the header: known columns first, then any.
char delimiterOfArticles(QByteArrayView bytes, const ReadOptions &options)
{
    const auto worth = [&](char delimiter) {
        const auto header = headerWith(bytes, delimiter);
        if (!header)
            return std::pair(qsizetype(-1), size_t(0));
        const ArticleColumns columns(header->cells, options.columns);
        return std::pair(columns.known(), columns.size());
    };
    return *std::ranges::max_element(delimiters, {}, worth);
}

ReadValue csvValue(const CsvRow &row, const ArticleColumns &columns)
{
    if (!row.problem.isEmpty())
        return ReadProblem{row.problem};
    if (row.cells.size() != columns.size())
        return ReadProblem{Readers::tr("The row has %1 cells, the header has %2.").arg(row.cells.size()).arg(columns.size())};
    return columns.article(row.cells);
}

Result<ReadInfo> readCsv(QIODevice &device, QStringView, const ReadOptions &options, const TakeRecord &take)
{
    auto original = readWhole(device, largestCsv);
    if (!original)
        return std::unexpected(original.error());
    const QByteArray sha256 = sha256Of(*original);
    const auto table = decodedToUtf8(std::move(*original), options.encoding);
    if (!table)
        return std::unexpected(table.error());

    CsvParser rows(table->bytes, options.delimiter ? options.delimiter : delimiterOfArticles(table->bytes, options));
    const auto header = rows.next();
    if (!header)
        return failed(Readers::tr("The table is empty."));
    if (!header->problem.isEmpty())
        return failed(header->problem);
    const ArticleColumns columns(header->cells, options.columns);
    if (!columns.hasText())
        return failed(columns.whyNoText());
    FileAccount account(take);
    qint64 characters = 0;
    while (const auto row = rows.next()) {
        for (const QString &cell : row->cells)
            characters += inkOf(cell);
        if (!account.take()({row->line, csvValue(*row, columns)}))
            break;
    }
    account.close(characters, LeftOutReason::Unread);
    return ReadInfo{table->encoding, sha256, table->guessed, characters};
}

Result<QStringList> csvColumns(QIODevice &device, const ReadOptions &options)
{
    auto original = readWhole(device, largestCsv);
    if (!original)
        return std::unexpected(original.error());
    const auto table = decodedToUtf8(std::move(*original), options.encoding);
    if (!table)
        return std::unexpected(table.error());
    const auto header
        = headerWith(table->bytes, options.delimiter ? options.delimiter : delimiterOfArticles(table->bytes, options));
    if (!header)
        return failed(Readers::tr("The table is empty."));
    return QStringList(header->cells.begin(), header->cells.end());
}

/// A header with a text column; in a file that is not called a table, with another known column beside it, because a line
/// of prose can begin "Text, …" too.
bool isCsv(const FileHead &head)
{
    const bool called = std::ranges::any_of(csvSuffixes, [&](const char *suffix) { return hasSuffix(head.fileName, suffix); });
    return std::ranges::any_of(delimiters, [&](char delimiter) {
        const auto header = headerWith(head.text, delimiter);
        if (!header || std::ranges::any_of(header->cells, [](const QString &cell) { return cell.size() > 60; }))
            return false;
        const ArticleColumns columns(header->cells);
        return columns.hasText() && (called || columns.known() >= 2);
    });
}

} // namespace

const Reader csvReader{"csv", [] { return Readers::tr("Table (CSV, TSV)"); }, csvSuffixes, isCsv, readCsv, false, csvColumns};

} // namespace galley
