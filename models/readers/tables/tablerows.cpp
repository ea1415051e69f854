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
    constexpr std::array delimiters{',', ';', '\t'};
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

TableResult<TableRows> TableRows::of(QByteArray bytes)
{
    auto decoded = decodedToUtf8(std::move(bytes));
    if (!decoded)
        return std::unexpected(TableError{decoded.error().message});
    const char delimiter = foundDelimiter(decoded->bytes);
    return TableRows(std::move(decoded->bytes), delimiter);
}

TableResult<std::optional<CsvRow>> TableRows::next()
{
    auto row = m_parser.next();
    if (!row)
        return row;
    if (!row->problem.isEmpty())
        return std::unexpected(TableError{row->problem, row->line});
    if (m_width == 0)
        m_width = row->cells.size();
    if (row->cells.size() != m_width)
        return std::unexpected(
            TableError{Readers::tr("The row has %1 cells, the first row has %2.").arg(row->cells.size()).arg(m_width), row->line});
    return row;
}

} // namespace galley
