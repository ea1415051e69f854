// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tablerows.h"

#include <readers/readertext.h>
#include <readers/text/decoding.h>

#include <algorithm>
#include <array>

namespace galley {

namespace {

char foundDelimiter(QByteArrayView bytes)
{
    constexpr std::array delimiters{',', ';', '\t', '|'};
    return *std::ranges::max_element(delimiters, {}, [&](char delimiter) {
        const auto row = CsvParser(bytes, delimiter).next();
        return row ? row->cells.size() : 0;
    });
}

} // namespace

TableRows::TableRows(QByteArray utf8, char delimiter)
    : m_bytes(std::move(utf8))
    , m_parser(m_bytes, delimiter)
{
}

TableResult<TableRows> TableRows::of(QByteArray bytes, char delimiter)
{
    auto decoded = decodedToUtf8(std::move(bytes));
    if (!decoded)
        return std::unexpected(TableError{decoded.error().message});
    if (!delimiter)
        delimiter = foundDelimiter(decoded->bytes);
    return TableRows(std::move(decoded->bytes), delimiter);
}

TableResult<std::optional<CsvRow>> TableRows::next()
{
    auto row = m_parser.next();
    if (!row)
        return row;
    if (!row->problem.isEmpty())
        return std::unexpected(TableError{row->problem, row->line});
    if (m_width == 0) {
        while (row->cells.size() > 1 && row->cells.back().trimmed().isEmpty()) // it ends with a delimiter
            row->cells.pop_back();
        m_width = row->cells.size();
    }
    while (row->cells.size() > m_width && row->cells.back().isEmpty())
        row->cells.pop_back();
    if (row->cells.size() < m_width) {
        row->cells.resize(m_width);
        ++m_short;
    }
    if (row->cells.size() != m_width)
        return std::unexpected(
            TableError{Readers::tr("The row has %1 cells, the first row has %2.").arg(row->cells.size()).arg(m_width), row->line});
    return row;
}

} // namespace galley
