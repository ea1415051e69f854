// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/reader.h>

namespace galley {

/// ninjs 1 to 3, news in JSON: one item, or a list of them. Articles among an item's associations are articles too.
extern const Reader ninjsReader;

} // namespace galley
