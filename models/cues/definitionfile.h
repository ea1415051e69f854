// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/error.h>

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace galley {

/// What a syntax definition says of itself.
struct DefinitionFile
{
    QString name;
    QStringList languages; ///< of the articles it is for, from its alternativeNames: "en"
    QStringList kinds;     ///< of what it marks, by its itemDatas: "Attribution verb"
    QStringList includes;  ///< names of the definitions whose rules it takes over
};

/// Reads a definition in KSyntaxHighlighting's XML and checks what that library would pass over in silence: references
/// to contexts, styles and lists that are not there, expressions that do not compile. Errors name the line.
Result<DefinitionFile> checkedDefinition(const QByteArray &xml);

} // namespace galley
