// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sql.h"

#include <domain/change.h>

#include <optional>

/// The table `operation`: undo stack and audit trail in one. Applied entries can be taken back, newest first; undone ones
/// can be restored, oldest first, until something new is done.
namespace galley {

std::optional<Operation> nextUndo(sql::Connection &connection);
std::optional<Operation> nextRedo(sql::Connection &connection);

/// Appends what was just written; what could still be redone no longer can.
void appendDone(sql::Connection &connection, const Change &change, const Stamp &stamp);

/// Appends the undo (redo) of `target`, which is no longer (again) applied.
void appendReversal(sql::Connection &connection, OperationKind kind, const Operation &target, const Stamp &stamp);

/// What the entry did. Throws Failure where the file no longer says so.
Change changeOf(sql::Connection &connection, const Operation &operation);

std::vector<Operation> operations(sql::Connection &connection, int limit, OperationId before);

} // namespace galley
