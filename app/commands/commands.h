// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>

#include <functional>

namespace galley {

class ProjectStore;

/// What the chosen subcommand will do; its result is the exit code.
using Run = std::function<int()>;

/// Every command there is, in the order of the help; the chosen one sets `run`. One of them may open the window.
void addCommands(CLI::App &app, Run &run, int argc, char **argv);

int findFamilies(ProjectStore &store); ///< groups the articles by story; an exit code, and on failure it has said why

} // namespace galley
