// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/reader.h>

namespace galley {

/// Subtitles in TTML (also as DFXP, EBU-TT-D, IMSC): one article, as of other subtitles.
extern const Reader ttmlReader;

} // namespace galley
