// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "projectfile.h"

#include "../console.h"

#include <domain/labels.h>
#include <items/annotationfilter.h>
#include <items/annotationorder.h>
#include <project/coderedits.h>
#include <project/sight.h>
#include <store/projectlists.h>

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

struct WantedAnnotations
{
    std::string path, text, layer, code, coder, value, outlet, date, looker;
    bool flagged = false, memo = false, json = false;
};

struct AnnotationWords
{
    AnnotationNames names;
    std::vector<Actor> actors;
};

Result<AnnotationWords> wordsIn(const ProjectStore &store)
{
    auto codebook = store.codebook();
    auto coders = store.coders();
    auto actors = store.actors();
    if (!codebook || !coders)
        return std::unexpected(!codebook ? codebook.error() : coders.error());
    if (!actors)
        return std::unexpected(actors.error());
    return AnnotationWords{{std::move(*codebook), std::move(*coders)}, std::move(*actors)};
}

Result<AnnotationFilter> filterMeant(const ProjectStore &store, const Codebook &codebook, const WantedAnnotations &wanted)
{
    AnnotationFilter filter{.text = QString::fromStdString(wanted.text), .flagged = wanted.flagged, .withMemo = wanted.memo, .value = QString::fromStdString(wanted.value),
                            .outlet = QString::fromStdString(wanted.outlet), .published = QString::fromStdString(wanted.date)};
    if (!isSpanOfDates(filter.published))
        return failed(QCoreApplication::translate("Command", "“%1” is no date; write 2023, 2023-05, 2023-05-04 or 2023-01..2023-06").arg(filter.published));
    if (!wanted.layer.empty()) {
        const Layer *layer = codebook.layer(QString::fromStdString(wanted.layer));
        if (!layer)
            return failed(QCoreApplication::translate("Command", "there is no layer “%1”").arg(QString::fromStdString(wanted.layer)));
        filter.layer = layer->id;
    }
    if (!wanted.code.empty()) {
        const auto code = codeMeant(codebook, (wanted.layer.empty() ? QString() : QString::fromStdString(wanted.layer) + u'/') + QString::fromStdString(wanted.code));
        if (!code)
            return std::unexpected(code.error());
        filter.code = *code;
    }
    return coderMeant(store, QString::fromStdString(wanted.coder)).transform([&](std::optional<CoderId> coder) {
        filter.coder = coder.value_or(CoderId());
        return filter;
    });
}

QJsonObject told(const AnnotationInContext &one, const ListedArticle &article, const AnnotationWords &words)
{
    const Annotation &annotation = one.annotation;
    const Codebook &codebook = words.names.codebook;
    const Labels labels(codebook, words.names.coders, words.actors);
    const bool whole = annotation.ranges.empty();
    QJsonArray values;
    for (const VariableValue &value : annotation.values) {
        const Variable *variable = codebook.variable(value.variable);
        values.append(QJsonObject{{u"variable"_s, variable ? variable->name : QString()}, {u"value"_s, QString::fromStdString(labels.text(value.value))}});
    }
    return {{u"annotation"_s, annotation.uuid.toString(QUuid::WithoutBraces)},
            {u"article"_s, article.uuid.toString(QUuid::WithoutBraces)},
            {u"title"_s, article.title},
            {u"outlet"_s, article.outlet},
            {u"published"_s, article.published},
            {u"layer"_s, codebook.layer(annotation.layer)->name},
            {u"code"_s, annotation.code ? QJsonValue(codebook.path(annotation.code)) : QJsonValue()},
            {u"coder"_s, words.names.coder(annotation.coder)},
            {u"start"_s, whole ? QJsonValue() : QJsonValue(annotation.extent().begin)},
            {u"end"_s, whole ? QJsonValue() : QJsonValue(annotation.extent().end)},
            {u"left"_s, one.left},
            {u"quote"_s, annotation.quote},
            {u"right"_s, one.right},
            {u"values"_s, values},
            {u"memo"_s, annotation.memo},
            {u"flagged"_s, annotation.status == AnnotationStatus::Flagged}};
}

/// The list, some at a time: a project may have a million.
Result<> print(const ProjectStore &store, const WantedAnnotations &wanted)
{
    const auto words = wordsIn(store);
    const auto looker = coderMeant(store, QString::fromStdString(wanted.looker));
    const auto lists = ProjectLists::open(store.path());
    const auto articles = lists.and_then([](const ProjectLists &open) { return open.articles(); });
    if (!words || !looker)
        return std::unexpected(!words ? words.error() : looker.error());
    if (!articles)
        return std::unexpected(articles.error());
    const auto sight = *looker ? sightOf(store, **looker) : Result<Sight>();
    const auto filter = filterMeant(store, words->names.codebook, wanted);
    if (!sight || !filter)
        return std::unexpected(!sight ? sight.error() : filter.error());
    const auto found = lists->annotations(*articles, queryOf(*filter, words->names.codebook, words->names.coders, words->actors, *sight));
    if (!found)
        return std::unexpected(found.error());
    if (wanted.json)
        console::out(QByteArray("["));
    constexpr size_t atOnce = 500;
    constexpr int width = 60;
    for (size_t from = 0; from < found->size(); from += atOnce) {
        std::vector<AnnotationId> ids;
        for (size_t at = from; at < std::min(found->size(), from + atOnce); ++at)
            ids.push_back((*found)[at].id);
        const auto read = lists->inContext(ids, width);
        if (!read)
            return std::unexpected(read.error());
        for (size_t at = 0; at < read->size(); ++at) {
            const QJsonObject object = told((*read)[at], (*articles)[size_t((*found)[from + at].article)], *words);
            if (wanted.json) {
                console::out((from + at > 0 ? QByteArray(",") : QByteArray()) + QJsonDocument(object).toJson(QJsonDocument::Compact));
                continue;
            }
            const QString code = object["code"_L1].isNull() ? object["layer"_L1].toString() : object["layer"_L1].toString() + u" / "_s + object["code"_L1].toString();
            console::out(QStringList{object["coder"_L1].toString(), code, object["title"_L1].toString(), object["quote"_L1].toString().simplified(), object["memo"_L1].toString().simplified(),
                                     object["flagged"_L1].toBool() ? u"flagged"_s : QString()}.join(u'\t'));
        }
    }
    if (wanted.json)
        console::out(QByteArray("]\n"));
    return {};
}

int annotations(const WantedAnnotations &wanted)
{
    const QString path = QString::fromStdString(wanted.path);
    auto store = openProject(path, ProjectStore::Mode::ReadOnly);
    if (!store)
        return console::Failed;
    const auto printed = store->holdStill().and_then([&] { return print(*store, wanted); });
    if (!printed) {
        console::failure(printed.error(), path);
        return console::Failed;
    }
    return console::Done;
}

} // namespace

void addAnnotationsCommand(CLI::App &app, Run &run)
{
    auto wanted = std::make_shared<WantedAnnotations>();
    CLI::App *command = app.add_subcommand("annotations", "Tell what was coded across all articles, each with its quote in context");
    command->add_option("project", wanted->path, "The project file")->required();
    command->add_option("--text", wanted->text, "Only those in whose quote or memo all of these words occur");
    command->add_option("--layer", wanted->layer, "Only of this layer");
    command->add_option("--code", wanted->code, "Only with this code or one below it: Economic, Framing/Economic");
    command->add_option("--coder", wanted->coder, "Only of this coder");
    command->add_flag("--flagged", wanted->flagged, "Only flagged ones");
    command->add_flag("--memo", wanted->memo, "Only those with a memo");
    command->add_option("--value", wanted->value, "Only with a value that has all of these words, with its variable or without: \"polarity: against\"");
    command->add_option("--outlet", wanted->outlet, "Only in articles of outlets with these words");
    command->add_option("--date", wanted->date, "Only in articles published then: 2023, 2023-05, 2023-01..2023-06");
    command->add_option("--as", wanted->looker, "Only what this coder may see: nothing of others in blind sets");
    command->add_flag("--json", wanted->json, "As JSON: an array of objects with the places in code points");
    command->callback([wanted, &run] { run = [wanted] { return annotations(*wanted); }; });
}

} // namespace galley
