// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/commands.h"
#include "console.h"
#include "windowapp.h"

#include <QCoreApplication>
#include <QFileInfo>

int main(int argc, char *argv[])
{
    CLI::App app("Galley: annotate framing and stance in news coverage.\n"
                 "Without a command it opens the window, on a project if one is named.",
                 "galley");
    app.set_version_flag("--version", "galley " GALLEY_VERSION);
    app.require_subcommand(0, 1);
    std::string project;
    app.add_option("project", project, "A project to open in the window");

    galley::Run run;
    galley::addCommands(app, run, argc, argv);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return app.exit(error) == 0 ? galley::console::Done : galley::console::Usage;
    }
    const QString named = QString::fromStdString(project);
    if (!run && !named.isEmpty() && !named.endsWith(QStringLiteral(".galley")) && !QFileInfo::exists(named)) {
        galley::console::failure(QStringLiteral("there is neither a command nor a project “%1” (galley --help)").arg(named));
        return galley::console::Usage;
    }
    if (!run)
        return galley::runWindow(argc, argv, named);
    if (app.got_subcommand("demo"))
        return run(); // it makes an application with a window later
    QCoreApplication application(argc, argv);
    galley::prepareApplication();
    const int code = run();
    if (const QString why = galley::console::whyNotWritten(); !why.isEmpty()) {
        galley::console::failure(QCoreApplication::translate("Command", "Not all of it could be written to standard output: %1").arg(why));
        return galley::console::Failed;
    }
    return code;
}
