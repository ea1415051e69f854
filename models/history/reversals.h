// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>

#include <optional>
#include <vector>

/// What can be undone and redone, derived from operations that are never altered. `operations` are in their order.
namespace galley {

/// Each with its `state`: undone where its latest reversal is an undo; discarded where, besides, who undid it did something new since.
void deriveStates(std::vector<Operation> &operations);

/// The newest entry made on this copy that can be taken back: of that coder, or of anyone where none is named.
std::optional<OperationId> nextUndo(const std::vector<Operation> &operations, std::optional<CoderId> coder);

/// What was last undone on this copy by that coder (or anyone) and can be restored.
std::optional<OperationId> nextRedo(const std::vector<Operation> &operations, std::optional<CoderId> coder);

} // namespace galley
