// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace galley {

/// Is it a project that a connection of this process has, or what is kept beside it ("-wal", "-shm", "-journal", ".lock")? Such a file must not be
/// opened and closed by other means: SQLite's locks go with it (fcntl(2)), and another program may then take the journal away.
bool isOpenHere(const QString &path);

/// One of these, by its name.
bool isKeptBeside(const QString &path);

} // namespace galley
