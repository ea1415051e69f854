// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
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

/// Why facts about files do not hold, by "FILE FACT": the list beside the tests' data, or the one that GALLEY_NEWS_EXPECTED names.
inline QMap<QString, QString> expectedFailures()
{
    QFile file(qEnvironmentVariable("GALLEY_NEWS_EXPECTED", QStringLiteral(GALLEY_TEST_DATA "/facts.expected")));
    QMap<QString, QString> reasons;
    if (!file.open(QIODevice::ReadOnly))
        return reasons;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
        if (!line.startsWith(u'#'))
            reasons.insert(line.section(QStringLiteral(": "), 0, 0), line.section(QStringLiteral(": "), 1).trimmed());
    }
    return reasons;
}

/// What of the facts does not hold and is not expected to, and what was expected not to and does. `failing`: "FILE FACT" with what is
/// wrong; `held`: the files that were looked at.
inline QStringList unexpected(const QMap<QString, QString> &failing, const QStringList &files)
{
    const QMap<QString, QString> reasons = expectedFailures();
    QStringList told;
    for (const auto &[fact, what] : failing.asKeyValueRange()) {
        if (reasons.value(fact).isEmpty())
            told += fact + QStringLiteral(": ") + what;
        else
            qInfo("  expected not to hold: %s (%s)", qPrintable(fact), qPrintable(reasons.value(fact)));
    }
    for (const auto &[fact, reason] : reasons.asKeyValueRange()) {
        if (files.contains(fact.section(QChar(u' '), 0, -2)) && !failing.contains(fact))
            told += fact + QStringLiteral(": holds, though the list says that it does not");
    }
    return told;
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
