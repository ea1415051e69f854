// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/reader.h>

namespace galley {

/// Markdown: headings, links and emphasis become what they mean; what stands between "---" above the text goes to fields.
extern const Reader markdownReader;

} // namespace galley
