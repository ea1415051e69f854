// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rtftokens.h"

#include <algorithm>
#include <limits>

namespace galley {

namespace {

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

int hexDigit(char c)
{
    return isDigit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

RtfToken of(RtfToken::Kind kind, char byte = 0)
{
    RtfToken token;
    token.kind = kind;
    token.byte = byte;
    return token;
}

RtfToken wordOf(QByteArrayView word)
{
    RtfToken token;
    token.kind = RtfToken::Kind::Word;
    token.word = word;
    return token;
}

} // namespace

RtfToken RtfTokens::next()
{
    while (m_at < m_bytes.size()) {
        const char c = m_bytes[m_at++];
        switch (c) {
        case '{':
            return of(RtfToken::Kind::GroupBegin);
        case '}':
            return of(RtfToken::Kind::GroupEnd);
        case '\\':
            if (const auto token = control())
                return *token;
            break;
        case '\t':
            return wordOf("tab");
        default:
            if (uchar(c) >= 0x20)
                return of(RtfToken::Kind::Byte, c);
        }
    }
    return {};
}

std::optional<RtfToken> RtfTokens::control()
{
    if (m_at >= m_bytes.size())
        return RtfToken();
    const char c = m_bytes[m_at];
    if (isLetter(c))
        return word();
    ++m_at;
    if (c == '\n' || c == '\r')
        return wordOf("par");
    if (c == '\t')
        return wordOf("tab");
    if (c != '\'')
        return of(RtfToken::Kind::Symbol, c);
    const int high = m_at < m_bytes.size() ? hexDigit(m_bytes[m_at]) : -1;
    const int low = m_at + 1 < m_bytes.size() ? hexDigit(m_bytes[m_at + 1]) : -1;
    if (high < 0 || low < 0)
        return std::nullopt;
    m_at += 2;
    const char byte = char(high << 4 | low);
    if (byte == '\n' || byte == '\r')
        return wordOf("par");
    if (byte == '\t')
        return wordOf("tab");
    if (uchar(byte) < 0x20)
        return std::nullopt; // no character, escaped or not
    return of(RtfToken::Kind::Byte, byte);
}

RtfToken RtfTokens::word()
{
    const qsizetype begin = m_at;
    while (m_at < m_bytes.size() && isLetter(m_bytes[m_at]))
        ++m_at;
    RtfToken token = wordOf(m_bytes.sliced(begin, m_at - begin));
    const bool negative = m_at + 1 < m_bytes.size() && m_bytes[m_at] == '-' && isDigit(m_bytes[m_at + 1]);
    m_at += negative;
    qint64 number = 0;
    for (; m_at < m_bytes.size() && isDigit(m_bytes[m_at]); ++m_at) {
        token.hasParameter = true;
        number = std::min<qint64>(number * 10 + (m_bytes[m_at] - '0'), std::numeric_limits<int>::max());
    }
    token.parameter = int(negative ? -number : number);
    if (m_at < m_bytes.size() && m_bytes[m_at] == ' ')
        ++m_at;
    if (token.word == "bin")
        m_at += std::clamp<qsizetype>(token.parameter, 0, m_bytes.size() - m_at);
    return token;
}

} // namespace galley
