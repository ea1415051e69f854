// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/reader.h>

namespace galley {

/// NewsML-G2: news items, alone or in a news message; what they carry is NITF, XHTML or plain text. Packages, concepts
/// and planning items are no articles and are named as such.
extern const Reader newsmlG2Reader;

} // namespace galley
