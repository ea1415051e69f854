// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>
#include <QUuid>

#include <string>
#include <string_view>

namespace galley {

/// Appends a JSON string: quoted, with only what JSON demands escaped, so that all scripts stay readable.
void appendJson(std::string &out, std::string_view utf8);
void appendJson(std::string &out, QStringView text);

QString plain(const QUuid &uuid); ///< without braces; empty for none

} // namespace galley
