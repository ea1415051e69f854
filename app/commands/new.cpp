// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "projectfile.h"

#include "../codebookchoice.h"
#include "../console.h"

#include <QCoreApplication>

namespace galley {

namespace {

int create(const QString &path, const QString &codebookName)
{
    const auto read = codebookNamed(codebookName);
    if (!read) {
        for (const QString &line : read.error().message.split(u'\n'))
            console::failure(line);
        return console::Failed;
    }
    for (const QString &remark : read->remarks)
        console::note(remark);
    const Codebook *codebook = &read->codebook;
    const auto store = ProjectStore::create(path, *codebook, stampOf({}));
    if (!store) {
        console::failure(store.error(), path);
        return console::Failed;
    }
    QStringList layers;
    for (const Layer &layer : codebook->layers())
        layers.append(layer.name);
    console::out(layers.isEmpty() ? QCoreApplication::translate("Command", "%1: a new project with an empty codebook").arg(path)
                                  : QCoreApplication::translate("Command", "%1: a new project with the codebook “%2” (%3)")
                                        .arg(path, codebook->name(), layers.join(QStringLiteral(", "))));
    return console::Done;
}

} // namespace

void addNewCommand(CLI::App &app, Run &run)
{
    struct Options { std::string path; std::string codebook = "default"; };
    auto options = std::make_shared<Options>();
    CLI::App *command = app.add_subcommand("new", "Make a new project");
    command->add_option("project", options->path, "The file to make, P.galley")->required();
    command->add_option("--codebook", options->codebook, "A built-in codebook's name, or a file: .yaml, .qdc, .csv, .xlsx");
    command->callback([options, &run] {
        run = [options] { return create(QString::fromStdString(options->path), QString::fromStdString(options->codebook)); };
    });
}

} // namespace galley
