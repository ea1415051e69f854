// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsontext.h"

namespace galley {

namespace {

void appendEscaped(std::string &out, char c)
{
    constexpr char digits[] = "0123456789abcdef";
    switch (c) {
    case '"':
        out += "\\\"";
        return;
    case '\\':
        out += "\\\\";
        return;
    case '\n':
        out += "\\n";
        return;
    case '\r':
        out += "\\r";
        return;
    case '\t':
        out += "\\t";
        return;
    default:
        out += "\\u00";
        out += digits[uchar(c) >> 4];
        out += digits[uchar(c) & 15];
    }
}

} // namespace

void appendJson(std::string &out, std::string_view utf8)
{
    out += '"';
    size_t begin = 0;
    // Many a parser drops a byte order mark at the beginning of a string.
    if (utf8.starts_with("\xEF\xBB\xBF")) {
        out += "\\ufeff";
        begin = 3;
    }
    for (size_t at = begin; at < utf8.size(); ++at) {
        const char c = utf8[at];
        if (uchar(c) >= 0x20 && c != '"' && c != '\\')
            continue;
        out.append(utf8, begin, at - begin);
        appendEscaped(out, c);
        begin = at + 1;
    }
    out.append(utf8, begin);
    out += '"';
}

void appendJson(std::string &out, QStringView text)
{
    const QByteArray utf8 = text.toUtf8();
    appendJson(out, std::string_view(utf8.constData(), size_t(utf8.size())));
}

QString plain(const QUuid &uuid)
{
    return uuid.isNull() ? QString() : uuid.toString(QUuid::WithoutBraces);
}

} // namespace galley
