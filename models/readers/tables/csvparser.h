// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>
#include <vector>

namespace galley {

struct CsvRow
{
    int line = 0; ///< physical line where it begins, from 1
    std::vector<QString> cells;
    QString problem; ///< in words, where its quotes are wrong; its cells then mean nothing
};

/// Rows of a table as RFC 4180 has them, over UTF-8 bytes that must outlive it: quoted cells may hold delimiters, line ends
/// and doubled quotes; lines end with LF, CRLF or CR. A quote within an unquoted cell is a character as any other.
class CsvParser
{
public:
    CsvParser(QByteArrayView bytes, char delimiter);

    std::optional<CsvRow> next(); ///< lines without anything on them are passed over; none at the end

private:
    QString quotedCell(CsvRow &row);
    QString plainCell();
    bool endLine();
    void skipLine();

    QByteArrayView m_bytes;
    char m_delimiter;
    qsizetype m_at = 0;
    int m_line = 1;
};

} // namespace galley
