// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sql.h"

#include <domain/change.h>
#include <history/order.h>

#include <optional>

/// The table `operation`: undo stack, audit trail and what travels between copies in one. Entries are appended and never
/// altered; what of them is undone is derived (history/reversals.h says how, here it is a query).
namespace galley {

/// Where an entry is appended, by whom and when.
struct Signature
{
    CopyNumber copy = 0;
    Stamp stamp;
};

/// The newest entry made on this copy that can be taken back: of that coder, or of anyone.
std::optional<Operation> nextUndo(sql::Connection &connection, std::optional<CoderId> coder);
std::optional<Operation> nextRedo(sql::Connection &connection, std::optional<CoderId> coder);
std::optional<Operation> operation(sql::Connection &connection, OperationId id);

/// The time the next entry will have. Throws Failure where the file says one out of all bounds.
LogicalTime nextTime(sql::Connection &connection);

/// Appends what was just written.
void appendDone(sql::Connection &connection, const Change &change, const Signature &signature);

/// Appends the undo (redo) of `target`, with the edits that were written for it.
void appendReversal(sql::Connection &connection, OperationKind kind, const Operation &target, const Change &change, const Signature &signature);

/// What the entry did. Throws Failure where the file no longer says so.
Change changeOf(sql::Connection &connection, const Operation &operation);

/// Newest first.
std::vector<Operation> operations(sql::Connection &connection, int limit, OperationId before);

} // namespace galley
