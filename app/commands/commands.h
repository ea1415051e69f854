// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>

#include <functional>

namespace galley {

class ProjectStore;

/// What the chosen subcommand will do; its result is the exit code.
using Run = std::function<int()>;

// One file per command. Each adds its subcommand and, when chosen, sets `run`.
void addNewCommand(CLI::App &app, Run &run);
void addImportCommand(CLI::App &app, Run &run);
void addArticlesCommand(CLI::App &app, Run &run);
void addCodebookCommand(CLI::App &app, Run &run);
void addExportCommand(CLI::App &app, Run &run);
void addFamiliesCommand(CLI::App &app, Run &run);
void addHistoryCommand(CLI::App &app, Run &run);
void addUndoCommands(CLI::App &app, Run &run);
void addAgreementCommand(CLI::App &app, Run &run);
void addSampleCommand(CLI::App &app, Run &run);
void addCheckCommand(CLI::App &app, Run &run);
void addDemoCommand(CLI::App &app, Run &run, int argc, char **argv); ///< it may open the window

int findFamilies(ProjectStore &store); ///< groups the articles by story; an exit code, and on failure it has said why

} // namespace galley
