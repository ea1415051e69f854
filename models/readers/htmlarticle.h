// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "htmlblocks.h"

#include <vector>

namespace galley {

/// The blocks of a page that are its article, without the headline: found where the page says so (itemprop articleBody),
/// else where the paragraphs are dense, as most reading-mode programs do. Captions between the headline and the article
/// come along.
std::vector<HtmlBlock> articleBlocks(const HtmlTree &tree, const QString &title);

} // namespace galley
