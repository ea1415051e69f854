// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/reader.h>

namespace galley {

/// TEI, as libraries and corpora keep newspapers: each document is an article, or each division of the type "article" in it.
extern const Reader teiReader;

} // namespace galley
