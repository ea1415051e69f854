// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "projectfile.h"

#include "../console.h"

#include <project/recheck.h>
#include <store/projectstore.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

struct RecheckOptions
{
    std::string path, coder;
    bool json = false;
};

Result<> tell(const ProjectStore &store, const RecheckOptions &what)
{
    const auto coder = coderMeant(store, QString::fromStdString(what.coder));
    const auto found = coder.and_then([&](std::optional<CoderId> meant) { return toRecheck(QString::fromStdString(what.path), meant.value_or(CoderId())); });
    const auto codebook = store.codebook();
    const auto articles = store.articles();
    const auto coders = store.coders();
    if (!found || !codebook)
        return std::unexpected(!found ? found.error() : codebook.error());
    if (!articles || !coders)
        return std::unexpected(!articles ? articles.error() : coders.error());
    QJsonArray list;
    for (const Recheck &one : *found) {
        const auto article = std::ranges::find(*articles, one.article, &Article::id);
        const auto by = std::ranges::find(*coders, one.coder, &Coder::id);
        const auto annotation = store.annotation(one.annotation);
        const QString id = annotation && *annotation ? (*annotation)->uuid.toString(QUuid::WithoutBraces) : QString();
        const QString who = by == coders->end() ? QString() : by->name, title = article == articles->end() ? QString() : article->title;
        list.append(QJsonObject{{u"annotation"_s, id},
                                {u"article"_s, article == articles->end() ? QJsonValue() : QJsonValue(article->uuid.toString(QUuid::WithoutBraces))},
                                {u"coder"_s, who},
                                {u"code"_s, codebook->path(one.code)},
                                {u"revision"_s, one.revision},
                                {u"quote"_s, one.quote}});
        if (!what.json)
            console::out(QStringList{id, who, codebook->path(one.code), QString::number(one.revision), title, one.quote.simplified()}.join(u'\t'));
    }
    if (what.json)
        console::json(QJsonDocument(list));
    return {};
}

int recheck(const RecheckOptions &what)
{
    const QString path = QString::fromStdString(what.path);
    const auto store = openProject(path, ProjectStore::Mode::ReadOnly);
    if (!store)
        return console::Failed;
    if (const auto done = tell(*store, what); !done) {
        console::failure(done.error(), path);
        return console::Failed;
    }
    return console::Done;
}

} // namespace

void addRecheckCommand(CLI::App &app, Run &run)
{
    auto what = std::make_shared<RecheckOptions>();
    CLI::App *command = app.add_subcommand("recheck", "Tell the annotations that were made when their code meant something else");
    command->add_option("project", what->path, "The project file")->required();
    command->add_option("--coder", what->coder, "Only this coder's");
    command->add_flag("--json", what->json, "As JSON: [{\"annotation\",\"article\",\"coder\",\"code\",\"revision\",\"quote\"}]");
    command->callback([what, &run] { run = [what] { return recheck(*what); }; });
}

} // namespace galley
