// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonvalues.h"

namespace galley {

JsonValues::JsonValues(QByteArrayView utf8)
    : m_bytes(utf8)
{
    skipBlanks();
    m_array = m_at < m_bytes.size() && m_bytes[m_at] == '[';
    m_cutOff = m_array;
    if (m_array)
        ++m_at;
}

std::optional<JsonSlice> JsonValues::next()
{
    skipBlanks();
    while (m_at < m_bytes.size() && m_bytes[m_at] == ',') {
        ++m_at;
        skipBlanks();
    }
    if (m_at >= m_bytes.size())
        return std::nullopt;
    if (m_array && m_bytes[m_at] == ']') {
        m_cutOff = false;
        return std::nullopt;
    }
    const qsizetype begin = m_at;
    const int line = m_line;
    skipValue();
    return JsonSlice{m_bytes.sliced(begin, m_at - begin), line};
}

void JsonValues::step()
{
    m_line += m_bytes[m_at] == '\n';
    ++m_at;
}

void JsonValues::skipBlanks()
{
    while (m_at < m_bytes.size() && QByteArrayView(" \t\r\n").contains(m_bytes[m_at]))
        step();
}

void JsonValues::skipValue()
{
    int depth = 0;
    bool quoted = false;
    for (; m_at < m_bytes.size(); step()) {
        const char c = m_bytes[m_at];
        if (quoted) {
            if (c == '\\' && m_at + 1 < m_bytes.size())
                ++m_at;
            quoted = c != '"';
        } else if (c == '"') {
            quoted = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            if (--depth < 0)
                return; // the end of the array around it
            if (depth == 0) {
                step();
                return;
            }
        } else if (depth == 0 && (c == ',' || c == '\n')) {
            return;
        }
    }
    m_cutOff = m_cutOff || quoted || depth > 0;
}

} // namespace galley
