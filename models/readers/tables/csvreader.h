// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/reader.h>

namespace galley {

/// Tables with a header, one article a row: columns are taken by name (articlefields.h), further ones become fields.
/// The delimiter is a comma, a semicolon, a tab or a vertical line, found out from the header, unless it is stated. A row that is
/// shorter than the header has nothing in its last columns, as Excel writes it.
extern const Reader csvReader;

} // namespace galley
