// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csvparser.h"

#include <QByteArray>
#include <QString>

#include <expected>

namespace galley {

/// What is wrong with a table, and on which line.
struct TableError
{
    QString reason;
    int line = 0; ///< 0: none in particular
};

template <typename T = void> using TableResult = std::expected<T, TableError>;

/// The rows of a delimited file one after the other, each as wide as the first: of shorter ones the last cells are empty. An
/// encoding as decodedToUtf8 finds it, and the delimiter (comma, semicolon, tab, vertical line) that the first row has most of,
/// where none is stated.
class TableRows
{
public:
    static TableResult<TableRows> of(QByteArray bytes, char delimiter = 0);

    /// The next row; none at the end; an error for wrong quotes or more cells than the first row has.
    TableResult<std::optional<CsvRow>> next();

    int shortRows() const { return m_short; } ///< so far

private:
    TableRows(QByteArray utf8, char delimiter);

    QByteArray m_bytes;
    CsvParser m_parser;
    size_t m_width = 0;
    int m_short = 0;
};

} // namespace galley
