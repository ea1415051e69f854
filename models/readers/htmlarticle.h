// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "htmlblocks.h"

#include <vector>

namespace galley {

/// The blocks of a page that are its article, without the headline. Captions between the headline and the article come
/// along. `body` is the article's text as far as linked data states it: a helper, and the last resort.
std::vector<HtmlBlock> articleBlocks(const HtmlTree &tree, const QString &title, const QString &body);

} // namespace galley
