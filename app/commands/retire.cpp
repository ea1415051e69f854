// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "projectfile.h"

#include "../console.h"

#include <project/retiring.h>

#include <QCoreApplication>

namespace galley {

namespace {

struct Options
{
    std::string project, reason, coder;
    std::vector<std::string> articles;
};

int retire(const Options &options)
{
    const QString path = QString::fromStdString(options.project);
    auto store = openProject(path, ProjectStore::Mode::ReadWrite);
    if (!store)
        return console::Failed;
    const auto fail = [&](const Error &error) {
        console::failure(error, path);
        return console::Failed;
    };
    std::vector<ArticleId> articles;
    for (const std::string &uuid : options.articles) {
        const auto article = articleMeant(*store, QString::fromStdString(uuid));
        if (!article)
            return fail(article.error());
        articles.push_back(*article);
    }
    const auto coder = coderMeant(*store, QString::fromStdString(options.coder));
    if (!coder)
        return fail(coder.error());
    const auto work = workIn(*store, articles, coder->value_or(CoderId()));
    const auto allowed = work.and_then([&](const RetiredWork &done) { return mayRetire(*store, done, coder->value_or(CoderId())); });
    const auto change = allowed.and_then([&] { return retireArticles(*store, articles, QString::fromStdString(options.reason)); });
    if (!change)
        return fail(change.error());
    if (const auto done = store->apply(*change, stampOf(coder->value_or(CoderId()))); !done)
        return fail(done.error());
    console::out(change->text);
    if (work->annotations > 0)
        console::note(QCoreApplication::translate("Command", "%n annotations went with it; galley undo brings all of it back", nullptr, work->annotations));
    return console::Done;
}

} // namespace

void addRetireCommand(CLI::App &app, Run &run)
{
    auto options = std::make_shared<Options>();
    CLI::App *command = app.add_subcommand("retire", "Take articles out of a project again, with what was coded in them, as one step that undo brings back");
    command->add_option("project", options->project, "The project file")->required();
    command->add_option("articles", options->articles, "Their ids, as galley articles lists them")->required();
    command->add_option("--reason", options->reason, "Why: it stands in the history")->required();
    command->add_option("--coder", options->coder, "Who takes them out: the lead, where others have coded in them");
    command->callback([options, &run] { run = [options] { return retire(*options); }; });
}

} // namespace galley
