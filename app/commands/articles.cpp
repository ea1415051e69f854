// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "projectfile.h"

#include "../console.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

QJsonObject jsonOf(const ArticleRow &row)
{
    const Article &article = row.article;
    QJsonObject fields;
    for (const auto &[name, value] : article.fields.asKeyValueRange())
        fields.insert(name, value);
    QJsonArray zones;
    for (const Zone &zone : row.zones) {
        zones.append(QJsonObject{{u"kind"_s, nameOf(zone.kind)}, {u"start"_s, zone.range.begin}, {u"end"_s, zone.range.end}});
    }
    return {{u"id"_s, article.uuid.toString(QUuid::WithoutBraces)},
            {u"title"_s, article.title},
            {u"outlet"_s, article.outlet},
            {u"authors"_s, article.authors},
            {u"published"_s, article.published},
            {u"section"_s, article.section},
            {u"page"_s, article.page},
            {u"language"_s, article.language},
            {u"url"_s, article.url},
            {u"fields"_s, fields},
            {u"left_out"_s, jsonArrayOf(article.leftOut)},
            {u"length"_s, article.length},
            {u"text_sha256"_s, QString::fromLatin1(article.textSha256)},
            {u"source"_s, QJsonObject{{u"path"_s, row.source.path},
                                      {u"sha256"_s, QString::fromLatin1(row.source.sha256)},
                                      {u"encoding"_s, row.source.encoding}}},
            {u"family"_s, row.family.isNull() ? QJsonValue() : row.family.toString(QUuid::WithoutBraces)},
            {u"containment"_s, article.containment ? QJsonValue(*article.containment) : QJsonValue()},
            {u"revises"_s, row.revises.isNull() ? QJsonValue() : row.revises.toString(QUuid::WithoutBraces)},
            {u"zones"_s, zones}};
}

int list(const QString &path, bool json)
{
    const auto store = openProject(path, ProjectStore::Mode::ReadOnly);
    if (!store)
        return console::Failed;
    bool first = true;
    const auto done = store->forEachArticle([&](const ArticleRow &row) -> Result<> {
        if (json) {
            const QByteArray object = QJsonDocument(jsonOf(row)).toJson(QJsonDocument::Compact);
            console::out((first ? u"["_s : u","_s) + QString::fromUtf8(object));
        } else {
            const Article &article = row.article;
            console::out(QStringList{article.uuid.toString(QUuid::WithoutBraces), article.published, article.outlet, article.title}
                             .join(u'\t'));
        }
        first = false;
        return {};
    });
    if (!done) {
        console::failure(done.error(), path);
        return console::Failed;
    }
    if (json)
        console::out(first ? u"[]"_s : u"]"_s);
    return console::Done;
}

} // namespace

void addArticlesCommand(CLI::App &app, Run &run)
{
    struct Options { std::string path; bool json = false; };
    auto options = std::make_shared<Options>();
    CLI::App *command = app.add_subcommand("articles", "List the articles of a project");
    command->add_option("project", options->path, "The project file")->required();
    command->add_flag("--json", options->json, "As JSON, with every field and the parts of each article (code points, end exclusive)");
    command->callback([options, &run] { run = [options] { return list(QString::fromStdString(options->path), options->json); }; });
}

} // namespace galley
