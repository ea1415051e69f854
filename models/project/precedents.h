// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/annotation.h>
#include <domain/error.h>
#include <domain/ruling.h>

#include <optional>
#include <vector>

namespace galley {

class ProjectStore;

/// How a disagreement was settled, as it guides who comes upon the like again.
struct Precedent
{
    Ruling ruling;
    std::vector<Annotation> about;   ///< what the coders had
    std::vector<Annotation> results; ///< what holds

    bool operator==(const Precedent &) const = default;
};

/// The rulings that stand on what coders did differently, the newest first. What all who
/// marked it had to the letter the same is none, unless a reason was given.
Result<std::vector<Precedent>> precedents(const ProjectStore &store);

/// The same of one ruling; nothing where it is no precedent.
Result<std::optional<Precedent>> precedentOf(const ProjectStore &store, const Ruling &ruling);

/// Did anybody choose the code, or does it hold?
bool concerns(const Precedent &precedent, CodeId code);

} // namespace galley
