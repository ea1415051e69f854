// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sql.h"

#include <domain/change.h>

namespace galley {

/// Writes the edit; refuses (throws Failure) where its `before` is not what is stored.
void write(sql::Connection &connection, const AnyEdit &edit);

/// Writes every edit of the change, in order, and a new codebook revision where it alters the codebook.
void write(sql::Connection &connection, const Change &change, const Stamp &stamp);

/// One more revision, or the number stated; a number that is there already is that of an untouched codebook, replaced.
void recordCodebookRevision(sql::Connection &connection, const Change &change, std::optional<int> number, const Stamp &stamp);
void addCodebookRevision(sql::Connection &connection, int number, const QString &name, const QString &text, const Stamp &stamp);

/// The number of rows a change touches.
qint64 rowsIn(const Change &change);

} // namespace galley
