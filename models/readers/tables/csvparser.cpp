// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "csvparser.h"

#include <readers/readertext.h>
#include <readers/text/decoding.h>

namespace galley {

namespace {

int lineEnds(QByteArrayView bytes)
{
    int count = 0;
    for (qsizetype at = 0; at < bytes.size(); ++at)
        count += bytes[at] == '\n' || (bytes[at] == '\r' && !(at + 1 < bytes.size() && bytes[at + 1] == '\n'));
    return count;
}

} // namespace

CsvParser::CsvParser(QByteArrayView bytes, char delimiter)
    : m_bytes(bytes)
    , m_delimiter(delimiter)
{
}

std::optional<CsvRow> CsvParser::next()
{
    while (m_at < m_bytes.size() && endLine()) { }
    if (m_at >= m_bytes.size())
        return std::nullopt;
    CsvRow row{m_line, {}, {}};
    while (true) {
        const bool quoted = m_at < m_bytes.size() && m_bytes[m_at] == '"';
        row.cells.push_back(quoted ? quotedCell(row) : plainCell());
        if (!row.problem.isEmpty())
            skipLine();
        if (m_at >= m_bytes.size() || endLine())
            return row;
        ++m_at; // the delimiter
    }
}

QString CsvParser::quotedCell(CsvRow &row)
{
    QByteArray cell;
    const qsizetype begin = ++m_at;
    const int line = m_line;
    while (true) {
        const qsizetype quote = m_bytes.indexOf('"', m_at);
        if (quote < 0) {
            row.problem = Readers::tr("The quoted cell that begins in line %1 never ends.").arg(line);
            m_at = m_bytes.size();
            return {};
        }
        const bool doubled = quote + 1 < m_bytes.size() && m_bytes[quote + 1] == '"';
        cell += m_bytes.sliced(m_at, quote - m_at + doubled);
        m_at = quote + 1 + doubled;
        if (!doubled)
            break;
    }
    m_line += lineEnds(m_bytes.sliced(begin, m_at - begin));
    if (m_at < m_bytes.size() && m_bytes[m_at] != m_delimiter && m_bytes[m_at] != '\n' && m_bytes[m_at] != '\r')
        row.problem = Readers::tr("Something follows the closing quote of cell %1; a quote within a quoted cell is written twice.")
                          .arg(row.cells.size() + 1);
    return fromValidUtf8(cell);
}

QString CsvParser::plainCell()
{
    const qsizetype begin = m_at;
    while (m_at < m_bytes.size() && m_bytes[m_at] != m_delimiter && m_bytes[m_at] != '\n' && m_bytes[m_at] != '\r')
        ++m_at;
    return fromValidUtf8(m_bytes.sliced(begin, m_at - begin));
}

/// Steps over one line end, if one is here.
bool CsvParser::endLine()
{
    if (m_bytes[m_at] != '\n' && m_bytes[m_at] != '\r')
        return false;
    m_at += m_bytes[m_at] == '\r' && m_at + 1 < m_bytes.size() && m_bytes[m_at + 1] == '\n' ? 2 : 1;
    ++m_line;
    return true;
}

void CsvParser::skipLine()
{
    while (m_at < m_bytes.size() && m_bytes[m_at] != '\n' && m_bytes[m_at] != '\r')
        ++m_at;
}

} // namespace galley
