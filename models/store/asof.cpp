// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "asof.h"

#include "backup.h"
#include "connecting.h"
#include "failure.h"
#include "openfile.h"
#include "standanew.h"

#include <QFileInfo>
#include <QTemporaryDir>

#include <SQLiteCpp/Transaction.h>

#include <filesystem>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

/// What of the history is later than the entry: what was done here, and what merges brought since.
constexpr auto later = "(own = 1 AND id > ?1) OR id IN (SELECT operation FROM brought WHERE merge > ?1)";

TouchedRows touchedLater(sql::Connection &connection, OperationId entry)
{
    TouchedRows rows;
    // Merges that were set aside since stand again, as they did then, and those that were set aside then do not.
    sql::Statement payloads = connection.prepare(std::string("SELECT payload FROM operation WHERE ") + later
                                                 + " OR id IN (SELECT operation FROM brought JOIN merge ON merge.id = merge WHERE undone > ?1)"
                                                   " OR id IN (SELECT operation FROM brought JOIN set_aside_before USING (merge) WHERE until > ?1)");
    payloads.with(entry);
    while (payloads.step())
        addTouched(payloads.utf8(0), rows);
    rows.sort();
    return rows;
}

/// The history is never shortened but here, in a copy that stands for an earlier time.
void forgetLater(sql::Connection &connection, OperationId entry)
{
    const QString guard = connection.word("SELECT sql FROM sqlite_schema WHERE name = 'operation_is_kept'");
    connection.run("DROP TRIGGER operation_is_kept");
    connection.run("CREATE TEMP TABLE forgotten (id INTEGER PRIMARY KEY)");
    connection.prepare(std::string("INSERT INTO temp.forgotten SELECT id FROM operation WHERE ") + later).with(entry).run();
    connection.run("DELETE FROM brought WHERE operation IN (SELECT id FROM temp.forgotten)");
    connection.prepare("DELETE FROM brought_before WHERE merge > ?1 OR operation IN (SELECT id FROM temp.forgotten)").with(entry).run();
    connection.prepare("DELETE FROM set_aside_before WHERE merge > ?1 OR until > ?1").with(entry).run();
    connection.run("DELETE FROM operation WHERE id IN (SELECT id FROM temp.forgotten)");
    connection.prepare("DELETE FROM merge WHERE id > ?1").with(entry).run();
    connection.run(guard.toUtf8().constData());
}

/// What a merge brought that was set aside later, and another one brought again, was brought by the first.
void nameMergesOfThen(sql::Connection &connection, OperationId entry)
{
    connection.prepare("UPDATE brought SET merge = earlier.merge FROM (SELECT operation, max(merge) AS merge FROM brought_before WHERE merge <= ?1 GROUP BY operation) AS earlier "
                       "WHERE earlier.operation = brought.operation AND brought.merge > ?1")
        .with(entry).run();
}

void standAsOf(const QString &file, OperationId entry)
{
    const OpenFile copy = openFile(file, ProjectStore::Mode::ReadWrite);
    sql::Connection &connection = *copy.connection;
    if (!connection.prepare("SELECT 1 FROM operation WHERE id = ?1 UNION ALL SELECT 1 FROM merge WHERE id = ?1").with(entry).step())
        throw Failure(Store::tr("The history has no entry %1.").arg(entry.value));
    SQLite::Transaction transaction(connection.database(), SQLite::TransactionBehavior::IMMEDIATE);
    connection.run("PRAGMA defer_foreign_keys = ON");
    const TouchedRows rows = touchedLater(connection, entry);
    nameMergesOfThen(connection, entry);
    connection.prepare("UPDATE merge SET undone = CASE WHEN id > ?1 THEN id END WHERE id > ?1 OR undone > ?1").with(entry).run();
    connection.prepare("UPDATE merge SET undone = since FROM set_aside_before WHERE set_aside_before.merge = merge.id AND since <= ?1 AND until > ?1").with(entry).run();
    // What later entries say of rows is needed to know how the project began, so they go last.
    std::vector<LookedAt> found = standAnew(connection, rows, false, entry);
    if (!rows.ids[RowKinds::index<Ruling>()].empty())
        standRulingsAnew(connection, found, false, entry);
    standCodebookAnew(connection, rows, {}, entry);
    forgetLater(connection, entry);
    transaction.commit();
}

} // namespace

Result<> writeAsOf(const QString &project, OperationId entry, const QString &output)
{
    return attempt([&] {
        const QFileInfo there(output);
        if (there.exists())
            throw Failure(Store::tr("There is already a file “%1”.").arg(output));
        QTemporaryDir folder(there.absolutePath() + u"/.asof-XXXXXX"_s); // beside it, so that it appears whole
        if (!folder.isValid())
            throw Failure(Store::tr("Nothing can be written in the folder “%1”.").arg(there.absolutePath()), folder.errorString());
        const QString copy = folder.filePath(u"copy.galley"_s);
        required(saveCopy(project, copy));
        standAsOf(copy, entry);
        std::filesystem::rename(copy.toStdU16String(), output.toStdU16String());
    });
}

} // namespace galley
