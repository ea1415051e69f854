// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/reader.h>

namespace galley {

/// JSON Feed 1 and 1.1 (jsonfeed.org): each item is an article.
extern const Reader jsonFeedReader;

} // namespace galley
