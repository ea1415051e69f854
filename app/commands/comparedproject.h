// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands.h"

#include <agreement/comparedwork.h>

namespace galley {

/// What both commands about coders' differences are told: whose work is put side by side, and by what rule.
struct ComparisonOptions
{
    std::string project, match = "overlap";
    std::vector<std::string> layers, coders, sets;
    bool sameCode = false;
};

void addTo(CLI::App &command, ComparisonOptions &options);

struct ComparedProject
{
    ComparedParts parts;
    std::vector<ComparedGroup> groups;
};

/// `article`: only that one; a UUID as `galley articles` tells it. Empty: all.
Result<ComparedProject> comparedProject(const ProjectStore &store, const ComparisonOptions &options, const QString &article = {});

} // namespace galley
