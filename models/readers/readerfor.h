// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/reader.h>

/// Which reader takes a file. Declared at the bottom, because what is read may hold other files (a mail its attachments, a
/// web archive its pages); answered by the registry, which alone knows all readers.
namespace galley {

/// The reader for a file by its first bytes (some thousand, in any encoding) and, where these say nothing, by the ending
/// of its name; plain text where nothing else fits. An Error where the file is clearly of a format that none reads.
Result<const Reader *> readerFor(QByteArrayView bytes, QStringView fileName);

/// Null for a name that is none: whoever was given it says so, nothing is guessed.
const Reader *readerNamed(QStringView name);

} // namespace galley
