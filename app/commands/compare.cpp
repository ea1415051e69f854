// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparedproject.h"
#include "projectfile.h"

#include "../console.h"

#include <domain/labels.h>
#include <domain/shortened.h>
#include <review/acceptance.h>

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <unordered_map>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

/// What is worst comes first.
constexpr std::array kinds{Difference::Missing, Difference::Extent, Difference::Code, Difference::Values, Difference::Agreement};

/// What ids of groups stand for.
struct Names
{
    Codebook codebook;
    std::vector<Coder> coders; ///< by name: the order in which their work is told
    std::vector<Actor> actors;
    std::unordered_map<ArticleId, Article> articles;

    QString coder(CoderId id) const
    {
        const auto known = std::ranges::find(coders, id, &Coder::id);
        return known == coders.end() ? QString() : known->name;
    }
    QString layer(LayerId id) const { return codebook.layer(id) ? codebook.layer(id)->name : QString(); }
    QString code(CodeId id) const { return id ? codebook.path(id) : QString(); }
};

Result<Names> namesIn(const ProjectStore &store)
{
    auto codebook = store.codebook();
    auto coders = store.coders();
    auto actors = store.actors();
    auto articles = store.articles();
    if (!codebook || !coders)
        return std::unexpected(!codebook ? codebook.error() : coders.error());
    if (!actors || !articles)
        return std::unexpected(!actors ? actors.error() : articles.error());
    Names names{std::move(*codebook), std::move(*coders), std::move(*actors), {}};
    for (Article &article : *articles)
        names.articles.emplace(article.id, std::move(article));
    return names;
}

QJsonObject jsonOf(const Annotation &annotation, const Names &names)
{
    const bool whole = annotation.ranges.empty();
    QJsonObject json{{u"id"_s, annotation.uuid.toString(QUuid::WithoutBraces)},
                     {u"coder"_s, names.coder(annotation.coder)},
                     {u"start"_s, whole ? QJsonValue() : QJsonValue(qint64(annotation.extent().begin))},
                     {u"end"_s, whole ? QJsonValue() : QJsonValue(qint64(annotation.extent().end))},
                     {u"code"_s, names.code(annotation.code)}};
    if (annotation.ranges.size() > 1) {
        QJsonArray ranges;
        for (const Range &range : annotation.ranges)
            ranges.append(QJsonArray{qint64(range.begin), qint64(range.end)});
        json.insert(u"ranges"_s, ranges);
    }
    return json;
}

QString jsonLine(const ComparedGroup &group, bool settled, const Names &names)
{
    QJsonArray annotations;
    for (const Coder &coder : names.coders) {
        for (const Annotation &annotation : annotationsOf(group, coder.id))
            annotations.append(jsonOf(annotation, names));
    }
    const QJsonObject json{{u"article"_s, names.articles.at(group.article).uuid.toString(QUuid::WithoutBraces)},
                           {u"layer"_s, names.layer(group.layer)},
                           {u"kind"_s, nameOf(group.kind)},
                           {u"annotations"_s, annotations},
                           {u"settled"_s, settled}};
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

void printJson(const std::vector<ComparedGroup> &groups, const Settled &settled, const Names &names)
{
    console::out(u"["_s);
    for (size_t at = 0; at < groups.size(); ++at)
        console::out(jsonLine(groups[at], settled.contains(groups[at]), names) + (at + 1 < groups.size() ? u","_s : QString()));
    console::out(u"]"_s);
}

/// "Economic 20–34, 40–52 (target=Council)"
QString textOf(const Annotation &annotation, const Labels &labels, const Names &names)
{
    QStringList parts;
    if (annotation.code)
        parts += names.code(annotation.code);
    QStringList places;
    for (const Range &range : annotation.ranges)
        places += u"%1–%2"_s.arg(range.begin).arg(range.end);
    if (!places.isEmpty())
        parts += places.join(u", "_s);
    QStringList values;
    for (const VariableValue &value : annotation.values) {
        const Variable *variable = names.codebook.variable(value.variable);
        values += (variable ? variable->name : QString()) + u'=' + QString::fromStdString(labels.text(value.value));
    }
    if (!values.isEmpty())
        parts += u'(' + values.join(u", "_s) + u')';
    return parts.join(u' ');
}

QString line(const ComparedGroup &group, bool settled, const Labels &labels, const Names &names)
{
    QStringList work;
    for (const Coder &coder : names.coders) {
        if (!std::ranges::binary_search(group.coders, coder.id))
            continue;
        QStringList theirs;
        for (const Annotation &annotation : annotationsOf(group, coder.id))
            theirs += textOf(annotation, labels, names);
        work += coder.name + u": "_s + (theirs.isEmpty() ? u"—"_s : theirs.join(u" + "_s));
    }
    const QString quote = group.annotations.front().quote;
    return QStringList{nameOf(group.kind) + (settled ? QCoreApplication::translate("Command", " [settled]") : QString()),
                       names.articles.at(group.article).title, names.layer(group.layer), quote.isEmpty() ? QString() : quoted(shortened(quote, 60)),
                       work.join(u"; "_s)}
        .join(u'\t');
}

void printLines(const std::vector<ComparedGroup> &groups, const Settled &settled, const Names &names)
{
    const Labels labels(names.codebook, names.coders, names.actors);
    QStringList counts;
    for (const Difference kind : kinds) {
        int count = 0, done = 0;
        for (const ComparedGroup &group : groups) {
            if (group.kind != kind)
                continue;
            const bool isSettled = settled.contains(group);
            console::out(line(group, isSettled, labels, names));
            ++count;
            done += isSettled;
        }
        counts += QCoreApplication::translate("Command", "%1: %2, settled %3").arg(nameOf(kind)).arg(count).arg(done);
    }
    for (const QString &count : counts)
        console::out(count);
}

int compare(const ComparisonOptions &options, bool json)
{
    const QString path = QString::fromStdString(options.project);
    const auto store = openProject(path, ProjectStore::Mode::ReadOnly);
    if (!store)
        return console::Failed;
    const auto fail = [&](const Error &error) {
        console::failure(error, path);
        return console::Failed;
    };
    const auto compared = comparedProject(*store, options);
    const auto rulings = store->rulings();
    const auto names = namesIn(*store);
    if (!compared || !rulings || !names)
        return fail(!compared ? compared.error() : !rulings ? rulings.error() : names.error());
    if (json)
        printJson(compared->groups, Settled(*rulings), *names);
    else
        printLines(compared->groups, Settled(*rulings), *names);
    return console::Done;
}

} // namespace

void addCompareCommand(CLI::App &app, Run &run)
{
    struct Asked
    {
        ComparisonOptions comparison;
        bool json = false;
    };
    auto asked = std::make_shared<Asked>();
    CLI::App *command = app.add_subcommand("compare", "Put coders' work side by side: where they agree, and how they differ");
    addTo(*command, asked->comparison);
    command->add_flag("--json", asked->json, "An array of groups, in the order of articles and texts");
    command->callback([asked, &run] { run = [asked] { return compare(asked->comparison, asked->json); }; });
}

} // namespace galley
