// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/reader.h>

namespace galley {

/// A file of any format that is compressed: gzip, and where the host has them bzip2, xz and zstd.
extern const Reader gzipReader;

} // namespace galley
