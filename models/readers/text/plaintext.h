// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>
#include <QStringView>

namespace galley {

/// A JSON value as the text of a cell: strings as they are, numbers as short as they go, "true"/"false", nothing for
/// null, compact JSON for the rest.
QString plainText(const QJsonValue &value);

/// White space collapsed to single blanks and trimmed; no-break spaces stay.
QString collapsed(QStringView text);

bool isWebAddress(const QString &text);

} // namespace galley
