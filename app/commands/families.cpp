// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "projectfile.h"

#include "../console.h"

#include <project/storyfamilies.h>

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace galley {

namespace {

int failure(const Error &error, const QString &project)
{
    console::failure(error, project);
    return console::Failed;
}

/// A line for each story, then one for each of its versions, the lead first.
int list(const ProjectStore &store)
{
    auto articles = store.articles();
    if (!articles)
        return failure(articles.error(), store.path());
    std::erase_if(*articles, [](const Article &article) { return !article.family; });
    std::ranges::stable_sort(*articles, {}, [](const Article &article) { return std::pair(article.family, article.id != article.family); });
    int families = 0;
    for (const Article &article : *articles) {
        const bool lead = article.id == article.family;
        families += lead;
        const QString share = lead ? QCoreApplication::translate("Command", "lead") : QStringLiteral("%1 %").arg(qRound(article.containment.value_or(0) * 100));
        console::out(QStringList{lead ? QString() : QStringLiteral("  "), article.uuid.toString(QUuid::WithoutBraces), share, article.published, article.outlet, article.title}
                         .join(QChar(u'\t'))
                         .mid(lead ? 1 : 0));
    }
    console::note(QCoreApplication::translate("Command", "%1 stories in %2 versions").arg(families).arg(articles->size()));
    return console::Done;
}

int families(const QString &project, bool listOnly)
{
    auto store = openProject(project, listOnly ? ProjectStore::Mode::ReadOnly : ProjectStore::Mode::ReadWrite);
    if (!store)
        return console::Failed;
    if (!listOnly) {
        if (const int code = findFamilies(*store); code != console::Done)
            return code;
    }
    return list(*store);
}

} // namespace

int findFamilies(ProjectStore &store)
{
    const auto change = groupStories(store, [](double done) {
        if (done > 0)
            console::progress(QCoreApplication::translate("Command", "%1 % compared").arg(qRound(done * 100)));
        return true;
    });
    console::endProgress();
    if (!change)
        return failure(change.error(), store.path());
    if (*change && !(*change)->isEmpty()) {
        if (const auto done = store.apply(**change, stampOf({})); !done)
            return failure(done.error(), store.path());
    }
    return console::Done;
}

void addFamiliesCommand(CLI::App &app, Run &run)
{
    struct Options { std::string project; bool list = false; };
    auto options = std::make_shared<Options>();
    CLI::App *command = app.add_subcommand("families", "Find the articles that are versions of one story");
    command->add_option("project", options->project, "The project file")->required();
    command->add_flag("--list", options->list, "Tell those that were found before");
    command->callback([options, &run] { run = [options] { return families(QString::fromStdString(options->project), options->list); }; });
}

} // namespace galley
