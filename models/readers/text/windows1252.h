// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "decoding.h"

#include <optional>

namespace galley {

/// Fails at a byte that has no character in it.
Result<QString> decodedAsWindows1252(QByteArrayView bytes);

/// UTF-8 but for a few bytes, as where a page was put together from two sources or was cut off. They are read as
/// windows-1252, or become U+FFFD where they are nothing there either, and are told with their places. Where UTF-8 is `declared`,
/// fewer characters have to speak for it.
std::optional<Decoded> decodedAsMixed(QByteArrayView bytes, bool declared);

} // namespace galley
