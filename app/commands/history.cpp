// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "projectfile.h"

#include "../console.h"

#include <history/order.h>

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr int pageSize = 1000;

QString nameOf(OperationKind kind)
{
    return kind == OperationKind::Do ? u"do"_s : kind == OperationKind::Undo ? u"undo"_s : u"redo"_s;
}

QString nameOf(OperationState state)
{
    return state == OperationState::Applied ? u"applied"_s : state == OperationState::Undone ? u"undone"_s : u"discarded"_s;
}

void print(const Operation &operation, const QString &coder, bool json)
{
    const QString at = operation.at.toString(Qt::ISODateWithMs);
    if (!json) {
        const QString state = operation.kind == OperationKind::Do && operation.state != OperationState::Applied
            ? u" ["_s + nameOf(operation.state) + u']'
            : QString();
        console::out(QStringList{QString::number(timeOf(operation.id)), at, coder, nameOf(operation.kind), operation.text + state}.join(u'\t'));
        return;
    }
    // Ids are text: more than the 53 bits that others keep of a number. `time` orders and is for people.
    QJsonObject object{{u"id"_s, QString::number(operation.id.value)},
                       {u"time"_s, timeOf(operation.id)},
                       {u"uuid"_s, operation.uuid.toString(QUuid::WithoutBraces)},
                       {u"at"_s, at},
                       {u"coder"_s, coder},
                       {u"kind"_s, nameOf(operation.kind)},
                       {u"text"_s, operation.text},
                       {u"state"_s, nameOf(operation.state)},
                       {u"edits"_s, operation.edits}};
    if (operation.target)
        object.insert(u"target"_s, QString::number(operation.target.value));
    console::out(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

int show(const QString &path, bool json)
{
    const auto store = openProject(path, ProjectStore::Mode::ReadOnly);
    if (!store)
        return console::Failed;
    const auto coders = store->coders();
    if (!coders) {
        console::failure(coders.error(), path);
        return console::Failed;
    }
    OperationId before;
    for (;;) {
        const auto page = store->history(pageSize, before);
        if (!page) {
            console::failure(page.error(), path);
            return console::Failed;
        }
        for (const Operation &operation : *page) {
            const auto coder = std::ranges::find(*coders, operation.coder, &Coder::id);
            print(operation, coder == coders->end() ? QString() : coder->name, json);
        }
        if (page->size() < size_t(pageSize))
            return console::Done;
        before = page->back().id;
    }
}

} // namespace

void addHistoryCommand(CLI::App &app, Run &run)
{
    struct Options { std::string path; bool json = false; };
    auto options = std::make_shared<Options>();
    CLI::App *command = app.add_subcommand("history", "Show who did what and when, newest first");
    command->add_option("project", options->path, "The project file")->required();
    command->add_flag("--json", options->json, "One JSON object a line");
    command->callback([options, &run] { run = [options] { return show(QString::fromStdString(options->path), options->json); }; });
}

} // namespace galley
