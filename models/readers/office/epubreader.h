// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/reader.h>

namespace galley {

/// Electronic books and newspapers: each document of the reading order that has text is an article, and the book's title
/// is its outlet.
extern const Reader epubReader;

} // namespace galley
