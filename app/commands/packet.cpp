// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "projectfile.h"

#include "../console.h"

#include <store/packet.h>

#include <QCoreApplication>

namespace galley {

namespace {

struct Asked
{
    std::string path, coder, output;
};

int packet(const Asked &asked)
{
    const QString path = QString::fromStdString(asked.path), output = QString::fromStdString(asked.output);
    const auto store = openProject(path, ProjectStore::Mode::ReadOnly);
    if (!store)
        return console::Failed;
    const auto coder = coderMeant(*store, QString::fromStdString(asked.coder));
    if (!coder) {
        console::failure(coder.error(), path);
        return console::Failed;
    }
    const auto counts = writePacket(path, output, coder->value_or(CoderId()));
    if (!counts) {
        console::failure(counts.error(), output);
        return console::Failed;
    }
    console::out((counts->renewed ? QCoreApplication::translate("Command", "%1: renewed, %Ln articles, what was done in it is kept", nullptr, counts->articles)
                                  : QCoreApplication::translate("Command", "%1: %Ln articles", nullptr, counts->articles)).arg(output));
    return console::Done;
}

} // namespace

void addPacketCommand(CLI::App &app, Run &run)
{
    auto asked = std::make_shared<Asked>();
    CLI::App *command = app.add_subcommand("packet", "Write a coder's part of the project as a file to be sent: their articles, the codebook, their own work");
    command->add_option("project", asked->path, "The project file")->required();
    command->add_option("--coder", asked->coder, "Whose")->required();
    command->add_option("-o,--output", asked->output, "The packet; one that is there is renewed, and keeps what was done in it")->required();
    command->callback([asked, &run] { run = [asked] { return packet(*asked); }; });
}

} // namespace galley
