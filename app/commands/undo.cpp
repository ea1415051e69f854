// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "projectfile.h"

#include "../console.h"

#include <QCoreApplication>

namespace galley {

namespace {

int step(const QString &path, bool undo)
{
    auto store = openProject(path, ProjectStore::Mode::ReadWrite);
    if (!store)
        return console::Failed;
    const auto next = undo ? store->nextUndo() : store->nextRedo();
    if (next && !*next) {
        console::failure(undo ? QCoreApplication::translate("Command", "there is nothing to undo")
                              : QCoreApplication::translate("Command", "there is nothing to redo"),
                         path);
        return console::Failed;
    }
    const auto change = undo ? store->undo(stampOf({})) : store->redo(stampOf({}));
    if (!change) {
        console::failure(change.error(), path);
        return console::Failed;
    }
    console::out((undo ? QCoreApplication::translate("Command", "undone: %1") : QCoreApplication::translate("Command", "redone: %1"))
                     .arg(change->text));
    return console::Done;
}

void addStep(CLI::App &app, Run &run, const char *name, const char *description, bool undo)
{
    auto path = std::make_shared<std::string>();
    CLI::App *command = app.add_subcommand(name, description);
    command->add_option("project", *path, "The project file")->required();
    command->callback([path, undo, &run] { run = [path, undo] { return step(QString::fromStdString(*path), undo); }; });
}

} // namespace

void addUndoCommands(CLI::App &app, Run &run)
{
    addStep(app, run, "undo", "Take back the newest entry of the history", true);
    addStep(app, run, "redo", "Restore what was last taken back", false);
}

} // namespace galley
