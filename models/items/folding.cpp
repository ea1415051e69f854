// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "folding.h"

#include <algorithm>
#include <utility>

namespace galley {

namespace {

bool isPlain(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; });
}

bool isMark(QChar c)
{
    return c.category() == QChar::Mark_NonSpacing;
}

} // namespace

QString folded(QStringView text)
{
    QString result = isPlain(text) ? text.toString().toLower()
                                   : text.toString().toCaseFolded().normalized(QString::NormalizationForm_KD);
    result.removeIf(isMark);
    return result.simplified();
}

QByteArray foldedUtf8(QStringView text)
{
    if (!isPlain(text))
        return folded(text).toUtf8();
    QByteArray result(text.size(), Qt::Uninitialized); // in one go: most headlines of most projects
    char *end = result.data();
    bool gap = false;
    for (const QChar c : text) {
        if (c.isSpace()) {
            gap = end != result.constData();
            continue;
        }
        if (std::exchange(gap, false))
            *end++ = ' ';
        *end++ = char(c >= u'A' && c <= u'Z' ? c.unicode() + 0x20 : c.unicode());
    }
    result.truncate(end - result.constData());
    return result;
}

} // namespace galley
