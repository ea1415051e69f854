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

// The last two columns: the latest reversal is an undo, and since then who undid it did something new here.
constexpr auto columns = R"sql(
SELECT id, uuid, at, coder, text, kind, target, edits, own, undo IS NOT NULL,
    EXISTS (SELECT 1 FROM operation AS later WHERE later.id > undo AND later.kind = 'do' AND later.own = 1 AND later.coder IS undoer)
FROM (
    SELECT *,
        (SELECT id FROM operation AS reversal WHERE reversal.target = operation.id ORDER BY id DESC LIMIT 1) AS latest,
        (SELECT iif(kind = 'undo', id, NULL) FROM operation AS reversal WHERE reversal.target = operation.id ORDER BY id DESC LIMIT 1) AS undo,
        (SELECT coder FROM operation AS reversal WHERE reversal.target = operation.id ORDER BY id DESC LIMIT 1) AS undoer
    FROM operation
) AS operation
)sql";

Operation operationFrom(const sql::Statement &row)
{
    Operation operation;
    operation.id = row.id<OperationId>(0);
    operation.uuid = row.uuid(1);
    operation.at = row.time(2);
    operation.coder = row.id<CoderId>(3);
    operation.text = row.text(4);
    operation.kind = enumStored<OperationKind>(row.text(5), "a history entry");
    operation.target = row.id<OperationId>(6);
    operation.edits = int(row.integer(7));
    operation.own = row.integer(8) != 0;
    if (row.integer(9) != 0)
        operation.state = row.integer(10) != 0 ? OperationState::Discarded : OperationState::Undone;
    return operation;
}

std::optional<Operation> first(sql::Connection &connection, const std::string &condition, std::optional<CoderId> coder)
{
    const char *whose = coder ? "AND coder IS ?1 " : "";
    sql::Statement rows = connection.prepare(std::string(columns) + "WHERE own = 1 " + whose + condition);
    if (coder)
        rows.with(*coder);
    return rows.step() ? std::optional(operationFrom(rows)) : std::nullopt;
}

void append(sql::Connection &connection, OperationKind kind, const Operation *target, const Change &change, const Signature &signature)
{
    const OperationId id = operationId(nextTime(connection), signature.copy);
    connection
        .prepare("INSERT INTO operation (id, uuid, at, coder, text, kind, target, edits, own, payload) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?)")
        .with(id, QUuid::createUuid(), signature.stamp.at, signature.stamp.coder, change.text, storedName(kind),
              target ? target->id : OperationId{}, rowsIn(change), jsonOf(change))
        .run();
}

} // namespace

std::optional<Operation> nextUndo(sql::Connection &connection, std::optional<CoderId> coder)
{
    return first(connection, "AND kind = 'do' AND undo IS NULL ORDER BY id DESC LIMIT 1", coder);
}

std::optional<Operation> nextRedo(sql::Connection &connection, std::optional<CoderId> coder)
{
    const char *whose = coder ? "AND u.coder IS ?1 " : "";
    sql::Statement rows = connection.prepare(
        std::string("SELECT target FROM operation AS u WHERE kind = 'undo' AND own = 1 ") + whose
        + "AND NOT EXISTS (SELECT 1 FROM operation AS later WHERE later.target = u.target AND later.id > u.id) "
          "AND NOT EXISTS (SELECT 1 FROM operation AS later WHERE later.id > u.id AND later.kind = 'do' AND later.own = 1 AND later.coder IS u.coder) "
          "ORDER BY id DESC LIMIT 1");
    if (coder)
        rows.with(*coder);
    return rows.step() ? operation(connection, rows.id<OperationId>(0)) : std::nullopt;
}

std::optional<Operation> operation(sql::Connection &connection, OperationId id)
{
    sql::Statement rows = connection.prepare(std::string(columns) + "WHERE id = ?1");
    rows.with(id);
    return rows.step() ? std::optional(operationFrom(rows)) : std::nullopt;
}

LogicalTime nextTime(sql::Connection &connection)
{
    const LogicalTime last = timeOf({connection.number("SELECT max(id) FROM operation")});
    if (last < 0 || last >= lastTime)
        throw Failure(Store::tr("The project file is damaged: its history is out of all bounds."));
    return last + 1;
}

void appendDone(sql::Connection &connection, const Change &change, const Signature &signature)
{
    append(connection, OperationKind::Do, nullptr, change, signature);
}

void appendReversal(sql::Connection &connection, OperationKind kind, const Operation &target, const Change &change, const Signature &signature)
{
    append(connection, kind, &target, change, signature);
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
