// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/reader.h>

namespace galley {

/// Tables with a header, one article a row: columns are taken by name (articlefields.h), further ones become fields.
/// The delimiter is a comma, a semicolon or a tab, found out from the header.
extern const Reader csvReader;

} // namespace galley
