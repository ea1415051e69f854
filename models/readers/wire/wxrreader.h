// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/reader.h>

namespace galley {

/// An export of WordPress (WXR): posts and pages are articles; attachments, menus and revisions are named as left out.
extern const Reader wxrReader;

} // namespace galley
