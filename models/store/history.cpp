// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history.h"

#include "changejson.h"
#include "edits.h"
#include "enumnames.h"
#include "failure.h"

#include <algorithm>
#include <limits>

namespace galley {

namespace {

// The last two columns: the latest reversal is an undo, and since then who undid it did something new here.
constexpr auto columns = R"sql(
SELECT id, uuid, at, coder, text, kind, target, edits, own, undo IS NOT NULL,
    EXISTS (SELECT 1 FROM standing_operation AS later WHERE later.id > undo AND later.kind = 'do' AND later.own = 1 AND later.coder IS undoer)
FROM (
    SELECT *,
        (SELECT id FROM standing_operation AS reversal WHERE reversal.target = operation.id ORDER BY id DESC LIMIT 1) AS latest,
        (SELECT iif(kind = 'undo', id, NULL) FROM standing_operation AS reversal WHERE reversal.target = operation.id ORDER BY id DESC LIMIT 1) AS undo,
        (SELECT coder FROM standing_operation AS reversal WHERE reversal.target = operation.id ORDER BY id DESC LIMIT 1) AS undoer
    FROM standing_operation AS operation
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

constexpr auto mergeColumns = "SELECT id, at, coder, text, undone IS NOT NULL, (SELECT count(*) FROM brought WHERE brought.merge = merge.id) FROM merge ";

Operation mergeFrom(const sql::Statement &row)
{
    Operation merge;
    merge.id = row.id<OperationId>(0);
    merge.at = row.time(1);
    merge.coder = row.id<CoderId>(2);
    merge.text = row.text(3);
    merge.kind = OperationKind::Merge;
    merge.state = row.integer(4) != 0 ? OperationState::Undone : OperationState::Applied;
    merge.edits = int(row.integer(5));
    return merge;
}

std::optional<Operation> mergeWhere(sql::Connection &connection, const char *condition, const char *order, std::optional<CoderId> coder)
{
    sql::Statement rows = connection.prepare(std::string(mergeColumns) + "WHERE " + condition + (coder ? " AND coder IS ?1 " : " ") + order);
    if (coder)
        rows.with(*coder);
    return rows.step() ? std::optional(mergeFrom(rows)) : std::nullopt;
}

qint64 whenUndone(sql::Connection &connection, OperationId merge)
{
    sql::Statement row = connection.prepare("SELECT undone FROM merge WHERE id = ?1");
    return row.with(merge).step() ? row.integer(0) : 0;
}

std::optional<Operation> newer(std::optional<Operation> one, std::optional<Operation> other)
{
    return one && other ? (one->id > other->id ? one : other) : one ? one : other;
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
    return newer(first(connection, "AND kind = 'do' AND undo IS NULL ORDER BY id DESC LIMIT 1", coder),
                 mergeWhere(connection, "undone IS NULL", "ORDER BY id DESC LIMIT 1", coder));
}

std::optional<Operation> nextRedo(sql::Connection &connection, std::optional<CoderId> coder)
{
    const char *whose = coder ? "AND u.coder IS ?1 " : "";
    sql::Statement rows = connection.prepare(
        std::string("SELECT target, id FROM standing_operation AS u WHERE kind = 'undo' AND own = 1 ") + whose
        + "AND NOT EXISTS (SELECT 1 FROM standing_operation AS later WHERE later.target = u.target AND later.id > u.id) "
          "AND NOT EXISTS (SELECT 1 FROM standing_operation AS later WHERE later.id > u.id AND later.kind = 'do' AND later.own = 1 AND later.coder IS u.coder) "
          "ORDER BY id DESC LIMIT 1");
    if (coder)
        rows.with(*coder);
    const bool found = rows.step();
    const auto merge = mergeWhere(connection,
        "undone IS NOT NULL AND NOT EXISTS (SELECT 1 FROM operation AS later WHERE later.id > undone AND later.kind = 'do' AND later.own = 1 AND later.coder IS merge.coder)",
        "ORDER BY undone DESC LIMIT 1", coder);
    if (!found)
        return merge;
    return merge && whenUndone(connection, merge->id) > rows.integer(1) ? merge : operation(connection, rows.id<OperationId>(0));
}

std::optional<Operation> operation(sql::Connection &connection, OperationId id)
{
    sql::Statement rows = connection.prepare(std::string(columns) + "WHERE id = ?1");
    rows.with(id);
    if (rows.step())
        return operationFrom(rows);
    sql::Statement merges = connection.prepare(std::string(mergeColumns) + "WHERE id = ?1");
    return merges.with(id).step() ? std::optional(mergeFrom(merges)) : std::nullopt;
}

LogicalTime nextTime(sql::Connection &connection)
{
    const LogicalTime last = timeOf({std::max({connection.number("SELECT max(id) FROM operation"), connection.number("SELECT max(max(id), coalesce(max(undone), 0)) FROM merge"),
                                            connection.number("SELECT max(until) FROM set_aside_before")})});
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
    const qint64 end = before ? before.value : std::numeric_limits<qint64>::max();
    std::vector<Operation> result;
    sql::Statement rows = connection.prepare(std::string(columns) + "WHERE id < ?1 ORDER BY id DESC LIMIT ?2");
    rows.with(end, limit);
    while (rows.step())
        result.push_back(operationFrom(rows));
    sql::Statement merges = connection.prepare(std::string(mergeColumns) + "WHERE id < ?1 ORDER BY id DESC LIMIT ?2");
    merges.with(end, limit);
    while (merges.step())
        result.push_back(mergeFrom(merges));
    std::ranges::sort(result, std::ranges::greater(), &Operation::id);
    result.resize(std::min(result.size(), size_t(limit)));
    return result;
}

} // namespace galley
