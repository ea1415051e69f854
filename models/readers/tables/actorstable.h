// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/coder.h>
#include <domain/error.h>

#include <QByteArray>

namespace galley {

/// A register of actors from a table: a column "name", and of kind, aliases (joined by ";"), attribute, value, from, to those that
/// there are, in any order. Lines of one name are one actor. Errors name the line.
Result<std::vector<Actor>> actorsFromCsv(const QByteArray &utf8, const QString &file);

} // namespace galley
