// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/reader.h>

namespace galley {

/// A ZIP archive of articles, as press databases deliver them: its entries are read as the files of a folder are.
extern const Reader zipReader;

} // namespace galley
