// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "projectfile.h"

#include "../console.h"

#include <store/asof.h>

#include <QCoreApplication>

namespace galley {

namespace {

struct Asked
{
    std::string path, operation, output;
};

int at(const Asked &asked)
{
    const QString path = QString::fromStdString(asked.path), output = QString::fromStdString(asked.output), number = QString::fromStdString(asked.operation);
    bool isNumber = false;
    const OperationId entry{number.toLongLong(&isNumber)};
    if (!isNumber) {
        console::failure(QCoreApplication::translate("Command", "“%1” is no number of an entry; “galley history --json” tells them").arg(number));
        return console::Failed;
    }
    if (const auto written = writeAsOf(path, entry, output); !written) {
        console::failure(written.error(), path);
        return console::Failed;
    }
    console::out(output);
    return console::Done;
}

} // namespace

void addAtCommand(CLI::App &app, Run &run)
{
    auto asked = std::make_shared<Asked>();
    CLI::App *command = app.add_subcommand("at", "Write a copy of the project as it was after an entry of its history");
    command->add_option("project", asked->path, "The project file")->required();
    command->add_option("--operation", asked->operation, "The entry, as “galley history --json --merges” tells its id")->required();
    command->add_option("-o,--output", asked->output, "The copy")->required();
    command->callback([asked, &run] { run = [asked] { return at(*asked); }; });
}

} // namespace galley
