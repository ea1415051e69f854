// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/reader.h>

namespace galley {

/// Downloads of LexisNexis as web pages: the documents of the text form, with style sheets instead of blanks.
extern const Reader nexisHtmlReader;

} // namespace galley
