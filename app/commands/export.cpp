// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "projectfile.h"

#include "../console.h"

#include <project/exporting.h>

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

namespace galley {

namespace {

struct Options
{
    std::string project, format = "csv", output;
    bool bom = false, excelSafe = false, allArticles = false;
    std::vector<std::string> coders, layers;
};

QStringList words(const std::vector<std::string> &list)
{
    QStringList result;
    for (const std::string &item : list)
        result += QString::fromStdString(item).trimmed();
    return result;
}

int exportProject(const Options &options)
{
    const QString path = QString::fromStdString(options.project);
    const QString format = QString::fromStdString(options.format);
    const auto store = openProject(path, ProjectStore::Mode::ReadOnly);
    if (!store)
        return console::Failed;
    const auto filter = filterNamed(*store, words(options.coders), words(options.layers));
    if (!filter) {
        console::failure(filter.error(), path);
        return console::Failed;
    }
    WriteOptions wanted{options.bom, options.excelSafe, options.allArticles};
    wanted.leftOut = [](const QString &sentence) { console::note(sentence); };
    const QString output = QString::fromStdString(options.output);
    Result<qint64> rows;
    if (output.isEmpty() || output == QStringLiteral("-")) {
        QFile standardOutput;
        if (!standardOutput.open(stdout, QIODevice::WriteOnly)) {
            console::failure(standardOutput.errorString());
            return console::Failed;
        }
        rows = exportTo(*store, standardOutput, format, wanted, *filter);
    } else {
        const auto writer = writerNamed(format);
        const bool isFolder = writer && (*writer)->writeFiles && writerForFile(output) != *writer;
        rows = isFolder ? exportToFolder(*store, output, format, wanted, *filter) : exportToFile(*store, output, format, wanted, *filter);
    }
    if (!rows) {
        console::failure(rows.error(), path);
        return console::Failed;
    }
    if (!output.isEmpty() && output != QStringLiteral("-"))
        console::note(QCoreApplication::translate("Command", "%1: %n rows", nullptr, int(*rows)).arg(output));
    return console::Done;
}

} // namespace

void addExportCommand(CLI::App &app, Run &run)
{
    auto options = std::make_shared<Options>();
    CLI::App *command = app.add_subcommand("export", "Write the dataset");
    command->add_option("project", options->project, "The project file")->required();
    std::vector<std::string> names, contents;
    for (const Writer &writer : writers()) {
        names.emplace_back(writer.name);
        contents.push_back(names.back() + ": " + writer.contains);
    }
    command->add_option("--format", options->format, CLI::detail::join(contents, "; "))->check(CLI::IsMember(names));
    command->add_option("-o,--output", options->output, "The file to write (default: standard output); of brat a folder that is empty or not there yet, or a .zip");
    command->add_flag("--bom", options->bom, "CSV: begin with a byte order mark, for Excel");
    command->add_flag("--excel-safe", options->excelSafe, "CSV: put ' before cells that a spreadsheet would take for a formula");
    command->add_flag("--all-articles", options->allArticles, "CSV: a row also for each article without annotations");
    command
        ->add_option("--coders", options->coders,
                     "Only the work of these, with commas; consensus: what was settled; all: everybody and the consensus (default: everybody)")
        ->delimiter(',');
    command->add_option("--layers", options->layers, "Only these layers, with commas")->delimiter(',');
    command->callback([options, &run] { run = [options] { return exportProject(*options); }; });
}

} // namespace galley
