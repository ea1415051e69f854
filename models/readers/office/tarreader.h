// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/reader.h>

namespace galley {

/// Articles in a tape archive, as corpora are handed on, mostly compressed: each of its files as in a folder.
extern const Reader tarReader;

} // namespace galley
