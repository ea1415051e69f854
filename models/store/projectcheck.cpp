// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storeprivate.h"

#include "articletext.h"
#include "changejson.h"
#include "failure.h"
#include "tables.h"

#include <domain/textpositions.h>
#include <history/order.h>

#include <algorithm>

/// Each check goes as far as the file lets it; what stops it becomes a problem itself.
namespace galley {

namespace {

using namespace Qt::StringLiterals;
using Problems = std::vector<Problem>;

void checkStructure(sql::Connection &connection, Problems &problems)
{
    sql::Statement rows = connection.prepare("PRAGMA integrity_check(100)");
    while (rows.step()) {
        if (rows.utf8(0) != "ok")
            problems.push_back({Store::tr("structure"), rows.text(0)});
    }
}

void checkReferences(sql::Connection &connection, Problems &problems)
{
    sql::Statement rows = connection.prepare("PRAGMA foreign_key_check");
    while (rows.step()) {
        problems.push_back({u"%1 %2"_s.arg(rows.text(0)).arg(rows.integer(1)),
                            Store::tr("refers to a row of “%1” that is not there").arg(rows.text(2))});
    }
}

void checkAnnotation(const Annotation &annotation, const QString &text, const TextPositions &positions, const Codebook &codebook,
                     Problems &problems)
{
    const auto report = [&](const QString &what) {
        problems.push_back({Store::tr("annotation %1").arg(annotation.uuid.toString(QUuid::WithoutBraces)), what});
    };
    const auto strayOf = [&](const std::vector<Range> &ranges) -> std::optional<Range> {
        qsizetype last = 0;
        for (const Range &range : ranges) {
            if (range.begin < last || range.isEmpty() || range.end > positions.codePoints())
                return range;
            last = range.end;
        }
        return std::nullopt;
    };
    if (const auto stray = strayOf(annotation.ranges)) {
        report(Store::tr("its range %1–%2 is not one of the article's text").arg(stray->begin).arg(stray->end));
        return;
    }
    if (quoteOf(text, positions, annotation.ranges) != annotation.quote)
        report(Store::tr("its quote is not the text at its place"));
    const Layer *layer = codebook.layer(annotation.layer);
    if (!layer) {
        report(Store::tr("its layer is not in the codebook"));
        return;
    }
    if ((layer->unit == LayerUnit::Article) != annotation.ranges.empty())
        report(Store::tr("its layer “%1” applies to another unit").arg(layer->name));
    const Variable *principal = codebook.principalVariable(layer->id);
    const Code *code = codebook.code(annotation.code);
    if (annotation.code && (!code || !principal || code->variable != principal->id))
        report(Store::tr("its code is not one of the layer “%1”").arg(layer->name));
    for (const auto &[id, value] : annotation.values) {
        const Variable *variable = codebook.variable(id);
        const CodeId *valueCode = std::get_if<CodeId>(&value);
        const Code *known = valueCode ? codebook.code(*valueCode) : nullptr;
        if (!variable || variable->layer != layer->id || (valueCode && (!known || known->variable != id)))
            report(Store::tr("a value is not one of the layer “%1”").arg(layer->name));
        const auto *passage = std::get_if<Passage>(&value);
        if (passage && (passage->ranges.empty() || strayOf(passage->ranges) || quoteOf(text, positions, passage->ranges) != passage->quote))
            report(Store::tr("a passage that is a value of it is not the article's text at its place"));
    }
}

void checkTexts(const ProjectStore &store, sql::Connection &connection, Problems &problems)
{
    const Codebook codebook = required(store.codebook());
    std::vector<Coder> coders = required(store.coders());
    coders.push_back(consensusCoder());
    sql::Statement articles = connection.prepare("SELECT id, uuid, length FROM article WHERE deleted = 0 ORDER BY position, id");
    while (articles.step()) {
        const auto id = articles.id<ArticleId>(0);
        const QString where = Store::tr("article %1").arg(articles.text(1));
        const Result<QString> text = attempt([&] { return articleText(connection, id); });
        if (!text) {
            problems.push_back({where, text.error().message});
            continue;
        }
        const TextPositions positions(*text);
        if (positions.codePoints() != articles.integer(2))
            problems.push_back({where, Store::tr("its text has %1 characters instead of %2").arg(positions.codePoints()).arg(articles.integer(2))});
        sql::Statement annotations = connection.prepare("SELECT id FROM annotation WHERE article = ?1 AND deleted = 0 ORDER BY start, id");
        annotations.with(id);
        while (annotations.step()) { // each by itself: one that cannot be read hides none of the others
            const auto at = annotations.id<AnnotationId>(0);
            const auto annotation = attempt([&] { return stored<Annotation>(connection, at); });
            if (!annotation || !*annotation) { // an index of a damaged file may name one that its table does not have
                problems.push_back({Store::tr("annotation %1").arg(uuidOf(at.value).toString(QUuid::WithoutBraces)),
                                    annotation ? Store::tr("it is listed, and cannot be found") : annotation.error().message});
                continue;
            }
            checkAnnotation(**annotation, *text, positions, codebook, problems);
            if (!std::ranges::contains(coders, (*annotation)->coder, &Coder::id))
                problems.push_back({Store::tr("annotation %1").arg((*annotation)->uuid.toString(QUuid::WithoutBraces)), Store::tr("its coder is not in the project")});
        }
        for (const Suggestion &suggestion : required(store.suggestions(id))) {
            if (!suggestion.ranges.empty() && suggestion.ranges.back().end > positions.codePoints())
                problems.push_back({Store::tr("suggestion %1").arg(suggestion.id.value), Store::tr("it is for a place that is not one of the article's text")});
        }
    }
}

void checkCodebook(const ProjectStore &store, Problems &problems)
{
    const Codebook codebook = required(store.codebook());
    for (const Variable &variable : codebook.variables()) {
        if (!codebook.layer(variable.layer))
            problems.push_back({Store::tr("variable “%1”").arg(variable.name), Store::tr("its layer is not in the codebook")});
    }
    for (const Code &code : codebook.codes()) {
        if (!codebook.variable(code.variable))
            problems.push_back({Store::tr("code “%1”").arg(code.name), Store::tr("its variable is not in the codebook")});
    }
}

void checkCodeTree(sql::Connection &connection, Problems &problems)
{
    sql::Statement rows = connection.prepare("WITH RECURSIVE reached (id) AS ("
                                             "SELECT id FROM code WHERE parent IS NULL "
                                             "UNION SELECT code.id FROM code JOIN reached ON code.parent = reached.id) "
                                             "SELECT name FROM code WHERE deleted = 0 AND id NOT IN (SELECT id FROM reached)");
    while (rows.step())
        problems.push_back({Store::tr("code “%1”").arg(rows.text(0)), Store::tr("it stands below itself")});
}

void checkHistory(sql::Connection &connection, Problems &problems)
{
    sql::Statement rows = connection.prepare("SELECT id, payload FROM operation WHERE kind = 'do' ORDER BY id");
    while (rows.step()) {
        if (!changeFrom(rows.bytes(1)))
            problems.push_back({Store::tr("history entry %1").arg(timeOf(rows.id<OperationId>(0))), Store::tr("it no longer says what it changed")});
    }
}

} // namespace

Result<std::vector<Problem>> ProjectStore::check() const
{
    Problems problems;
    const auto part = [&](const QString &name, const auto &work) {
        if (const Result<> done = attempt(work); !done)
            problems.push_back({name, done.error().message + (done.error().detail.isEmpty() ? QString() : u" ("_s + done.error().detail + u')')});
    };
    sql::Connection &connection = d->connection();
    part(Store::tr("structure"), [&] { checkStructure(connection, problems); });
    part(Store::tr("references"), [&] { checkReferences(connection, problems); });
    part(Store::tr("codebook"), [&] { checkCodebook(*this, problems); });
    part(Store::tr("codebook"), [&] { checkCodeTree(connection, problems); });
    part(Store::tr("texts"), [&] { checkTexts(*this, connection, problems); });
    part(Store::tr("history"), [&] { checkHistory(connection, problems); });
    return problems;
}

} // namespace galley
