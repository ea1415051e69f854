// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/reader.h>

namespace galley {

/// A file of any format that is compressed with gzip.
extern const Reader gzipReader;

} // namespace galley
