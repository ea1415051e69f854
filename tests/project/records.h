// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sampleproject.h"

#include <importing/importing.h>

/// Records as readers would give them, and reports as lines.
namespace galley::sample {

constexpr QUuid fixedId(uint number)
{
    return QUuid(number, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
}

inline ReadArticle readArticle(const QString &key, const QString &text, const QString &outlet = {}, QUuid uuid = {})
{
    ReadArticle read;
    read.article = article(u"Title of "_s + key, outlet);
    read.article.uuid = uuid;
    read.key = key;
    read.text = text;
    return read;
}

inline ReadAnnotation readAnnotation(const QString &article, std::vector<std::pair<qint64, qint64>> ranges,
                                     const std::optional<QString> &quote = {})
{
    ReadAnnotation read;
    read.article = article;
    read.layer = u"Framing"_s;
    read.code = u"Economic"_s;
    read.ranges = std::move(ranges);
    read.quote = quote;
    return read;
}

inline QStringList lines(const ImportReport &report)
{
    QStringList result;
    for (const ImportSkip &skip : report.skipped)
        result += u"%1:%2: %3: %4"_s.arg(skip.file).arg(skip.line).arg(skip.title, skip.reason);
    for (const ImportFailure &failure : report.failures)
        result += u"%1:%2: %3"_s.arg(failure.file).arg(failure.line).arg(failure.reason);
    return result;
}

} // namespace galley::sample
