// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/reader.h>

namespace galley {

/// JSON Lines: Galley's own lossless export, or any file with one JSON object a line that holds an article's text; the same
/// objects in an array, as R, pandas and most services write them, one after the other over several lines, or in an array that
/// one object holds.
extern const Reader jsonlReader;

} // namespace galley
