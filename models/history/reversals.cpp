// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reversals.h"

#include <ranges>
#include <unordered_map>

namespace galley {

namespace {

/// The latest reversal of each entry that has one.
std::unordered_map<OperationId, const Operation *> latestReversals(const std::vector<Operation> &operations)
{
    std::unordered_map<OperationId, const Operation *> latest;
    for (const Operation &operation : operations) {
        if (operation.target)
            latest[operation.target] = &operation;
    }
    return latest;
}

/// Of each coder, the last new thing done on this copy.
std::unordered_map<CoderId, OperationId> lastDone(const std::vector<Operation> &operations)
{
    std::unordered_map<CoderId, OperationId> last;
    for (const Operation &operation : operations) {
        if (operation.kind == OperationKind::Do && operation.own)
            last[operation.coder] = operation.id;
    }
    return last;
}

bool isBy(const Operation &operation, std::optional<CoderId> coder)
{
    return operation.own && (!coder || operation.coder == *coder);
}

} // namespace

void deriveStates(std::vector<Operation> &operations)
{
    const auto reversals = latestReversals(operations);
    const auto done = lastDone(operations);
    for (Operation &operation : operations) {
        const auto reversal = reversals.find(operation.id);
        if (operation.kind != OperationKind::Do || reversal == reversals.end() || reversal->second->kind != OperationKind::Undo) {
            operation.state = OperationState::Applied;
            continue;
        }
        const auto since = done.find(reversal->second->coder);
        operation.state = since != done.end() && since->second > reversal->second->id ? OperationState::Discarded : OperationState::Undone;
    }
}

std::optional<OperationId> nextUndo(const std::vector<Operation> &operations, std::optional<CoderId> coder)
{
    const auto reversals = latestReversals(operations);
    for (const Operation &operation : operations | std::views::reverse) {
        if (operation.kind != OperationKind::Do || !isBy(operation, coder))
            continue;
        const auto reversal = reversals.find(operation.id);
        if (reversal == reversals.end() || reversal->second->kind == OperationKind::Redo)
            return operation.id;
    }
    return std::nullopt;
}

std::optional<OperationId> nextRedo(const std::vector<Operation> &operations, std::optional<CoderId> coder)
{
    const auto reversals = latestReversals(operations);
    const auto done = lastDone(operations);
    for (const Operation &operation : operations | std::views::reverse) {
        if (operation.kind != OperationKind::Undo || !isBy(operation, coder) || reversals.at(operation.target) != &operation)
            continue;
        const auto since = done.find(operation.coder);
        if (since == done.end() || since->second < operation.id)
            return operation.target;
    }
    return std::nullopt;
}

} // namespace galley
