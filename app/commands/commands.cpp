// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"

namespace galley {

// Each stands in a file of its own. It adds its subcommand and, when chosen, sets `run`.
void addNewCommand(CLI::App &app, Run &run);
void addImportCommand(CLI::App &app, Run &run);
void addArticlesCommand(CLI::App &app, Run &run);
void addAnnotationsCommand(CLI::App &app, Run &run);
void addSearchCommand(CLI::App &app, Run &run);
void addCuesCommand(CLI::App &app, Run &run);
void addSuggestCommand(CLI::App &app, Run &run);
void addRetireCommand(CLI::App &app, Run &run);
void addCorrectCommand(CLI::App &app, Run &run);
void addCodebookCommand(CLI::App &app, Run &run);
void addExportCommand(CLI::App &app, Run &run);
void addAgreementCommand(CLI::App &app, Run &run);
void addCompareCommand(CLI::App &app, Run &run);
void addAdjudicateCommand(CLI::App &app, Run &run);
void addHistoryCommand(CLI::App &app, Run &run);
void addCodersCommand(CLI::App &app, Run &run);
void addActorsCommand(CLI::App &app, Run &run);
void addCommentsCommand(CLI::App &app, Run &run);
void addRecheckCommand(CLI::App &app, Run &run);
void addUnitsCommand(CLI::App &app, Run &run);
void addStudyCommand(CLI::App &app, Run &run);
void addSetCommands(CLI::App &app, Run &run);
void addAssignCommand(CLI::App &app, Run &run);
void addProgressCommand(CLI::App &app, Run &run);
void addIncompleteCommand(CLI::App &app, Run &run);
void addPacketCommand(CLI::App &app, Run &run);
void addMergeCommand(CLI::App &app, Run &run);
void addConflictsCommand(CLI::App &app, Run &run);
void addAtCommand(CLI::App &app, Run &run);
void addUndoCommands(CLI::App &app, Run &run);
void addSampleCommand(CLI::App &app, Run &run);
void addFamiliesCommand(CLI::App &app, Run &run);
void addCheckCommand(CLI::App &app, Run &run);
void addDemoCommand(CLI::App &app, Run &run, int argc, char **argv);

void addCommands(CLI::App &app, Run &run, int argc, char **argv)
{
    for (const auto add : {addNewCommand, addImportCommand, addArticlesCommand, addAnnotationsCommand, addSearchCommand, addCuesCommand, addSuggestCommand, addRetireCommand, addCorrectCommand, addCodebookCommand, addExportCommand, addAgreementCommand,
                           addCodersCommand, addSetCommands, addAssignCommand, addProgressCommand, addIncompleteCommand, addPacketCommand, addMergeCommand, addConflictsCommand,
                           addCompareCommand, addAdjudicateCommand, addActorsCommand, addRecheckCommand, addCommentsCommand, addStudyCommand, addUnitsCommand, addHistoryCommand, addAtCommand, addUndoCommands, addSampleCommand, addFamiliesCommand,
                           addCheckCommand})
        add(app, run);
    addDemoCommand(app, run, argc, argv);
}

} // namespace galley
