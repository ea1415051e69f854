// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/reader.h>

namespace galley {

/// Subtitles and transcripts of broadcasts (WebVTT, SubRip): one article, a paragraph for each speaker or after a silence. When
/// what was said stands in the field "times", a line for each cue: where it begins in the text (code points), its begin and end.
extern const Reader subtitleReader;

} // namespace galley
