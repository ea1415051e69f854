// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "codebooktree.h"

#include <QStringList>

namespace galley {

/// The tree of a codebook file, made of what another format says; each part keeps the line it came from.
CodebookNode composedMap(int line);
void put(CodebookNode &map, const QString &key, const QString &text, int line); ///< nothing where the text is empty
void put(CodebookNode &map, const QString &key, const QStringList &texts, int line);
void putParts(CodebookNode &map, const QString &key, std::vector<CodebookNode> parts); ///< nothing where there are none
CodebookNode composedCodebook(const QString &name, std::vector<CodebookNode> layers);

} // namespace galley
