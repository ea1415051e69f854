// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/reader.h>

namespace galley {

/// As in folders; and what file managers put beside.
bool isHiddenEntry(const QString &name);

/// Reads a file that stands within another, as an entry of an archive does, with the reader for what it is: each article says in
/// its field "file" which one it was, each problem begins with its name. False asks to stop. What it holds is added to `characters`,
/// which becomes nothing where that cannot be told.
bool readNested(QIODevice &device, const QString &name, const ReadOptions &options, const TakeRecord &take, std::optional<qint64> &characters);

} // namespace galley
