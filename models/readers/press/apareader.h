// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/reader.h>

namespace galley {

/// Downloads of APA's OnlineManager as RTF: articles one after the other, each below lines with outlet, date and section.
extern const Reader apaReader;

} // namespace galley
