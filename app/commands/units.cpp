// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "projectfile.h"

#include "../console.h"

#include <project/coderedits.h>
#include <project/codingsets.h>
#include <project/unitedits.h>

#include <QCoreApplication>

namespace galley {

namespace {

struct Asked
{
    std::string path, layer, from = "consensus", set, by;
    std::vector<std::string> to;
    bool withCodes = false, json = false;
};

Result<CoderId> whose(const ProjectStore &store, const QString &name)
{
    if (isConsensusName(name))
        return consensusCoder().id;
    return coderMeant(store, name).transform([](std::optional<CoderId> coder) { return coder.value_or(CoderId()); });
}

/// The articles of the set; none, which stands for all, where no set is named.
Result<std::vector<ArticleId>> articlesIn(const ProjectStore &store, const QString &name)
{
    if (name.isEmpty())
        return std::vector<ArticleId>();
    return store.codingSets().and_then([&](const std::vector<CodingSet> &sets) -> Result<std::vector<ArticleId>> {
        if (const CodingSet *set = setNamed(sets, name))
            return articlesThere(store, *set);
        return failed(QCoreApplication::translate("Command", "there is no set “%1”").arg(name));
    });
}

Result<UnitsToGive> meant(const ProjectStore &store, const Asked &what)
{
    const auto codebook = store.codebook();
    const auto from = whose(store, QString::fromStdString(what.from));
    auto articles = articlesIn(store, QString::fromStdString(what.set));
    if (!codebook || !from)
        return std::unexpected(!codebook ? codebook.error() : from.error());
    if (!articles)
        return std::unexpected(articles.error());
    const QString layerName = QString::fromStdString(what.layer);
    const Layer *layer = codebook->layer(layerName);
    if (!layer)
        return failed(QCoreApplication::translate("Command", "there is no layer “%1”").arg(layerName));
    UnitsToGive units{layer->id, *from, {}, std::move(*articles), what.withCodes};
    for (const std::string &name : what.to) {
        const auto coder = coderMeant(store, QString::fromStdString(name));
        if (!coder)
            return std::unexpected(coder.error());
        if (*coder)
            units.to.push_back(**coder);
    }
    return units;
}

int units(const Asked &what)
{
    const QString path = QString::fromStdString(what.path);
    auto store = openProject(path, ProjectStore::Mode::ReadWrite);
    if (!store)
        return console::Failed;
    const auto by = coderMeant(*store, QString::fromStdString(what.by));
    const Stamp stamp = stampOf(by ? by->value_or(CoderId()) : CoderId());
    const auto given = (by ? meant(*store, what) : std::unexpected(by.error())).and_then([&](const UnitsToGive &units) { return giveUnits(*store, units, stamp.at); });
    const Result<> done = !given ? std::unexpected(given.error()) : given->change.isEmpty() ? Result<>() : store->apply(given->change, stamp);
    if (!done) {
        console::failure(done.error(), path);
        return console::Failed;
    }
    const qsizetype annotations = qsizetype(given->change.edits.size());
    if (what.json)
        console::out(QStringLiteral("{\"units\":%1,\"given\":%2,\"before\":%3}").arg(given->units).arg(annotations).arg(given->before));
    else
        console::out(QCoreApplication::translate("Command", "%1 units; %2 annotations to be coded, %3 were given before").arg(given->units).arg(annotations).arg(given->before));
    return console::Done;
}

} // namespace

void addUnitsCommand(CLI::App &app, Run &run)
{
    auto asked = std::make_shared<Asked>();
    CLI::App *command = app.add_subcommand("units", "Unitise, then code: give coders the stretches that were settled, to say what each of them is");
    command->add_option("project", asked->path, "The project file")->required();
    command->add_option("--layer", asked->layer, "The layer whose annotations are the units")->required();
    command->add_option("--to", asked->to, "Who codes them, with commas")->delimiter(',')->required();
    command->add_option("--from", asked->from, "Whose annotations they are: consensus (without it), or a coder");
    command->add_option("--set", asked->set, "Only those in articles of this set");
    command->add_flag("--with-codes", asked->withCodes, "Give the codes too: only the other variables are to be coded");
    command->add_option("--by", asked->by, "Who gives them");
    command->add_flag("--json", asked->json, "{\"units\":…,\"given\":…,\"before\":…}");
    command->callback([asked, &run] { run = [asked] { return units(*asked); }; });
}

} // namespace galley
