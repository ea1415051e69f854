// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "comparedparts.h"

#include <review/comparing.h>

namespace galley {

/// The groups of all articles that at least two of the coders coded (as comparedArticles() has it), in order of import, then by
/// layer, in reading order; of one article, where it is named.
Result<std::vector<ComparedGroup>> comparedWork(const ProjectStore &store, const ComparedParts &parts, const MatchingRule &rule, ArticleId only = {});

} // namespace galley
