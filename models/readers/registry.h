// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/readerfor.h>

namespace galley {

/// All source formats, in the order in which they are asked.
std::span<const Reader> readers();

} // namespace galley
