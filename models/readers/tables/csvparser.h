// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <domain/error.h>

#include <optional>
#include <string_view>
#include <vector>

namespace galley {

struct CsvRow
{
    int line = 0; ///< physical line where it begins, from 1
    std::vector<QString> cells;
    QString problem = {}; ///< in words, where its quotes are wrong; its cells then mean nothing
};

/// How a quote, a delimiter or a line end is written within a cell: by quotes alone (RFC 4180), or as databases do, behind a
/// backslash, where "\N" is a cell without a value and "\n", "\t" are line end and tab.
enum class CsvEscapes { Quotes, Backslashes };

/// Backslashes where the table holds some and more of its rows are whole if they count.
CsvEscapes escapesIn(QByteArrayView bytes, char delimiter);

/// "tab", "\\t" or one ASCII character but a quote; 0 for an empty name, which asks to find it out.
Result<char> delimiterNamed(std::string_view name);

/// Rows of a table as RFC 4180 has them, over UTF-8 bytes that must outlive it: quoted cells may hold delimiters, line ends
/// and doubled quotes; lines end with LF, CRLF or CR. A quote within an unquoted cell is a character as any other. A first line
/// "sep=;" is a word to Excel and no row: its delimiter counts. A row with wrong quotes ends with its line where a row as wide as
/// the first follows there, so that one stray quote does not take the rest of the table along.
class CsvParser
{
public:
    CsvParser(QByteArrayView bytes, char delimiter, CsvEscapes escapes = CsvEscapes::Quotes);

    std::optional<CsvRow> next(); ///< lines without anything on them are passed over; none at the end
    void expectWidth(size_t width) { m_width = width; } ///< where the first row was not the header
    QByteArrayView written() const { return m_bytes.sliced(m_begin, m_at - m_begin); } ///< the last row as it stands there

private:
    CsvRow row();
    void resume(const CsvRow &broken, qsizetype begin);
    QString quotedCell(CsvRow &row);
    QString plainCell();
    qsizetype cellEnd(qsizetype from) const;
    bool endLine();
    void skipLine();

    QByteArrayView m_bytes;
    char m_delimiter;
    CsvEscapes m_escapes;
    qsizetype m_at = 0;
    qsizetype m_begin = 0; ///< of the last row
    int m_line = 1;
    size_t m_width = 0; ///< of the first row
    bool m_unended = false; ///< the last quoted cell
};

} // namespace galley
