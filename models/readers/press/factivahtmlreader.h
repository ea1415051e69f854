// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/reader.h>

namespace galley {

/// Pages of articles saved from Factiva: as they are displayed, where the parts have no names but an order, or with
/// indexing, where each part stands behind its code (HD, BY, WC, …).
extern const Reader factivaHtmlReader;

} // namespace galley
