// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "csvreader.h"

#include "articlefields.h"
#include "csvparser.h"
#include "decoding.h"

#include <QCoreApplication>
#include <QIODevice>

#include <algorithm>
#include <array>
#include <set>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(galley::CsvReader)
};

constexpr qint64 largest = 2'000'000'000;
constexpr std::array<const char *, 3> suffixes{"csv", "tsv", "tab"};
constexpr std::array delimiters{',', ';', '\t'};

/// What each column is: a field, or further information under its own name.
struct Columns
{
    std::vector<QString> names;
    std::vector<std::optional<ArticleField>> fields;

    bool has(ArticleField field) const { return std::ranges::contains(fields, std::optional(field)); }
};

/// Of several columns that mean the same field the one with its own name counts, else the first.
Columns columnsOf(const CsvRow &header)
{
    Columns columns;
    for (const QString &cell : header.cells)
        columns.names.push_back(cell.trimmed());
    columns.fields.resize(columns.names.size());
    std::set<ArticleField> taken;
    for (const bool ownNames : {true, false}) {
        for (size_t at = 0; at < columns.names.size(); ++at) {
            const auto field = articleFieldNamed(columns.names[at]);
            if (field && isOwnName(*field, columns.names[at].toLower()) == ownNames && taken.insert(*field).second)
                columns.fields[at] = field;
        }
    }
    return columns;
}

std::optional<CsvRow> headerWith(QByteArrayView bytes, char delimiter)
{
    auto row = CsvParser(bytes, delimiter).next();
    return row && row->problem.isEmpty() ? row : std::nullopt;
}

/// The delimiter that makes most of the header: known columns first, then any.
char foundDelimiter(QByteArrayView bytes)
{
    const auto worth = [&](char delimiter) {
        const auto header = headerWith(bytes, delimiter);
        if (!header)
            return std::pair(qsizetype(-1), size_t(0));
        const Columns columns = columnsOf(*header);
        return std::pair(qsizetype(std::ranges::count_if(columns.fields, [](const auto &field) { return field.has_value(); })),
            columns.names.size());
    };
    return *std::ranges::max_element(delimiters, {}, worth);
}

ReadValue articleOf(const CsvRow &row, const Columns &columns)
{
    ReadArticle read;
    QString id;
    for (size_t at = 0; at < columns.names.size(); ++at) {
        const QString &cell = row.cells[at];
        if (columns.fields[at] == ArticleField::Id)
            id = cell.trimmed();
        else if (columns.fields[at] == ArticleField::Text)
            read.text = cell;
        else if (columns.fields[at])
            setField(read, *columns.fields[at], cell.trimmed());
        else if (!cell.isEmpty() && !columns.names[at].isEmpty())
            read.article.fields.insert(columns.names[at], cell);
    }
    unifyLineEnds(read.text);
    if (const QString why = completed(read, id, !read.article.title.isEmpty()); !why.isEmpty())
        return ReadProblem{why};
    return read;
}

ReadValue valueOf(const CsvRow &row, const Columns &columns)
{
    if (!row.problem.isEmpty())
        return ReadProblem{row.problem};
    if (row.cells.size() != columns.names.size())
        return ReadProblem{Tr::tr("The row has %1 cells, the header has %2.").arg(row.cells.size()).arg(columns.names.size())};
    return articleOf(row, columns);
}

Result<ReadInfo> read(QIODevice &device, QStringView, const ReadOptions &options, const TakeRecord &take)
{
    auto original = readWhole(device, largest);
    if (!original)
        return std::unexpected(original.error());
    const QByteArray sha256 = sha256Of(*original);
    const auto table = decodedToUtf8(std::move(*original), options.encoding);
    if (!table)
        return std::unexpected(table.error());

    CsvParser rows(table->bytes, options.delimiter ? options.delimiter : foundDelimiter(table->bytes));
    const auto header = rows.next();
    if (!header)
        return failed(Tr::tr("The table is empty."));
    if (!header->problem.isEmpty())
        return failed(header->problem);
    const Columns columns = columnsOf(*header);
    if (!columns.has(ArticleField::Text)) {
        const QStringList names(columns.names.begin(), columns.names.end());
        return failed(Tr::tr(
            "No column holds the text of the articles; it has to be called “text”, “body” or “content”. The columns are: %1")
                          .arg(names.join(", "_L1).left(500)));
    }
    while (const auto row = rows.next()) {
        if (!take({row->line, valueOf(*row, columns)}))
            break;
    }
    return ReadInfo{table->encoding, sha256, table->guessed};
}

/// A header with a text column; in a file that is not called a table, with another known column beside it, because a line
/// of prose can begin "Text, …" too.
bool recognises(const FileHead &head)
{
    const bool called = std::ranges::any_of(suffixes, [&](const char *suffix) { return hasSuffix(head.fileName, suffix); });
    return std::ranges::any_of(delimiters, [&](char delimiter) {
        const auto header = headerWith(head.text, delimiter);
        if (!header || std::ranges::any_of(header->cells, [](const QString &cell) { return cell.size() > 60; }))
            return false;
        const Columns columns = columnsOf(*header);
        const auto known = std::ranges::count_if(columns.fields, [](const auto &field) { return field.has_value(); });
        return columns.has(ArticleField::Text) && (called || known >= 2);
    });
}

} // namespace

const Reader csvReader{"csv", [] { return Tr::tr("Table (CSV, TSV)"); }, suffixes, recognises, read};

} // namespace galley
