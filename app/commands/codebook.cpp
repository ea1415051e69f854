// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "projectfile.h"

#include "../codebookchoice.h"
#include "../console.h"

#include <base/outputfile.h>
#include <project/codebookedits.h>
#include <writers/codebookwriter.h>

#include <QCoreApplication>

namespace galley {

namespace {

int exportCodebook(const QString &path, const QString &output)
{
    const auto store = openProject(path, ProjectStore::Mode::ReadOnly);
    if (!store)
        return console::Failed;
    const auto codebook = store->codebook();
    if (!codebook) {
        console::failure(codebook.error(), path);
        return console::Failed;
    }
    const QByteArray yaml = codebookToYaml(*codebook);
    if (output.isEmpty() || output == QStringLiteral("-")) {
        console::out(yaml);
        return console::Done;
    }
    OutputFile file(output);
    if (!file.open() || !file.write(yaml) || !file.commit()) {
        console::failure(file.errorString(), output);
        return console::Failed;
    }
    return console::Done;
}

int importCodebook(const QString &path, const QString &input)
{
    const auto wanted = codebookNamed(input);
    if (!wanted) {
        for (const QString &line : wanted.error().message.split(u'\n'))
            console::failure(line);
        return console::Failed;
    }
    auto store = openProject(path, ProjectStore::Mode::ReadWrite);
    if (!store)
        return console::Failed;
    const auto current = store->codebook();
    const auto use = store->codebookUse();
    if (!current || !use) {
        console::failure(current ? use.error() : current.error(), path);
        return console::Failed;
    }
    const auto change = adoptCodebook(*current, *wanted, Adoption::Replace, *use, idsFrom(*store));
    if (!change) {
        console::failure(change.error(), path);
        return console::Failed;
    }
    if (change->isEmpty()) {
        console::out(QCoreApplication::translate("Command", "%1: the codebook is already this one").arg(path));
        return console::Done;
    }
    if (auto done = store->apply(*change, stampOf({})); !done) {
        console::failure(done.error(), path);
        return console::Failed;
    }
    console::out(change->text);
    return console::Done;
}

} // namespace

void addCodebookCommand(CLI::App &app, Run &run)
{
    struct Options { std::string project, input, output; bool write = false; };
    auto options = std::make_shared<Options>();
    CLI::App *command = app.add_subcommand("codebook", "Export the codebook as YAML, or take one in");
    command->add_option("project", options->project, "The project file")->required();
    auto *write = command->add_option("--export", options->output, "Write the codebook as YAML (without a file: to standard output)");
    write->expected(0, 1);
    auto *read = command->add_option("--import", options->input, "A YAML file or a built-in codebook's name");
    write->excludes(read);
    command->callback([options, write, &run] {
        if (write->count() == 0 && options->input.empty())
            throw CLI::RequiredError("--export or --import");
        options->write = write->count() > 0;
        run = [options] {
            const QString project = QString::fromStdString(options->project);
            return options->write ? exportCodebook(project, QString::fromStdString(options->output))
                                  : importCodebook(project, QString::fromStdString(options->input));
        };
    });
}

} // namespace galley
