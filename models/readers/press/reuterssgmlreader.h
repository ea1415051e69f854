// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/reader.h>

namespace galley {

/// The Reuters-21578 collection: newswire of 1987 in SGML, some of it without marked parts (TYPE="BRIEF", "UNPROC").
extern const Reader reutersSgmlReader;

} // namespace galley
