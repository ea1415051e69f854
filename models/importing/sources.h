// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/registry.h>

#include <vector>

namespace galley {

/// Another project as a source of articles, with their metadata, zones, coders and annotations. It lives here because
/// only the store opens project files, and readers do not know the store. It reads files only, no other devices.
extern const Reader projectReader;

/// Everything articles are imported from: the readers of formats, and other projects.
std::vector<const Reader *> sourceReaders();
const Reader *sourceReaderNamed(QStringView name);
/// Like readerFor(), with projects.
Result<const Reader *> sourceReaderFor(QByteArrayView head, QStringView fileName);

} // namespace galley
