// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "projectfile.h"

#include "../console.h"

#include <project/incomplete.h>

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

/// A gap in the words of the project.
struct Told
{
    QJsonValue annotation; ///< null: the article's own questions were not answered
    QString article, title, layer, coder;
    QStringList missing;
};

Result<std::vector<Told>> gapsOf(const ProjectStore &store)
{
    const auto codebook = store.codebook();
    const auto coders = store.coders();
    if (!codebook || !coders)
        return std::unexpected(!codebook ? codebook.error() : coders.error());
    std::vector<Told> gaps;
    Result<> read;
    const auto done = forEachIncomplete(store, [&](const Incomplete &gap) {
        const auto article = store.article(gap.article);
        const auto annotation = gap.annotation ? store.annotation(gap.annotation) : Result<std::optional<Annotation>>(std::nullopt);
        if (!article || !annotation) {
            read = std::unexpected(!article ? article.error() : annotation.error());
            return;
        }
        const auto coder = std::ranges::find(*coders, gap.coder, &Coder::id);
        Told &told = gaps.emplace_back();
        told.annotation = *annotation ? QJsonValue((*annotation)->uuid.toString(QUuid::WithoutBraces)) : QJsonValue();
        told.article = article->uuid.toString(QUuid::WithoutBraces);
        told.title = article->title;
        told.layer = codebook->layer(gap.layer)->name;
        told.coder = coder == coders->end() ? QString() : coder->name;
        for (const VariableId variable : gap.missing)
            told.missing << codebook->variable(variable)->name;
    });
    if (!done || !read)
        return std::unexpected(!done ? done.error() : read.error());
    return gaps;
}

int incomplete(const QString &path, bool json)
{
    const auto store = openProject(path, ProjectStore::Mode::ReadOnly);
    if (!store)
        return console::Failed;
    const auto gaps = gapsOf(*store);
    if (!gaps) {
        console::failure(gaps.error(), path);
        return console::Failed;
    }
    QJsonArray list;
    for (const Told &gap : *gaps) {
        list.append(QJsonObject{{u"annotation"_s, gap.annotation}, {u"article"_s, gap.article}, {u"layer"_s, gap.layer}, {u"coder"_s, gap.coder},
                                {u"missing"_s, QJsonArray::fromStringList(gap.missing)}});
        if (!json)
            console::out(QStringList{gap.coder, gap.title, gap.layer, gap.missing.join(u", "_s)}.join(u'\t'));
    }
    if (json)
        console::json(QJsonDocument(list));
    return console::Done;
}

} // namespace

void addIncompleteCommand(CLI::App &app, Run &run)
{
    auto asked = std::make_shared<std::pair<std::string, bool>>();
    CLI::App *command = app.add_subcommand("incomplete", "Tell what required answers are missing, in the articles that somebody began");
    command->add_option("project", asked->first, "The project file")->required();
    command->add_flag("--json", asked->second, "As JSON");
    command->callback([asked, &run] { run = [asked] { return incomplete(QString::fromStdString(asked->first), asked->second); }; });
}

} // namespace galley
