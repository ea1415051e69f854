// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "projectfile.h"

#include "../console.h"

#include <project/coderedits.h>
#include <project/studychoices.h>

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

struct Asked
{
    std::string path, codesBlind, seesAll, by;
    std::vector<double> thresholds;
    bool json = false;

    bool alters() const { return !codesBlind.empty() || !seesAll.empty() || !thresholds.empty(); }
};

Result<Change> decided(const ProjectStore &store, const Asked &what)
{
    const auto choices = store.studyChoices();
    const auto coders = store.coders();
    if (!choices || !coders)
        return std::unexpected(!choices ? choices.error() : coders.error());
    if (!what.thresholds.empty())
        return setThresholds(*choices, {what.thresholds[0], what.thresholds[1]});
    const QString name = QString::fromStdString(what.codesBlind.empty() ? what.seesAll : what.codesBlind);
    const Coder *lead = coderNamed(*coders, name);
    if (!lead || lead->role != CoderRole::Lead)
        return failed(QCoreApplication::translate("Command", "“%1” is no lead; whoever else codes sees nothing of others in blind sets").arg(name));
    return setCodesBlind(*choices, *lead, !what.codesBlind.empty());
}

Result<> print(const ProjectStore &store, bool json)
{
    const auto choices = store.studyChoices();
    const auto coders = store.coders();
    if (!choices || !coders)
        return std::unexpected(!choices ? choices.error() : coders.error());
    const Thresholds thresholds = thresholdsOf(*choices);
    QStringList blind;
    for (const Coder &coder : *coders) {
        if (coder.role == CoderRole::Lead && codesBlind(*choices, coder.id))
            blind << coder.name;
    }
    if (json) {
        console::json(QJsonDocument(QJsonObject{{u"reliable"_s, thresholds.reliable}, {u"tentative"_s, thresholds.tentative},
                                                                 {u"leads_who_code_blind"_s, QJsonArray::fromStringList(blind)}}));
        return {};
    }
    console::out(QCoreApplication::translate("Command", "reliable from %1, tentative from %2")
                     .arg(thresholds.reliable, 0, 'f', 3).arg(thresholds.tentative, 0, 'f', 3));
    if (!blind.isEmpty())
        console::out(QCoreApplication::translate("Command", "leads who code blind: %1").arg(blind.join(u", "_s)));
    return {};
}

int study(const Asked &what)
{
    const QString path = QString::fromStdString(what.path);
    auto store = openProject(path, what.alters() ? ProjectStore::Mode::ReadWrite : ProjectStore::Mode::ReadOnly);
    if (!store)
        return console::Failed;
    const Result<> altered = !what.alters() ? Result<>() : coderMeant(*store, QString::fromStdString(what.by)).and_then([&](std::optional<CoderId> by) {
        return decided(*store, what).and_then([&](const Change &change) { return change.isEmpty() ? Result<>() : store->apply(change, stampOf(by.value_or(CoderId()))); });
    });
    const Result<> done = altered.and_then([&] { return print(*store, what.json); });
    if (!done) {
        console::failure(done.error(), path);
        return console::Failed;
    }
    return console::Done;
}

} // namespace

void addStudyCommand(CLI::App &app, Run &run)
{
    auto asked = std::make_shared<Asked>();
    CLI::App *command = app.add_subcommand("study", "Tell or decide what holds for all: thresholds of reliability, leads who code blind");
    command->add_option("project", asked->path, "The project file")->required();
    CLI::Option *thresholds = command->add_option("--thresholds", asked->thresholds, "Reliable from, tentative from: 0.8,0.667")->delimiter(',')->expected(2);
    CLI::Option *blind = command->add_option("--codes-blind", asked->codesBlind, "A lead who sees no more of others' work than a coder does")->excludes(thresholds);
    command->add_option("--sees-all", asked->seesAll, "A lead who does again")->excludes(thresholds)->excludes(blind);
    command->add_option("--by", asked->by, "Who decides");
    command->add_flag("--json", asked->json, "As JSON");
    command->callback([asked, &run] { run = [asked] { return study(*asked); }; });
}

} // namespace galley
