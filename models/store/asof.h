// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>
#include <domain/error.h>

#include <QString>

namespace galley {

/// Writes a copy of the project as it was right after that entry of its history: later entries are not in it, and what merges brought
/// later neither. Errors: there is no such entry; a file of that name is there already; it can't be written.
Result<> writeAsOf(const QString &project, OperationId entry, const QString &output);

} // namespace galley
