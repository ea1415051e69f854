// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/reader.h>

namespace galley {

/// Pages of articles saved from Europresse (Eureka.cc): with an element for each article, or, from older versions, one
/// table after the other.
extern const Reader europresseReader;

} // namespace galley
