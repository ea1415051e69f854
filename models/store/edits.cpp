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
        throw Failure(Store::tr("The change was refused: a row has no id."), QLatin1StringView(tableOf<Row>));
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
        throw Failure(Store::tr("The change was refused: a row cannot change its id."), QLatin1StringView(tableOf<Row>));
    if (stored<Row>(connection, id) != edit.before) {
        throw Failure(Store::tr("The change was refused: the project has changed in the meantime."),
                      QStringLiteral("%1 %2").arg(QLatin1StringView(tableOf<Row>)).arg(id.value));
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
    static constexpr std::array hideRange{
        "UPDATE article SET deleted = ?3 WHERE id BETWEEN ?1 AND ?2", "UPDATE zone SET deleted = ?3 WHERE id BETWEEN ?1 AND ?2",
        "UPDATE annotation SET deleted = ?3 WHERE id BETWEEN ?1 AND ?2", "UPDATE actor SET deleted = ?3 WHERE id BETWEEN ?1 AND ?2",
        "UPDATE progress SET deleted = ?3 WHERE id BETWEEN ?1 AND ?2"};
    connection.prepare(hideRange[size_t(edit.table)]).with(edit.first, edit.last, !edit.added).run();
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

void recordCodebookRevision(sql::Connection &connection, const Change &change, std::optional<int> number, const Stamp &stamp)
{
    int last = 0;
    QString name;
    if (sql::Statement newest = connection.prepare("SELECT number, name FROM codebook_revision ORDER BY number DESC LIMIT 1");
        newest.step()) {
        last = int(newest.integer(0));
        name = newest.text(1);
    }
    if (change.codebookName)
        name = change.codebookName->after.value_or(QString());
    addCodebookRevision(connection, std::max(number.value_or(last + 1), last), name, change.text, stamp);
}

void addCodebookRevision(sql::Connection &connection, int number, const QString &name, const QString &text, const Stamp &stamp)
{
    connection.prepare("INSERT OR REPLACE INTO codebook_revision (number, name, created, coder, text) VALUES (?, ?, ?, ?, ?)")
        .with(number, name, stamp.at, stamp.coder, text)
        .run();
}

qint64 rowsIn(const Change &change)
{
    qint64 rows = change.codebookName ? 1 : 0;
    for (const AnyEdit &edit : change.edits) {
        const auto *bulk = std::get_if<BulkEdit>(&edit);
        rows += bulk ? bulk->last - bulk->first + 1 : 1;
    }
    return rows;
}

} // namespace galley
