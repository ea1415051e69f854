// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/reader.h>

namespace galley {

/// Plain text: one article a file, kept whole. Its title is the first line that is not blank.
extern const Reader textReader;

} // namespace galley
