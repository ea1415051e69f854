// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

namespace galley::testing {

/// The folder of real news material, without a slash at its end: GALLEY_NEWS, or the one beside the project.
inline QString newsFolder()
{
    return qEnvironmentVariable("GALLEY_NEWS", QStringLiteral(GALLEY_SHARED "/news"));
}

/// What a correct import of it shows; empty where the material is absent.
inline QJsonObject newsFacts()
{
    QFile file(newsFolder() + u'/' + qEnvironmentVariable("GALLEY_NEWS_FACTS", QStringLiteral("FACTS_dev.json")));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

} // namespace galley::testing
