// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "projectfile.h"

#include "../console.h"

#include <project/otherversions.h>

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

/// "code:2988517169901020066", and ":2" behind it for the second of several other versions.
QString keyOf(const OtherVersion &version)
{
    const QString row = QLatin1StringView(RowKinds::tables[version.kind]) + u':' + QString::number(version.id);
    return version.number > 1 ? row + u':' + QString::number(version.number) : row;
}

Result<QJsonObject> jsonOf(const OtherVersion &version, const ProjectStore &store)
{
    QJsonObject object{{u"key"_s, keyOf(version)}, {u"kind"_s, QLatin1StringView(RowKinds::tables[version.kind])}, {u"what"_s, version.what}, {u"stands"_s, version.stands},
        {u"other"_s, version.other}};
    if (version.article) {
        const auto article = store.article(version.article);
        if (!article)
            return std::unexpected(article.error());
        object.insert(u"article"_s, article->uuid.toString(QUuid::WithoutBraces));
    }
    return object;
}

Result<> listConflicts(const ProjectStore &store, const std::vector<OtherVersion> &versions, bool json)
{
    QJsonArray list;
    for (const OtherVersion &version : versions) {
        if (json) {
            const auto object = jsonOf(version, store);
            if (!object)
                return std::unexpected(object.error());
            list.append(*object);
        } else {
            console::out(keyOf(version) + u"  "_s + version.what);
            console::out(QCoreApplication::translate("Command", "  stands: %1").arg(version.stands));
            console::out(QCoreApplication::translate("Command", "  other:  %1").arg(version.other));
        }
    }
    if (json)
        console::json(QJsonDocument(list));
    else if (versions.empty())
        console::out(QCoreApplication::translate("Command", "nothing is to be looked at"));
    return {};
}

struct ConflictOptions
{
    std::string path, by;
    std::vector<std::string> take, keep, both;
    bool json = false;
};

/// One after the other: to decide one alters what the next would do.
Result<> decide(ProjectStore &store, const std::vector<std::string> &keys, const Stamp &stamp, const std::function<std::optional<Change>(const OtherVersion &)> &changeOf)
{
    for (const std::string &key : keys) {
        const auto versions = otherVersions(store);
        if (!versions)
            return std::unexpected(versions.error());
        const auto named = std::ranges::find(*versions, QString::fromStdString(key), keyOf);
        const auto change = named == versions->end() ? std::nullopt : changeOf(*named);
        if (!change)
            return failed(named == versions->end() ? QCoreApplication::translate("Command", "nothing that is to be looked at is called “%1”").arg(QString::fromStdString(key))
                                                   : QCoreApplication::translate("Command", "of “%1” only one version can be kept").arg(QString::fromStdString(key)));
        if (const auto done = store.apply(*change, stamp); !done)
            return done;
        console::out(change->text);
    }
    return {};
}

int conflicts(const ConflictOptions &asked)
{
    const QString path = QString::fromStdString(asked.path);
    const bool decides = !asked.take.empty() || !asked.keep.empty() || !asked.both.empty();
    auto store = openProject(path, decides ? ProjectStore::Mode::ReadWrite : ProjectStore::Mode::ReadOnly);
    if (!store)
        return console::Failed;
    const auto coder = coderMeant(*store, QString::fromStdString(asked.by));
    const auto done = coder.and_then([&](std::optional<CoderId> who) -> Result<> {
        const Stamp stamp = stampOf(who.value_or(CoderId()));
        if (!decides)
            return otherVersions(*store).and_then([&](const std::vector<OtherVersion> &versions) { return listConflicts(*store, versions, asked.json); });
        return decide(*store, asked.take, stamp, [](const OtherVersion &version) { return std::optional(version.take); })
            .and_then([&] { return decide(*store, asked.keep, stamp, [](const OtherVersion &version) { return std::optional(version.keep); }); })
            .and_then([&] { return decide(*store, asked.both, stamp, [](const OtherVersion &version) { return version.both; }); });
    });
    if (!done) {
        console::failure(done.error(), path);
        return console::Failed;
    }
    return console::Done;
}

} // namespace

void addConflictsCommand(CLI::App &app, Run &run)
{
    auto asked = std::make_shared<ConflictOptions>();
    CLI::App *command = app.add_subcommand("conflicts", "What copies altered without knowing of each other and nobody has decided yet: the later version stands, the others are kept");
    command->add_option("project", asked->path, "The project file")->required();
    command->add_option("--take", asked->take, "Make the other version the one that stands, by its key");
    command->add_option("--keep", asked->keep, "Decide for the version that stands, by the key of the other");
    command->add_option("--both", asked->both, "Keep both: an annotation that became two");
    command->add_option("--coder", asked->by, "Who decides");
    command->add_flag("--json", asked->json, "As JSON: [{\"key\",\"kind\",\"what\",\"stands\",\"other\",\"article\"}]");
    command->callback([asked, &run] { run = [asked] { return conflicts(*asked); }; });
}

} // namespace galley
