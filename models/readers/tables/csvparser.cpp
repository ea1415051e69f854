// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "csvparser.h"

#include <readers/readertext.h>
#include <readers/text/decoding.h>

#include <algorithm>
#include <tuple>

namespace galley {

namespace {

int lineEnds(QByteArrayView bytes)
{
    int count = 0;
    for (qsizetype at = 0; at < bytes.size(); ++at)
        count += bytes[at] == '\n' || (bytes[at] == '\r' && !(at + 1 < bytes.size() && bytes[at + 1] == '\n'));
    return count;
}

/// Of a line "sep=;" that the table begins with.
std::optional<char> statedDelimiter(QByteArrayView bytes)
{
    const bool quoted = bytes.startsWith('"');
    const QByteArrayView line = bytes.sliced(quoted).first(std::min<qsizetype>(bytes.size() - quoted, 7));
    if (line.size() < 5 || line.first(4).compare("sep=", Qt::CaseInsensitive) != 0)
        return std::nullopt;
    const QByteArrayView rest = line.sliced(5);
    const bool ends = rest.isEmpty() || rest.startsWith('\n') || rest.startsWith('\r') || (quoted && rest.startsWith('"'));
    return ends && line[4] != '\n' && line[4] != '\r' ? std::optional(line[4]) : std::nullopt;
}

/// What stands behind a backslash.
char escaped(char c)
{
    switch (c) {
    case 'n':
        return '\n';
    case 't':
        return '\t';
    case 'r':
        return '\r';
    default:
        return c;
    }
}

QByteArray withoutBackslashes(QByteArrayView cell)
{
    QByteArray plain;
    for (qsizetype at = 0; at < cell.size(); ++at)
        plain += cell[at] == '\\' && at + 1 < cell.size() ? escaped(cell[++at]) : cell[at];
    return plain;
}

/// Where a quoted cell that begins there has its next quote: with backslashes, one that stands behind none.
qsizetype nextQuote(QByteArrayView bytes, qsizetype from, CsvEscapes escapes)
{
    if (escapes == CsvEscapes::Quotes)
        return bytes.indexOf('"', from);
    for (qsizetype at = from; at < bytes.size(); ++at) {
        if (bytes[at] == '"')
            return at;
        at += bytes[at] == '\\';
    }
    return -1;
}

/// Rows that are not as wide as the first or whose quotes are wrong, among the first ones; and cells that are only "\N".
std::pair<int, int> misfits(QByteArrayView bytes, char delimiter, CsvEscapes escapes)
{
    constexpr int enough = 5'000;
    CsvParser rows(bytes, delimiter, escapes);
    size_t width = 0;
    std::pair<int, int> found;
    for (int at = 0; at < enough; ++at) {
        const auto row = rows.next();
        if (!row)
            break;
        width = at == 0 ? row->cells.size() : width;
        found.first += !row->problem.isEmpty() || row->cells.size() != width;
        found.second += int(std::ranges::count(row->cells, QStringLiteral("\\N")));
    }
    return found;
}

} // namespace

CsvEscapes escapesIn(QByteArrayView bytes, char delimiter)
{
    if (!bytes.contains('\\'))
        return CsvEscapes::Quotes;
    const auto [bad, nulls] = misfits(bytes, delimiter, CsvEscapes::Quotes);
    if (bad == 0 && nulls == 0)
        return CsvEscapes::Quotes;
    const int badWith = misfits(bytes, delimiter, CsvEscapes::Backslashes).first;
    return badWith < bad || (badWith == bad && nulls > 0) ? CsvEscapes::Backslashes : CsvEscapes::Quotes;
}

Result<char> delimiterNamed(std::string_view name)
{
    if (name.empty())
        return '\0';
    if (name == "tab" || name == "\\t")
        return '\t';
    const bool fits = name.size() == 1 && uchar(name[0]) < 0x80 && name[0] != '"' && name[0] != '\n' && name[0] != '\r';
    return fits ? Result<char>(name[0])
                : failed(Readers::tr("“%1” is no delimiter: it takes one character, or “tab”.").arg(QString::fromUtf8(name.data(), qsizetype(name.size()))));
}

CsvParser::CsvParser(QByteArrayView bytes, char delimiter, CsvEscapes escapes)
    : m_bytes(bytes)
    , m_delimiter(delimiter)
    , m_escapes(escapes)
{
    if (const auto stated = statedDelimiter(bytes)) {
        m_delimiter = *stated;
        skipLine();
    }
}

std::optional<CsvRow> CsvParser::next()
{
    while (m_at < m_bytes.size() && endLine()) { }
    if (m_at >= m_bytes.size())
        return std::nullopt;
    m_begin = m_at;
    m_unended = false;
    CsvRow read = row();
    if (!read.problem.isEmpty())
        resume(read, m_begin);
    else if (m_width == 0)
        m_width = read.cells.size();
    return read;
}

/// After a row whose quotes are wrong: goes on behind its first line, where a whole row follows there or nothing else is left,
/// else behind the line on which it went wrong.
void CsvParser::resume(const CsvRow &broken, qsizetype begin)
{
    const std::pair behind(m_at, m_line);
    if (broken.line == m_line && !m_unended)
        return;
    m_at = begin;
    m_line = broken.line;
    skipLine();
    if (m_unended || m_at >= m_bytes.size())
        return;
    const std::pair afterFirst(m_at, m_line);
    endLine();
    const CsvRow following = row();
    const bool whole = following.problem.isEmpty() && m_width > 0 && following.cells.size() == m_width;
    std::tie(m_at, m_line) = whole ? afterFirst : behind;
}

CsvRow CsvParser::row()
{
    CsvRow row{m_line, {}};
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
        const qsizetype quote = nextQuote(m_bytes, m_at, m_escapes);
        if (quote < 0) {
            row.problem = Readers::tr("The quoted cell that begins in line %1 never ends.").arg(line);
            m_at = m_bytes.size();
            m_unended = true;
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
    return fromValidUtf8(m_escapes == CsvEscapes::Quotes ? cell : withoutBackslashes(cell));
}

qsizetype CsvParser::cellEnd(qsizetype from) const
{
    while (from < m_bytes.size() && m_bytes[from] != m_delimiter && m_bytes[from] != '\n' && m_bytes[from] != '\r')
        from += m_escapes == CsvEscapes::Backslashes && m_bytes[from] == '\\' ? 2 : 1;
    return std::min(from, m_bytes.size());
}

QString CsvParser::plainCell()
{
    const QByteArrayView cell = m_bytes.sliced(m_at).first(cellEnd(m_at) - m_at);
    m_at += cell.size();
    if (m_escapes == CsvEscapes::Quotes)
        return fromValidUtf8(cell);
    m_line += lineEnds(cell);
    return cell == "\\N" ? QString() : fromValidUtf8(withoutBackslashes(cell));
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
