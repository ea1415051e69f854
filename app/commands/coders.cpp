// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "projectfile.h"

#include "../console.h"

#include <project/coderedits.h>

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

struct Asked
{
    std::string path, add, role, rename;
    bool json = false;
};

Result<CoderRole> roleMeant(const QString &name)
{
    const auto role = coderRoleNamed(name);
    if (!role || *role == CoderRole::Consensus)
        return failed(QCoreApplication::translate("Command", "there is no role “%1”; the roles are: coder, lead").arg(name));
    return *role;
}

/// "Ada=lead"; a name may have a = in it.
Result<Change> roleGiven(const std::vector<Coder> &coders, const QString &given)
{
    const QString name = given.section(u'=', 0, -2);
    const Coder *coder = coderNamed(coders, name);
    if (!coder)
        return failed(name.isEmpty() ? QCoreApplication::translate("Command", "--role takes a name and a role: Ada=lead; or the role of who is added")
                                     : QCoreApplication::translate("Command", "there is no coder “%1”").arg(name));
    return roleMeant(given.section(u'=', -1)).and_then([&](CoderRole role) { return setRole(coders, *coder, role); });
}

/// What was asked for as a change; an empty one where nothing was.
Result<Change> asked(const std::vector<Coder> &coders, const Asked &what)
{
    const QString role = QString::fromStdString(what.role);
    if (!what.add.empty())
        return roleMeant(role.isEmpty() ? nameOf(CoderRole::Coder) : role).and_then([&](CoderRole meant) { return addCoder(coders, QString::fromStdString(what.add), meant); });
    if (!role.isEmpty())
        return roleGiven(coders, role);
    if (what.rename.empty())
        return Change{};
    const QStringList names = QString::fromStdString(what.rename).split(u'=');
    if (names.size() != 2)
        return failed(QCoreApplication::translate("Command", "--rename takes the old name and the new one: Ada=Ada L."));
    const Coder *coder = coderNamed(coders, names[0]);
    if (!coder)
        return failed(QCoreApplication::translate("Command", "there is no coder “%1”").arg(names[0]));
    return renameCoder(coders, *coder, names[1]);
}

void print(const std::vector<Coder> &coders, bool json)
{
    QJsonArray list;
    for (const Coder &coder : coders) {
        QJsonObject told{{u"id"_s, coder.uuid.toString(QUuid::WithoutBraces)}, {u"name"_s, coder.name}, {u"role"_s, nameOf(coder.role)}};
        const auto first = std::ranges::find(coders, firstSelf(coder), &Coder::id);
        if (first != coders.end())
            told.insert(u"retest_of"_s, first->name);
        list.append(told);
        if (!json)
            console::out(coder.name + u'\t' + (first == coders.end() ? nameOf(coder.role) : QCoreApplication::translate("Command", "%1, coding once more").arg(first->name)));
    }
    if (json)
        console::json(QJsonDocument(list));
}

int coders(const Asked &what)
{
    const QString path = QString::fromStdString(what.path);
    const bool alters = !what.add.empty() || !what.rename.empty() || !what.role.empty();
    auto store = openProject(path, alters ? ProjectStore::Mode::ReadWrite : ProjectStore::Mode::ReadOnly);
    if (!store)
        return console::Failed;
    const auto known = store->coders();
    const Result<Change> change = known ? asked(*known, what) : std::unexpected(known.error());
    const Result<> done = !change ? std::unexpected(change.error()) : alters && !change->isEmpty() ? store->apply(*change, stampOf({})) : Result<>();
    const auto now = store->coders();
    if (!done || !now) {
        console::failure(done ? now.error() : done.error(), path);
        return console::Failed;
    }
    print(*now, what.json);
    return console::Done;
}

} // namespace

void addCodersCommand(CLI::App &app, Run &run)
{
    auto asked = std::make_shared<Asked>();
    CLI::App *command = app.add_subcommand("coders", "Tell who takes part, add somebody, or give somebody another name or role");
    command->add_option("project", asked->path, "The project file")->required();
    CLI::Option *add = command->add_option("--add", asked->add, "Add somebody of this name");
    CLI::Option *role = command->add_option("--role", asked->role, "Of who is added: coder, or lead, who also edits the codebook and reviews. NAME=lead: of somebody who is there");
    command->add_option("--rename", asked->rename, "OLD=NEW")->excludes(add)->excludes(role);
    command->add_flag("--json", asked->json, "As JSON");
    command->callback([asked, &run] { run = [asked] { return coders(*asked); }; });
}

} // namespace galley
