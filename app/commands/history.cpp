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
    return kind == OperationKind::Do ? u"do"_s : kind == OperationKind::Undo ? u"undo"_s : kind == OperationKind::Redo ? u"redo"_s : u"merge"_s;
}

QString nameOf(OperationState state)
{
    return state == OperationState::Applied ? u"applied"_s : state == OperationState::Undone ? u"undone"_s : u"discarded"_s;
}

void print(const Operation &operation, const QString &coder, bool json)
{
    const QString at = operation.at.toString(Qt::ISODateWithMs);
    if (!json) {
        const QString state = operation.state != OperationState::Applied
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
    console::json(QJsonDocument(object));
}

/// Which entries are shown.
struct HistoryFilter
{
    std::optional<CoderId> coder;
    std::optional<ArticleId> article;
    QDateTime since;
    bool merges = false; ///< those of this copy, which are no entries that travel

    Result<bool> shows(const Operation &operation, const ProjectStore &store) const
    {
        if ((operation.kind == OperationKind::Merge && !merges) || (coder && operation.coder != *coder) || (since.isValid() && operation.at < since))
            return false;
        return article ? store.touches(operation.id, *article) : Result<bool>(true);
    }
};

int fail(const Error &error, const QString &path)
{
    console::failure(error, path);
    return console::Failed;
}

int show(const ProjectStore &store, const QString &path, const HistoryFilter &filter, bool json)
{
    const auto coders = store.coders();
    if (!coders)
        return fail(coders.error(), path);
    OperationId before;
    for (;;) {
        const auto page = store.history(pageSize, before);
        if (!page)
            return fail(page.error(), path);
        for (const Operation &operation : *page) {
            const auto shown = filter.shows(operation, store);
            if (!shown)
                return fail(shown.error(), path);
            const auto coder = std::ranges::find(*coders, operation.coder, &Coder::id);
            if (*shown)
                print(operation, coder == coders->end() ? QString() : coder->name, json);
        }
        if (page->size() < size_t(pageSize))
            return console::Done;
        before = page->back().id;
    }
}

struct Asked
{
    std::string path, coder, article, since;
    bool json = false, merges = false;
};

int run(const Asked &asked)
{
    const QString path = QString::fromStdString(asked.path), article = QString::fromStdString(asked.article), since = QString::fromStdString(asked.since);
    const auto store = openProject(path, ProjectStore::Mode::ReadOnly);
    if (!store)
        return console::Failed;
    HistoryFilter filter;
    filter.merges = asked.merges || !asked.json; // whoever reads JSON compares copies
    const auto coder = coderMeant(*store, QString::fromStdString(asked.coder));
    if (!coder)
        return fail(coder.error(), path);
    filter.coder = *coder;
    if (!article.isEmpty()) {
        const auto found = articleMeant(*store, article);
        if (!found)
            return fail(found.error(), path);
        filter.article = *found;
    }
    filter.since = QDateTime::fromString(since, Qt::ISODate);
    if (!since.isEmpty() && !filter.since.isValid()) {
        console::failure(QCoreApplication::translate("Command", "“%1” is no time; it is written as 2026-11-30 or 2026-11-30T14:05").arg(since));
        return console::Usage;
    }
    return show(*store, path, filter, asked.json);
}

} // namespace

void addHistoryCommand(CLI::App &app, Run &run)
{
    auto asked = std::make_shared<Asked>();
    CLI::App *command = app.add_subcommand("history", "Show who did what and when, newest first");
    command->add_option("project", asked->path, "The project file")->required();
    command->add_option("--coder", asked->coder, "Only what this coder did");
    command->add_option("--article", asked->article, "Only what touches this article, by its id");
    command->add_option("--since", asked->since, "Only what was done since then: 2026-11-30, or with a time");
    command->add_flag("--merges", asked->merges, "With JSON too: what was merged into this copy, and when");
    command->add_flag("--json", asked->json, "One JSON object a line");
    command->callback([asked, &run] { run = [asked] { return galley::run(*asked); }; });
}

} // namespace galley
