// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/codebook.h>

#include <map>
#include <set>
#include <vector>

namespace galley {

/// A layer, variable or code that is another in the second of two codebooks.
struct CodebookDifference
{
    enum class Kind { Added, Removed, Altered };

    /// A key of the codebook file, and what it said.
    struct Field
    {
        QString key;
        QString before;
        QString after;

        bool operator==(const Field &) const = default;
    };

    Kind kind = Kind::Altered;
    QString part; ///< "layer", "variable" or "code"
    QString path; ///< "Framing/frame/Security/Defence", as it is called in the second, or was in the first
    std::vector<Field> fields = {}; ///< where it is altered

    bool operator==(const CodebookDifference &) const = default;
};

/// In the order of the second codebook, what is gone last. Positions alone are no difference.
std::vector<CodebookDifference> differences(const Codebook &before, const Codebook &after);

/// The codes that mean something else: their definition, when to apply them and when not, or that of the variable or layer they are of.
/// A code that the second does not have is among them.
std::set<CodeId> codesThatMeanSomethingElse(const Codebook &before, const Codebook &after);

} // namespace galley
