// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/reader.h>

namespace galley {

/// ANPA 1312, the wire format of American newspapers. Its signs for typesetters become what they stand for: quotes, dashes,
/// line ends, headlines.
extern const Reader anpaReader;

} // namespace galley
