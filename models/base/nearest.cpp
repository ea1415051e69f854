// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "nearest.h"

#include "editdistance.h"

#include <algorithm>

namespace galley {

namespace {

/// The last part of a path is what people write alone.
QString lastPart(const QString &path)
{
    return path.sliced(path.lastIndexOf(u'/') + 1);
}

} // namespace

QString nearest(const QString &written, const QStringList &known)
{
    constexpr qsizetype longest = 200; // beyond it nobody mistyped
    if (written.size() > longest)
        return {};
    const QString wanted = written.toLower();
    QString best;
    qsizetype least = std::max<qsizetype>(2, written.size() / 3) + 1;
    for (const QString &word : known) {
        for (const QString &form : {word, lastPart(word)}) {
            if (form.size() > longest)
                continue;
            const qsizetype far = editDistance(wanted, form.toLower());
            if (far < least) {
                least = far;
                best = word;
            }
        }
    }
    return best;
}

} // namespace galley
