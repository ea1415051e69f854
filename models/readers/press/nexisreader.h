// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/reader.h>

namespace galley {

/// Downloads of LexisNexis as plain text: many articles in one file, each behind "n of N DOCUMENTS", with fields whose
/// names stand in capitals in one of several languages. N counts the hits of the search, not what the file holds.
extern const Reader nexisReader;

} // namespace galley
