// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "nearest.h"

#include <algorithm>
#include <vector>

namespace galley {

namespace {

/// Letters to insert, remove or replace.
qsizetype distance(QStringView a, QStringView b)
{
    std::vector<qsizetype> row(size_t(b.size()) + 1);
    for (size_t at = 0; at < row.size(); ++at)
        row[at] = qsizetype(at);
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype diagonal = row[0];
        row[0] = i + 1;
        for (qsizetype j = 0; j < b.size(); ++j) {
            qsizetype &cell = row[size_t(j) + 1];
            const qsizetype replaced = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = cell;
            cell = std::min({cell + 1, row[size_t(j)] + 1, replaced});
        }
    }
    return row.back();
}

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
            const qsizetype far = distance(wanted, form.toLower());
            if (far < least) {
                least = far;
                best = word;
            }
        }
    }
    return best;
}

} // namespace galley
