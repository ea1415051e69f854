// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/reader.h>

namespace galley {

/// Mediargus, later Gopress, the archive of the Belgian newspapers: "1. Title", a line with outlet, date, page and length, the text.
extern const Reader mediargusReader;

} // namespace galley
