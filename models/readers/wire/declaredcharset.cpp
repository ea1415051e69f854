// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "declaredcharset.h"

#include <QSet>
#include <QUtf8StringView>

#include <algorithm>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

bool isWesternName(const QString &charset)
{
    static const QSet<QString> names{u"us-ascii"_s, u"ascii"_s, u"iso-8859-1"_s, u"iso-8859-15"_s, u"latin1"_s, u"windows-1252"_s,
        u"cp1252"_s};
    return names.contains(charset.toLower());
}

} // namespace

QString trustedCharset(QByteArrayView bytes, const QString &declared)
{
    if (declared.isEmpty() || bytes.startsWith("\xEF\xBB\xBF"))
        return {};
    const bool utf8 = std::ranges::any_of(bytes, [](char c) { return uchar(c) >= 0x80; })
        && QUtf8StringView(bytes.data(), bytes.size()).isValidUtf8();
    if (utf8 && isWesternName(declared))
        return {};
    return decoded(bytes, declared) ? declared : QString();
}

Result<Decoded> decodedAsDeclared(QByteArrayView bytes, const QString &declared)
{
    return decoded(bytes, trustedCharset(bytes, declared));
}

} // namespace galley
