// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "folding.h"

#include <algorithm>

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
    return folded(text).toUtf8();
}

} // namespace galley
