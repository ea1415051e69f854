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
#include <ranges>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 largestCsv = 2'000'000'000;
constexpr std::array<const char *, 3> csvSuffixes{"csv", "tsv", "tab"};
constexpr std::array delimiters{',', ';', '\t', '|'};

std::optional<CsvRow> headerWith(QByteArrayView bytes, char delimiter)
{
    auto row = CsvParser(bytes, delimiter).next();
    return row && row->problem.isEmpty() ? row : std::nullopt;
}

/// A header that names a text and two more fields, below lines about the table such as services write ("Report of the week").
bool isLaterHeader(const CsvRow &row, const ReadOptions &options)
{
    constexpr qsizetype longestName = 60;
    if (!row.problem.isEmpty() || std::ranges::any_of(row.cells, [](const QString &cell) { return cell.size() > longestName; }))
        return false;
    const ArticleColumns columns(row.cells, options.columns);
    return columns.hasText() && columns.known() >= 3;
}

/// The header: the first row, unless that names no text and one of the next does.
std::optional<CsvRow> headerOfArticles(CsvParser &rows, const ReadOptions &options, std::vector<CsvRow> *above = nullptr)
{
    constexpr int furthest = 30;
    auto first = rows.next();
    if (!first || !first->problem.isEmpty() || ArticleColumns(first->cells, options.columns).hasText())
        return first;
    CsvParser ahead = rows;
    std::vector<CsvRow> passed{*first};
    for (int at = 0; at < furthest; ++at) {
        auto row = ahead.next();
        if (!row)
            break;
        if (isLaterHeader(*row, options)) {
            rows = ahead;
            rows.expectWidth(row->cells.size());
            if (above)
                *above = std::move(passed);
            return row;
        }
        passed.push_back(std::move(*row));
    }
    return first;
}

/// The delimiter that makes most of the header: known columns first, then any.
char delimiterOfArticles(QByteArrayView bytes, const ReadOptions &options)
{
    const auto worth = [&](char delimiter) {
        CsvParser rows(bytes, delimiter);
        auto header = headerOfArticles(rows, options);
        if (header && !header->problem.isEmpty())
            header.reset();
        if (!header)
            return std::pair(qsizetype(-1), size_t(0));
        const ArticleColumns columns(header->cells, options.columns);
        return std::pair(columns.known(), columns.size());
    };
    return *std::ranges::max_element(delimiters, {}, worth);
}

/// Turns rows into articles, and knows afterwards which of them were shorter than the header.
class CsvRows
{
public:
    explicit CsvRows(const ArticleColumns &columns)
        : m_columns(columns)
    {
    }

    ReadValue value(CsvRow row)
    {
        if (!row.problem.isEmpty())
            return ReadProblem{row.problem};
        const size_t width = m_columns.size();
        const bool nothingBeyond = std::ranges::all_of(row.cells | std::views::drop(width), &QString::isEmpty);
        if (row.cells.size() > width && !nothingBeyond)
            return ReadProblem{Readers::tr("The row has %1 cells, the header has %2.").arg(row.cells.size()).arg(width)};
        // A header that ends with a delimiter names no column there.
        const bool shorter = row.cells.size() < width && !(row.cells.size() + 1 == width && m_columns.name(width - 1).isEmpty());
        row.cells.resize(width);
        ReadValue read = m_columns.article(row.cells, m_cells);
        if (shorter && std::holds_alternative<ReadArticle>(read))
            m_short.push_back(row.line);
        return read;
    }

    QStringList remarks() const
    {
        constexpr qsizetype mostNamed = 20;
        if (m_short.isEmpty())
            return m_cells.sentences();
        QStringList lines;
        for (const int line : m_short.first(std::min(m_short.size(), mostNamed)))
            lines += QString::number(line);
        if (m_short.size() > mostNamed)
            lines += u"…"_s;
        return QStringList{Readers::tr("%n rows are shorter than the header; their last columns hold nothing: lines %1", nullptr, int(m_short.size()))
                    .arg(lines.join(", "_L1))} + m_cells.sentences();
    }

private:
    const ArticleColumns &m_columns;
    QList<int> m_short;
    CellRemarks m_cells;
};

Result<ReadInfo> readCsv(QIODevice &device, QStringView, const ReadOptions &options, const TakeRecord &take)
{
    auto original = readWhole(device, largestCsv);
    if (!original)
        return std::unexpected(original.error());
    const QByteArray sha256 = sha256Of(*original);
    const auto table = decodedToUtf8(std::move(*original), options.encoding);
    if (!table)
        return std::unexpected(table.error());

    const char delimiter = options.delimiter ? options.delimiter : delimiterOfArticles(table->bytes, options);
    const CsvEscapes escapes = escapesIn(table->bytes, delimiter);
    CsvParser rows(table->bytes, delimiter, escapes);
    std::vector<CsvRow> above;
    const auto header = headerOfArticles(rows, options, &above);
    if (!header)
        return failed(Readers::tr("The table is empty."));
    if (!header->problem.isEmpty())
        return failed(header->problem);
    const ArticleColumns columns(header->cells, options.columns);
    if (!columns.hasText())
        return failed(columns.whyNoText());
    FileAccount account(take);
    qint64 characters = 0;
    CsvRows articles(columns);
    for (const CsvRow &row : above) {
        const QString text = QStringList(row.cells.begin(), row.cells.end()).join(u' ');
        characters += inkOf(text);
        if (!account.leave(row.line, text, LeftOutReason::Part))
            return ReadInfo{table->encoding, sha256, table->guessed, table->remarks};
    }
    while (auto row = rows.next()) {
        const int line = row->line;
        // A row that cannot be taken is told as it is written, with its quotes.
        QString written = row->problem.isEmpty() ? QString() : fromValidUtf8(rows.written());
        for (const QString &cell : row->cells)
            characters += row->problem.isEmpty() ? inkOf(cell) : 0;
        characters += inkOf(written);
        const std::vector<QString> cells = row->cells;
        ReadValue value = articles.value(std::move(*row));
        const bool lost = std::holds_alternative<ReadProblem>(value);
        if (!account.take()({line, std::move(value)}))
            break;
        if (lost && !account.leave(line, written.isEmpty() ? QStringList(cells.begin(), cells.end()).join(u' ') : written, LeftOutReason::Unread))
            break;
    }
    account.close(characters, LeftOutReason::Unread);
    QStringList remarks = table->remarks + articles.remarks();
    if (escapes == CsvEscapes::Backslashes)
        remarks += Readers::tr("It writes quotes and line ends behind backslashes, and “\\N” where there is no value, as databases do; it was read so.");
    return ReadInfo{table->encoding, sha256, table->guessed, remarks, characters};
}

Result<QStringList> csvColumns(QIODevice &device, const ReadOptions &options)
{
    auto original = readWhole(device, largestCsv);
    if (!original)
        return std::unexpected(original.error());
    const auto table = decodedToUtf8(std::move(*original), options.encoding);
    if (!table)
        return std::unexpected(table.error());
    const char delimiter = options.delimiter ? options.delimiter : delimiterOfArticles(table->bytes, options);
    CsvParser rows(table->bytes, delimiter, escapesIn(table->bytes, delimiter));
    const auto header = headerOfArticles(rows, options);
    if (!header || !header->problem.isEmpty())
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
