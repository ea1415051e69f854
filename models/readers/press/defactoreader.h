// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/reader.h>

namespace galley {

/// Printouts of APA's DeFacto as web pages: each article in a box with outlet, date and page above its headline.
extern const Reader defactoReader;

} // namespace galley
