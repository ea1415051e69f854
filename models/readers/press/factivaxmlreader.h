// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/reader.h>

namespace galley {

/// Answers of Factiva's services as XML: articles with headline, lead and tail paragraphs, and indexing.
extern const Reader factivaXmlReader;

} // namespace galley
