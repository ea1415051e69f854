// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "projectfile.h"

#include "../console.h"

#include <project/articleedits.h>
#include <readers/article/publisheddate.h>

namespace galley {

namespace {

struct Options
{
    std::string project, article, coder;
    std::optional<std::string> title, outlet, published;
};

int correct(const Options &options)
{
    const QString path = QString::fromStdString(options.project);
    auto store = openProject(path, ProjectStore::Mode::ReadWrite);
    if (!store)
        return console::Failed;
    const auto text = [](const std::string &stated) { return QString::fromStdString(stated); };
    const auto coder = coderMeant(*store, QString::fromStdString(options.coder));
    const auto change = articleMeant(*store, QString::fromStdString(options.article))
                            .and_then([&](ArticleId id) { return store->article(id); })
                            .and_then([&](const Article &article) {
                                return correctArticle(article, {options.title.transform(text), options.outlet.transform(text),
                                                                   options.published.transform([&](const std::string &date) { return isoDate(text(date)); })});
                            });
    if (!coder || !change) {
        console::failure(!coder ? coder.error() : change.error(), path);
        return console::Failed;
    }
    if (const auto done = store->apply(*change, stampOf(coder->value_or(CoderId()))); !done) {
        console::failure(done.error(), path);
        return console::Failed;
    }
    console::out(change->text);
    return console::Done;
}

} // namespace

void addCorrectCommand(CLI::App &app, Run &run)
{
    auto options = std::make_shared<Options>();
    CLI::App *command = app.add_subcommand("correct", "Correct headline, outlet or date of an article; its text stays as its source has it");
    command->add_option("project", options->project, "The project file")->required();
    command->add_option("article", options->article, "Its id, as galley articles lists it")->required();
    command->add_option("--title", options->title, "Its headline");
    command->add_option("--outlet", options->outlet, "Its outlet");
    command->add_option("--published", options->published, "Its date");
    command->add_option("--coder", options->coder, "Who corrects it");
    command->callback([options, &run] { run = [options] { return correct(*options); }; });
}

} // namespace galley
