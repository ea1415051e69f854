// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/reader.h>

namespace galley {

/// NITF, the News Industry Text Format in XML: headline, byline, dateline and notes are zones, the head goes to fields.
extern const Reader nitfReader;

} // namespace galley
