// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "edits.h"

#include "failure.h"
#include "tables.h"

#include <algorithm>
#include <cmath>

namespace galley {

namespace {

template<typename Row>
void refuseWhatCannotBeStored(sql::Connection &connection, const Row &row)
{
    if (!row.id)
        throw Failure(Store::tr("The change was refused: a row has no id."), QLatin1StringView(RowKind<Row>::table));
    if constexpr (std::is_same_v<Row, Annotation>) {
        for (const auto &[variable, value] : row.values) {
            if (const double *number = std::get_if<double>(&value); number && !std::isfinite(*number))
                throw Failure(Store::tr("The change was refused: a value is not a number."));
        }
    }
    if constexpr (std::is_same_v<Row, Article>) {
        sql::Statement text = connection.prepare("SELECT 1 FROM article_text WHERE article = ?1");
        if (!text.with(row.id).step())
            throw Failure(Store::tr("The change was refused: an article comes with its text, by an import."));
    }
}

template<typename Row>
void write(sql::Connection &connection, const Edit<Row> &edit)
{
    if (!edit.before && !edit.after)
        return;
    const auto id = edit.before ? edit.before->id : edit.after->id;
    if (edit.after && edit.after->id != id)
        throw Failure(Store::tr("The change was refused: a row cannot change its id."), QLatin1StringView(RowKind<Row>::table));
    if (stored<Row>(connection, id) != edit.before) {
        throw Failure(Store::tr("The change was refused: the project has changed in the meantime."),
                      QStringLiteral("%1 %2").arg(QLatin1StringView(RowKind<Row>::table)).arg(id.value));
    }
    if (edit.after) {
        refuseWhatCannotBeStored(connection, *edit.after);
        put(connection, *edit.after);
    } else {
        hide<Row>(connection, id);
    }
}

void write(sql::Connection &connection, const BulkEdit &edit)
{
    const std::string table = RowKinds::tables[edit.kind];
    sql::Statement rows = connection.prepare("UPDATE " + table + " SET deleted = ?3 WHERE id BETWEEN ?1 AND ?2");
    for (const IdRun &run : edit.runs)
        rows.with(run.first, run.first + run.count - 1, !edit.added).run();
}

/// The codebook's rows as they are now, under that name.
Codebook codebookNamed(sql::Connection &connection, const QString &name)
{
    return Codebook(name, 1, allStored<Layer>(connection), allStored<Variable>(connection), allStored<Code>(connection));
}

} // namespace

void write(sql::Connection &connection, const AnyEdit &edit)
{
    std::visit([&](const auto &any) { write(connection, any); }, edit);
}

void write(sql::Connection &connection, const Change &change, const Stamp &stamp)
{
    for (const AnyEdit &edit : change.edits)
        write(connection, edit);
    if (altersCodebook(change))
        recordCodebookRevision(connection, change, std::nullopt, stamp);
}

Revision currentRevision(sql::Connection &connection)
{
    sql::Statement row = connection.prepare("SELECT id, number, name FROM codebook_revision WHERE id = (SELECT codebook_revision FROM state)");
    return row.step() ? Revision{row.id<RevisionId>(0), int(row.integer(1)), row.text(2)} : Revision{{}, 1, {}};
}

std::map<RevisionId, int> revisionNumbers(sql::Connection &connection)
{
    std::map<RevisionId, int> numbers;
    sql::Statement rows = connection.prepare("SELECT id, number FROM codebook_revision");
    while (rows.step())
        numbers.emplace(rows.id<RevisionId>(0), int(rows.integer(1)));
    return numbers;
}

void recordCodebookRevision(sql::Connection &connection, const Change &change, std::optional<int> number, const Stamp &stamp)
{
    const Revision last = currentRevision(connection);
    const QString name = change.codebookName ? change.codebookName->after.value_or(QString()) : last.name;
    const Codebook codebook = codebookNamed(connection, name);
    if (contentOf(codebook) == last.id)
        return;
    const int newest = int(connection.number("SELECT max(number) FROM codebook_revision"));
    addCodebookRevision(connection, std::max(number.value_or(newest + 1), last.number), codebook, change.text, stamp);
    if (number && *number <= last.number) // of the untouched codebook, which is replaced
        connection.prepare("DELETE FROM codebook_revision WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM annotation WHERE revision = ?1)").with(last.id).run();
}

void addCodebookRevision(sql::Connection &connection, int number, const Codebook &codebook, const QString &text, const Stamp &stamp)
{
    const RevisionId id = contentOf(codebook);
    connection.prepare("INSERT INTO codebook_revision (id, number, name, created, coder, text) VALUES (?, ?, ?, ?, ?, ?) "
                       "ON CONFLICT (id) DO NOTHING") // a state the codebook has had before, as after an undo
        .with(id, number, codebook.name(), stamp.at, stamp.coder, text)
        .run();
    connection.prepare("UPDATE state SET codebook_revision = ?1").with(id).run();
}

qint64 rowsIn(const Change &change)
{
    qint64 rows = change.codebookName ? 1 : 0;
    for (const AnyEdit &edit : change.edits) {
        const auto *bulk = std::get_if<BulkEdit>(&edit);
        if (!bulk)
            ++rows;
        else
            rows = std::ranges::fold_left(bulk->runs, rows, [](qint64 sum, const IdRun &run) { return sum + run.count; });
    }
    return rows;
}

} // namespace galley
