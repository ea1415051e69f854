// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "projectfile.h"

#include "../console.h"

#include <domain/identity.h>
#include <project/manyedits.h>
#include <project/recheck.h>
#include <store/projectstore.h>

#include <QCoreApplication>
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
    std::vector<std::string> stillRight; ///< ids of annotations
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

/// One says it of what one coded oneself.
Result<> confirm(ProjectStore &store, const RecheckOptions &what)
{
    const auto coder = coderMeant(store, QString::fromStdString(what.coder));
    const auto codebook = store.codebook();
    if (!coder || !codebook)
        return std::unexpected(!coder ? coder.error() : codebook.error());
    if (!*coder)
        return failed(QCoreApplication::translate("Command", "who finds them still right is missing: --coder"));
    std::vector<Annotation> annotations;
    for (const std::string &id : what.stillRight) {
        const auto annotation = store.annotation({idOf(QUuid::fromString(QString::fromStdString(id)))});
        if (!annotation)
            return std::unexpected(annotation.error());
        if (!*annotation || (*annotation)->coder != **coder)
            return failed(QCoreApplication::translate("Command", "%1 has no annotation %2").arg(QString::fromStdString(what.coder), QString::fromStdString(id)));
        annotations.push_back(**annotation);
    }
    const Stamp stamp = stampOf(**coder);
    const Change change = confirmAll(*codebook, annotations, stamp.at);
    if (change.isEmpty())
        return {};
    return store.apply(change, stamp).transform([&] { console::out(change.text); });
}

int recheck(const RecheckOptions &what)
{
    const QString path = QString::fromStdString(what.path);
    const bool alters = !what.stillRight.empty();
    auto store = openProject(path, alters ? ProjectStore::Mode::ReadWrite : ProjectStore::Mode::ReadOnly);
    if (!store)
        return console::Failed;
    if (const auto done = alters ? confirm(*store, what) : tell(*store, what); !done) {
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
    command->add_option("--still-right", what->stillRight, "Ids of the coder's annotations that are right by what their codes mean now")->needs("--coder");
    command->add_flag("--json", what->json, "As JSON: [{\"annotation\",\"article\",\"coder\",\"code\",\"revision\",\"quote\"}]");
    command->callback([what, &run] { run = [what] { return recheck(*what); }; });
}

} // namespace galley
