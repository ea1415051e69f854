// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "projectfile.h"

#include "../console.h"
#include "../demo.h"
#include "../display.h"
#include "../windowapp.h"

#include <project/exporting.h>

#include <QCoreApplication>

#include <algorithm>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

struct Options
{
    std::string folder, theme = "light", picture, place;
    int article = 0;
    bool noWindow = false;
};

bool describe(const ProjectStore &store, const QString &csv, qint64 rows)
{
    const auto counts = store.counts();
    const auto codebook = store.codebook();
    const auto coders = store.coders();
    if (!counts || !codebook || !coders)
        return false;
    console::out(QCoreApplication::translate("Command", "%1 articles, %2 annotations by %3 coders")
                     .arg(counts->articles)
                     .arg(counts->annotations)
                     .arg(coders->size()));
    for (const auto &[layer, number] : counts->byLayer)
        console::out(u"  %1: %2"_s.arg(codebook->layer(layer) ? codebook->layer(layer)->name : QString()).arg(number));
    console::out(QCoreApplication::translate("Command", "project: %1").arg(store.path()));
    console::out(QCoreApplication::translate("Command", "dataset: %1 (%2 rows)").arg(csv).arg(rows));
    return true;
}

/// Makes the project and its dataset; gives the project's path.
std::optional<QString> prepare(const Options &options)
{
    const auto path = demoProject(QString::fromStdString(options.folder));
    if (!path) {
        console::failure(path.error());
        return std::nullopt;
    }
    const auto store = openProject(*path, ProjectStore::Mode::ReadOnly);
    if (!store)
        return std::nullopt;
    const QString csv = path->chopped(7) + u".csv"_s;
    const auto rows = exportToFile(*store, csv, u"csv"_s, {});
    if (!rows) {
        console::failure(rows.error(), csv);
        return std::nullopt;
    }
    if (!describe(*store, csv, *rows))
        return std::nullopt;
    return *path;
}

int demo(const Options &options, int argc, char **argv)
{
    const auto path = [&] {
        QCoreApplication application(argc, argv); // gone before the window's
        prepareApplication();
        return prepare(options);
    }();
    if (!path)
        return console::Failed;
    if (options.noWindow)
        return console::Done;
    if (options.picture.empty() && displayIsThere())
        return runWindow(argc, argv, *path);
    const QString picture = options.picture.empty() ? path->chopped(7) + u".png"_s : QString::fromStdString(options.picture);
    if (!renderWindow(argc, argv, {*path, picture, QString::fromStdString(options.theme), options.article, QString::fromStdString(options.place)})) {
        console::failure(QCoreApplication::translate("Command", "the picture cannot be written"), picture);
        return console::Failed;
    }
    console::out(options.picture.empty() ? QCoreApplication::translate("Command", "no display: the window was drawn to %1").arg(picture)
                                         : QCoreApplication::translate("Command", "picture: %1").arg(picture));
    return console::Done;
}

} // namespace

void addDemoCommand(CLI::App &app, Run &run, int argc, char **argv)
{
    auto options = std::make_shared<Options>();
    CLI::App *command = app.add_subcommand("demo", "Make the demo project, write its dataset, and show it");
    command->add_option("--folder", options->folder, "Where to put it (default: the user's data folder)");
    command->add_option("--picture", options->picture, "Draw the window to this PNG instead of opening it");
    command->add_option("--theme", options->theme, "Of the picture")->check(CLI::IsMember({"light", "dark"}));
    command->add_option("--article", options->article, "Of the picture: which article of the list, from 0");
    command->add_option("--place", options->place, "Of the picture: where the window is")->check(CLI::IsMember({"read", "team", "compare", "agreement", "discussion", "codebook", "actors", "annotations", "search"}));
    command->add_flag("--no-window", options->noWindow, "Neither window nor picture");
    command->callback([options, argc, argv, &run] { run = [options, argc, argv] { return demo(*options, argc, argv); }; });
}

} // namespace galley
