// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sql.h"
#include "storagekind.h"

#include <memory>

namespace galley {

enum class Access { Read, Write };

/// A connection that treats the file as untrusted input: no trusted schema, no extensions, defensive, foreign keys enforced.
/// Reading works without leaving anything behind and, where nothing is being written, also on a read-only medium.
std::unique_ptr<sql::Connection> connectTo(const QString &path, Access access, int busyTimeout);

/// The journal the place allows, and commits that are on the disk when they return.
void makeDurable(sql::Connection &connection, StorageKind kind);

/// Throws Failure with the first problem of the file's structure.
void requireSoundStructure(sql::Connection &connection);

/// Tells apart, without SQLite, what is not a project at all: missing, a folder, empty, of another kind, cut off.
void refuseWhatIsNoProject(const QString &path);

} // namespace galley
