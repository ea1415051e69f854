// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "htmlblocks.h"

#include <vector>

namespace galley {

/// The elements of a page that hold its article, chrome marked: found where the page says so (itemprop articleBody, the
/// `body` stated by linked data), else where the paragraphs are dense, as most reading-mode programs do. None where there is
/// no prose at all.
std::vector<int> articleElements(const HtmlPage &page, const QString &title, const QString &body);

} // namespace galley
