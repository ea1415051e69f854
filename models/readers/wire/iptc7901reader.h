// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/reader.h>

namespace galley {

/// IPTC 7901, the agencies' telegraphic format: a header line, a slug, text in lines as wide as the paper, the time.
extern const Reader iptc7901Reader;

} // namespace galley
