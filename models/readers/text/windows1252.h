// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "decoding.h"

#include <optional>

namespace galley {

/// Fails at a byte that has no character in it.
Result<QString> decodedAsWindows1252(QByteArrayView bytes);

/// UTF-8 among which a few bytes come from windows-1252, as where a page was put together from two sources. Read as that,
/// none of them is lost.
std::optional<Decoded> decodedAsMixed(QByteArrayView bytes);

} // namespace galley
