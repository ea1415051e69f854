// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/id.h>

/// The one order of operations of all copies: by logical time, then by copy. Both are in the operation's id.
namespace galley {

/// Greater than that of every operation the copy had seen (Lamport 1978, "Time, clocks, and the ordering of events"), from 1.
using LogicalTime = qint64;

/// Drawn anew whenever a file is opened for writing: two files that a file manager made of one go on as two copies.
using CopyNumber = qint64;

constexpr int copyBits = 36; ///< so 27 are left for the time: 134 million operations
constexpr LogicalTime lastTime = (LogicalTime(1) << (63 - copyBits)) - 1;

constexpr OperationId operationId(LogicalTime time, CopyNumber copy)
{
    return {time << copyBits | (copy & ((CopyNumber(1) << copyBits) - 1))};
}
constexpr LogicalTime timeOf(OperationId id) { return id.value >> copyBits; }
constexpr CopyNumber copyOf(OperationId id) { return id.value & ((CopyNumber(1) << copyBits) - 1); }

CopyNumber drawnCopy();

} // namespace galley
