// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace galley::testing {

/// Real news files that tests may read where they are there, never part of the project: the folder GALLEY_NEWS names,
/// else the one beside the project.
inline QString newsFolder()
{
    return qEnvironmentVariable("GALLEY_NEWS", QStringLiteral(GALLEY_SHARED "/news"));
}

/// What a correct import of them shows, by the file GALLEY_NEWS_FACTS names (a path, or a name within that folder);
/// empty where it is not there.
inline QJsonObject newsFacts()
{
    const QString name = qEnvironmentVariable("GALLEY_NEWS_FACTS", QStringLiteral("FACTS_dev.json"));
    const QString inFolder = QDir(newsFolder()).filePath(name);
    QFile file(QFile::exists(inFolder) ? inFolder : name);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

/// Rows "path", "fact" for each file of the facts' part "misc" whose name begins and ends so; one with no path, which is to
/// be skipped, where there is none.
inline void factRows(const QString &begin, const QString &end = {})
{
    const QJsonObject facts = newsFacts().value(QLatin1StringView("misc")).toObject();
    int rows = 0;
    for (auto entry = facts.begin(); entry != facts.end(); ++entry) {
        if (!entry.key().startsWith(begin) || !entry.key().endsWith(end))
            continue;
        QTest::newRow(qPrintable(entry.key())) << newsFolder() + u'/' + entry.key() << entry.value().toObject();
        ++rows;
    }
    if (rows == 0)
        QTest::newRow("none") << QString() << QJsonObject();
}

} // namespace galley::testing
