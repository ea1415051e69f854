// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "projectfile.h"

#include "../console.h"

#include <QCoreApplication>

namespace galley {

namespace {

int fail(const Error &error, const QString &path)
{
    console::failure(error, path);
    return console::Failed;
}

/// The entry of this number, which `galley history --json` tells, whosever it is.
int takeBack(const QString &path, const QString &entry, const QString &by)
{
    auto store = openProject(path, ProjectStore::Mode::ReadWrite);
    if (!store)
        return console::Failed;
    bool isNumber = false;
    const OperationId id{entry.toLongLong(&isNumber)};
    if (!isNumber)
        return fail({QCoreApplication::translate("Command", "“%1” is no number of an entry; “galley history --json” tells them").arg(entry), {}}, path);
    const auto coder = coderMeant(*store, by);
    if (!coder)
        return fail(coder.error(), path);
    const auto change = store->undo(id, stampOf(coder->value_or(CoderId())));
    if (!change)
        return fail(change.error(), path);
    console::out(QCoreApplication::translate("Command", "undone: %1").arg(change->text));
    return console::Done;
}

int step(const QString &path, const QString &name, bool undo)
{
    auto store = openProject(path, ProjectStore::Mode::ReadWrite);
    if (!store)
        return console::Failed;
    const auto coder = coderMeant(*store, name);
    if (!coder)
        return fail(coder.error(), path);
    const auto next = undo ? store->nextUndo(*coder) : store->nextRedo(*coder);
    if (next && !*next)
        return fail({undo ? QCoreApplication::translate("Command", "there is nothing to undo")
                          : QCoreApplication::translate("Command", "there is nothing to redo"),
                        {}},
            path);
    const auto change = undo ? store->undo(stampOf(coder->value_or(CoderId())), *coder) : store->redo(stampOf(coder->value_or(CoderId())), *coder);
    if (!change)
        return fail(change.error(), path);
    console::out((undo ? QCoreApplication::translate("Command", "undone: %1") : QCoreApplication::translate("Command", "redone: %1"))
                     .arg(change->text));
    return console::Done;
}

void addStep(CLI::App &app, Run &run, const char *name, const char *description, bool undo)
{
    struct Asked
    {
        std::string path, coder, entry;
    };
    auto asked = std::make_shared<Asked>();
    CLI::App *command = app.add_subcommand(name, description);
    command->add_option("project", asked->path, "The project file")->required();
    command->add_option("--coder", asked->coder, undo ? "Only what this coder did; with --entry: who takes it back" : "Only what this coder did");
    if (undo)
        command->add_option("--entry", asked->entry, "This entry of the history, whoever made it and on whatever copy");
    command->callback([=, &run] {
        run = [=] {
            const QString path = QString::fromStdString(asked->path), coder = QString::fromStdString(asked->coder);
            return asked->entry.empty() ? step(path, coder, undo) : takeBack(path, QString::fromStdString(asked->entry), coder);
        };
    });
}

} // namespace

void addUndoCommands(CLI::App &app, Run &run)
{
    addStep(app, run, "undo", "Take back the newest entry made on this copy of the project", true);
    addStep(app, run, "redo", "Restore what was last taken back", false);
}

} // namespace galley
