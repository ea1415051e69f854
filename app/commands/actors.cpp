// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "projectfile.h"

#include "../console.h"

#include <project/actoredits.h>
#include <readers/tables/actorstable.h>
#include <writers/actorswriter.h>

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

struct ActorOptions
{
    std::string path, importFile, exportFile, merge, into, by, on;
    bool json = false;

    bool alters() const { return !importFile.empty() || !merge.empty(); }
};

Result<ActorId> actorMeant(const std::vector<Actor> &actors, const std::string &name)
{
    if (const Actor *actor = actorNamed(actors, QString::fromStdString(name)))
        return actor->id;
    return failed(QCoreApplication::translate("Command", "there is no actor “%1”, or more than one is called so").arg(QString::fromStdString(name)));
}

Result<Change> wanted(const ProjectStore &store, const ActorOptions &what, const QDateTime &at)
{
    const auto actors = store.actors();
    if (!actors)
        return std::unexpected(actors.error());
    if (!what.merge.empty()) {
        const auto from = actorMeant(*actors, what.merge);
        const auto into = actorMeant(*actors, what.into);
        return from && into ? mergeActors(store, *from, *into, at) : Result<Change>(std::unexpected(from ? into.error() : from.error()));
    }
    const QString name = QString::fromStdString(what.importFile);
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return failed(file.errorString());
    return actorsFromCsv(file.readAll(), name).and_then([&](const std::vector<Actor> &incoming) { return adoptActors(*actors, incoming); });
}

Result<> alter(ProjectStore &store, const ActorOptions &what)
{
    const auto by = coderMeant(store, QString::fromStdString(what.by));
    if (!by)
        return std::unexpected(by.error());
    const Stamp stamp = stampOf(by->value_or(CoderId()));
    const auto change = wanted(store, what, stamp.at);
    if (!change)
        return std::unexpected(change.error());
    return change->isEmpty() ? Result<>() : store.apply(*change, stamp);
}

Result<> exportTo(const QString &name, const std::vector<Actor> &actors)
{
    QSaveFile file(name);
    if (file.open(QIODevice::WriteOnly) && file.write(actorsToCsv(actors)) >= 0 && file.commit())
        return {};
    return failed(file.errorString());
}

QJsonObject objectOf(const Actor &actor, qint64 annotations, const ActorOptions &what)
{
    QJsonObject object{{u"id"_s, actor.uuid.toString(QUuid::WithoutBraces)},
                       {u"name"_s, actor.name},
                       {u"kind"_s, nameOf(actor.kind)},
                       {u"aliases"_s, QJsonArray::fromStringList(actor.aliases)},
                       {u"attributes"_s, jsonArrayOf(actor.attributes)},
                       {u"annotations"_s, annotations}};
    if (!what.on.empty())
        object.insert(u"role"_s, roleAt(actor, QString::fromStdString(what.on)));
    return object;
}

Result<> tell(const ProjectStore &store, const ActorOptions &what)
{
    auto actors = store.actors();
    const auto uses = actorUses(store);
    if (!actors || !uses)
        return std::unexpected(!actors ? actors.error() : uses.error());
    std::ranges::sort(*actors, [](const Actor &a, const Actor &b) { return a.name.localeAwareCompare(b.name) < 0; });
    if (!what.exportFile.empty())
        return exportTo(QString::fromStdString(what.exportFile), *actors);
    QJsonArray list;
    for (const Actor &actor : *actors) {
        const qint64 annotations = uses->contains(actor.id) ? uses->at(actor.id) : 0;
        list.append(objectOf(actor, annotations, what));
        const QString role = what.on.empty() ? QString() : roleAt(actor, QString::fromStdString(what.on));
        if (!what.json)
            console::out(QStringList{actor.name, nameOf(actor.kind), actor.aliases.join(u"; "_s), role, QString::number(annotations)}.join(u'\t'));
    }
    if (what.json)
        console::json(QJsonDocument(list));
    return {};
}

int actors(const ActorOptions &what)
{
    const QString path = QString::fromStdString(what.path);
    auto store = openProject(path, what.alters() ? ProjectStore::Mode::ReadWrite : ProjectStore::Mode::ReadOnly);
    if (!store)
        return console::Failed;
    const Result<> done = (what.alters() ? alter(*store, what) : Result<>()).and_then([&] { return tell(*store, what); });
    if (!done) {
        console::failure(done.error(), path);
        return console::Failed;
    }
    return console::Done;
}

} // namespace

void addActorsCommand(CLI::App &app, Run &run)
{
    auto what = std::make_shared<ActorOptions>();
    CLI::App *command = app.add_subcommand("actors", "Tell the register of actors, bring a list in, write it, or make one actor of two");
    command->add_option("project", what->path, "The project file")->required();
    CLI::Option *in = command->add_option("--import", what->importFile, "A CSV file: name, kind, aliases (with ;), attribute, value, from, to");
    CLI::Option *out = command->add_option("--export", what->exportFile, "The CSV file to write")->excludes(in);
    CLI::Option *merge = command->add_option("--merge", what->merge, "The actor that becomes another one")->excludes(in)->excludes(out);
    CLI::Option *into = command->add_option("--into", what->into, "Whom it becomes")->needs(merge);
    merge->needs(into);
    command->add_option("--on", what->on, "Tell what each was on that day: 2023-05-04");
    command->add_option("--by", what->by, "Who does it");
    command->add_flag("--json", what->json, "As JSON: [{\"id\",\"name\",\"kind\",\"aliases\",\"attributes\",\"annotations\"}]");
    command->callback([what, &run] { run = [what] { return actors(*what); }; });
}

} // namespace galley
