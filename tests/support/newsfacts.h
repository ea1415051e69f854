// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace galley::testing {

/// Real news files that tests may read where they are there; never part of the project.
inline QString newsFolder()
{
    return qEnvironmentVariable("GALLEY_NEWS", QStringLiteral(GALLEY_SHARED "/news"));
}

/// What a correct import of them shows; empty where it is not there.
inline QJsonObject newsFacts()
{
    QFile file(qEnvironmentVariable("GALLEY_NEWS_FACTS", QDir(newsFolder()).filePath(QStringLiteral("FACTS_dev.json"))));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

} // namespace galley::testing
