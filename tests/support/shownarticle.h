// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <reading.h>

namespace galley::testing {

/// All that a file gave for an article, for a golden file.
inline QByteArray shown(const ReadArticle &read)
{
    const Article &article = read.article;
    QString out;
    const auto line = [&](const QString &name, const QString &value) {
        if (!value.isEmpty())
            out += name + QStringLiteral(": ") + value + u'\n';
    };
    line(QStringLiteral("title"), article.title);
    line(QStringLiteral("outlet"), article.outlet);
    line(QStringLiteral("authors"), article.authors);
    line(QStringLiteral("published"), article.published);
    line(QStringLiteral("section"), article.section);
    line(QStringLiteral("language"), article.language);
    line(QStringLiteral("url"), article.url);
    for (auto field = article.fields.begin(); field != article.fields.end(); ++field)
        line(QStringLiteral("field ") + field.key(), field.value());
    for (const QString &zone : zoneLines(read.text, read.zones))
        line(QStringLiteral("zone"), zone);
    return (out + u'\n' + read.text + u'\n').toUtf8();
}

/// Compares with what stands in `file`, or writes it there where GALLEY_ACCEPT is set.
inline bool isGolden(const QByteArray &found, const QString &file)
{
    if (qEnvironmentVariableIsSet("GALLEY_ACCEPT")) {
        QFile accepted(file);
        return accepted.open(QIODevice::WriteOnly) && accepted.write(found) == found.size();
    }
    return QTest::qCompare(
        QString::fromUtf8(found), QString::fromUtf8(contents(file)), "found", qPrintable(file), __FILE__, __LINE__);
}

} // namespace galley::testing
