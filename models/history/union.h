// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>

#include <vector>

/// A copy of a project is a set of operations; merging is the union of two sets.
namespace galley {

/// An operation with what it did, as it travels. Rows that came in bulk stand in `change` as edits of their own.
struct Entry
{
    Operation operation;
    Change change;

    bool operator==(const Entry &) const = default;
};

/// In the order of operations, each once. What two sets both have is taken from the first; `own` of what only `theirs` has is false.
std::vector<Entry> unionOf(const std::vector<Entry> &ours, const std::vector<Entry> &theirs);

} // namespace galley
