// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "projectfile.h"

#include "../console.h"

#include <project/coderedits.h>

#include <QCoreApplication>

namespace galley {

namespace {

/// Whose work is meant: of that name, or anybody's.
Result<std::optional<CoderId>> coderMeant(const ProjectStore &store, const QString &name)
{
    if (name.isEmpty())
        return std::nullopt;
    return store.coders().and_then([&](const std::vector<Coder> &coders) -> Result<std::optional<CoderId>> {
        if (const Coder *coder = coderNamed(coders, name))
            return coder->id;
        return failed(QCoreApplication::translate("Command", "there is no coder “%1”").arg(name));
    });
}

int step(const QString &path, const QString &name, bool undo)
{
    auto store = openProject(path, ProjectStore::Mode::ReadWrite);
    if (!store)
        return console::Failed;
    const auto coder = coderMeant(*store, name);
    if (!coder) {
        console::failure(coder.error(), path);
        return console::Failed;
    }
    const auto next = undo ? store->nextUndo(*coder) : store->nextRedo(*coder);
    if (next && !*next) {
        console::failure(undo ? QCoreApplication::translate("Command", "there is nothing to undo")
                              : QCoreApplication::translate("Command", "there is nothing to redo"),
                         path);
        return console::Failed;
    }
    const auto change = undo ? store->undo(stampOf(coder->value_or(CoderId())), *coder) : store->redo(stampOf(coder->value_or(CoderId())), *coder);
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
    auto coder = std::make_shared<std::string>();
    CLI::App *command = app.add_subcommand(name, description);
    command->add_option("project", *path, "The project file")->required();
    command->add_option("--coder", *coder, "Only what this coder did");
    command->callback([=, &run] { run = [=] { return step(QString::fromStdString(*path), QString::fromStdString(*coder), undo); }; });
}

} // namespace

void addUndoCommands(CLI::App &app, Run &run)
{
    addStep(app, run, "undo", "Take back the newest entry made on this copy of the project", true);
    addStep(app, run, "redo", "Restore what was last taken back", false);
}

} // namespace galley
