// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/reader.h>

namespace galley {

/// A saved page of a news site: headline, the article's paragraphs, and what the page states about it. Navigation, teasers
/// and the like stay out. Nothing is ever fetched.
extern const Reader htmlReader;

} // namespace galley
