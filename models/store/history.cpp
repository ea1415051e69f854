// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history.h"

#include "changejson.h"
#include "edits.h"
#include "enumnames.h"
#include "failure.h"

#include <limits>

namespace galley {

namespace {

constexpr auto columns = "SELECT id, uuid, at, coder, text, kind, target, state, edits FROM operation ";

Operation operationFrom(const sql::Statement &row)
{
    Operation operation;
    operation.id = row.id<OperationId>(0);
    operation.uuid = row.uuid(1);
    operation.at = row.time(2);
    operation.coder = row.id<CoderId>(3);
    operation.text = row.text(4);
    operation.kind = enumStored<OperationKind>(row.text(5));
    operation.target = row.id<OperationId>(6);
    operation.state = enumStored<OperationState>(row.text(7));
    operation.edits = int(row.integer(8));
    return operation;
}

std::optional<Operation> first(sql::Connection &connection, const char *condition)
{
    sql::Statement rows = connection.prepare(std::string(columns) + condition);
    return rows.step() ? std::optional(operationFrom(rows)) : std::nullopt;
}

} // namespace

std::optional<Operation> nextUndo(sql::Connection &connection)
{
    return first(connection, "WHERE kind = 'do' AND state = 'applied' ORDER BY id DESC LIMIT 1");
}

std::optional<Operation> nextRedo(sql::Connection &connection)
{
    return first(connection, "WHERE kind = 'do' AND state = 'undone' ORDER BY id LIMIT 1");
}

void appendDone(sql::Connection &connection, const Change &change, const Stamp &stamp)
{
    connection.prepare("UPDATE operation SET state = 'discarded' WHERE kind = 'do' AND state = 'undone'").run();
    connection
        .prepare("INSERT INTO operation (uuid, at, coder, text, kind, state, edits, payload) VALUES (?, ?, ?, ?, 'do', 'applied', ?, ?)")
        .with(QUuid::createUuid(), stamp.at, stamp.coder, change.text, rowsIn(change), jsonOf(change))
        .run();
}

void appendReversal(sql::Connection &connection, OperationKind kind, const Operation &target, const Stamp &stamp)
{
    connection.prepare("UPDATE operation SET state = ?2 WHERE id = ?1")
        .with(target.id, storedName(kind == OperationKind::Undo ? OperationState::Undone : OperationState::Applied))
        .run();
    connection
        .prepare("INSERT INTO operation (uuid, at, coder, text, kind, target, state, edits) VALUES (?, ?, ?, ?, ?, ?, 'applied', ?)")
        .with(QUuid::createUuid(), stamp.at, stamp.coder, target.text, storedName(kind), target.id, target.edits)
        .run();
}

Change changeOf(sql::Connection &connection, const Operation &operation)
{
    sql::Statement row = connection.prepare("SELECT payload FROM operation WHERE id = ?1");
    row.with(operation.id);
    std::optional<Change> change = row.step() ? changeFrom(row.bytes(0)) : std::nullopt;
    if (!change)
        throw Failure(Store::tr("The history no longer says what “%1” changed; it cannot be taken back.").arg(operation.text));
    change->text = operation.text;
    return std::move(*change);
}

std::vector<Operation> operations(sql::Connection &connection, int limit, OperationId before)
{
    sql::Statement rows = connection.prepare(std::string(columns) + "WHERE id < ?1 ORDER BY id DESC LIMIT ?2");
    rows.with(before ? before.value : std::numeric_limits<qint64>::max(), limit);
    std::vector<Operation> result;
    while (rows.step())
        result.push_back(operationFrom(rows));
    return result;
}

} // namespace galley
