// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/reader.h>

namespace galley {

/// RSS 0.9 to 2.0 and Atom: each item is an article, its text what the feed itself carries; nothing is fetched.
extern const Reader feedReader;

} // namespace galley
