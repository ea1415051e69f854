// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "standing.h"
#include "union.h"

#include <map>
#include <tuple>

/// What a set of operations comes to: the rows that stand, and those to be looked at.
namespace galley {

/// A row of which several versions stand, made without knowing of each other. The first one of `versions` is that of the last edit.
template<typename Row>
struct Collision
{
    decltype(Row::id) id;
    std::vector<std::optional<Row>> versions = {};

    bool operator==(const Collision &) const = default;
};

template<typename Row>
struct Rows
{
    std::map<decltype(Row::id), Row> standing;
    std::vector<Collision<Row>> collisions; ///< by id

    bool operator==(const Rows &) const = default;
};

template<typename List>
struct WorldOf;
template<typename... Kinds>
struct WorldOf<RowList<Kinds...>>
{
    using Type = std::tuple<Rows<Kinds>...>;
};

/// Everything a project consists of.
using World = WorldOf<RowKinds>::Type;

/// The state that follows from the operations, which are in their order. One coder's annotation that became two different
/// ones stays two: the second has an id that follows from the operation it began with, so that every copy gives the same.
World worldOf(const std::vector<Entry> &entries);

/// The id of the second annotation that one became by `operation`.
AnnotationId parted(AnnotationId id, OperationId operation);

/// The versions of one row, that of the last edit first: it stands.
template<typename Row>
std::vector<Version<Row>> lastFirst(const std::vector<RowEdit<Row>> &edits, const std::optional<Row> &begun)
{
    std::vector<Version<Row>> versions = versionsOf(edits, begun);
    std::ranges::stable_sort(versions, std::ranges::greater(), &Version<Row>::last);
    return versions;
}

/// What an annotation's versions beside the standing one are as annotations of their own. That which began without an
/// operation is told from the others by the one the standing version began with.
std::vector<Annotation> secondsOf(AnnotationId id, const std::vector<Version<Annotation>> &lastFirst);

} // namespace galley
