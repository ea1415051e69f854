// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "projectfile.h"

#include "../console.h"

#include <QCoreApplication>

namespace galley {

namespace {

int check(const QString &path)
{
    const auto store = openProject(path, ProjectStore::Mode::ReadOnly);
    if (!store)
        return console::Failed;
    const auto problems = store->check();
    if (!problems) {
        console::failure(problems.error(), path);
        return console::Failed;
    }
    for (const Problem &problem : *problems)
        console::failure(problem.where + QStringLiteral(": ") + problem.what, path);
    if (!problems->empty())
        return console::Failed;
    const auto counts = store->counts();
    if (!counts) {
        console::failure(counts.error(), path);
        return console::Failed;
    }
    console::out(QCoreApplication::translate("Command", "%1: sound; %2 articles, %3 annotations")
                     .arg(path)
                     .arg(counts->articles)
                     .arg(counts->annotations));
    return console::Done;
}

} // namespace

void addCheckCommand(CLI::App &app, Run &run)
{
    auto path = std::make_shared<std::string>();
    CLI::App *command = app.add_subcommand("check", "Check a project: its structure, texts, quotes at their offsets, and history");
    command->add_option("project", *path, "The project file")->required();
    command->callback([path, &run] { run = [path] { return check(QString::fromStdString(*path)); }; });
}

} // namespace galley
