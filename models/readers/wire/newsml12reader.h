// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/reader.h>

namespace galley {

/// NewsML 1: news items whose components nest; each component with text and a headline of its own is an article,
/// captions go with the article they stand beside.
extern const Reader newsml12Reader;

} // namespace galley
