// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "codebooktree.h"

#include <domain/codebook.h>

#include <vector>

namespace galley {

enum class CodebookSyntax {
    YamlFile,
    JsonRecord,
    Composed ///< of what another format says: a name and layers
};

struct BuiltCodebook
{
    Codebook codebook; ///< means something only where there are no problems
    std::vector<TreeProblem> problems;
};

/// Understands a codebook and names everything that is wrong in it.
BuiltCodebook buildCodebook(const CodebookNode &tree, CodebookSyntax syntax);

} // namespace galley
