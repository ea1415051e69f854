// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nexisblocks.h"

#include <readers/article/statedarticle.h>

namespace galley {

/// What is known about all documents of a file.
struct NexisFile
{
    QMap<QString, QString> cover; ///< what its cover page states: search terms, sources
    int width = 0; ///< at which its lines are wrapped; 0: they are not
};

/// The article between one "n of N DOCUMENTS" and the next.
StatedArticle nexisArticle(std::vector<NexisBlock> blocks, const NexisFile &file);

} // namespace galley
