// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/rowkinds.h>

#include <QDateTime>
#include <QString>
#include <QUuid>

#include <algorithm>
#include <optional>
#include <variant>
#include <vector>

namespace galley {

/// One row before and after: no `before` means added, no `after` means removed.
template<typename Row>
struct Edit
{
    std::optional<Row> before;
    std::optional<Row> after;

    bool operator==(const Edit &) const = default;
};

/// Ids that follow each other: first, first + 1 … count of them.
struct IdRun
{
    qint64 first = 0;
    qint64 count = 0;

    bool operator==(const IdRun &) const = default;
};

/// Rows of one kind added or removed together. Imports make them, so that the history names rows instead of holding every
/// text; the rows themselves travel beside the operation, and who follows a change reads them again.
struct BulkEdit
{
    size_t kind = 0; ///< its place in RowKinds
    std::vector<IdRun> runs;
    bool added = true;

    template<typename Row>
    bool isOf() const
    {
        return kind == RowKinds::index<Row>();
    }
    bool operator==(const BulkEdit &) const = default;
};

template<typename Row>
BulkEdit bulkAdded(std::vector<IdRun> runs) { return {RowKinds::index<Row>(), std::move(runs), true}; }

/// An edit of one row of any kind, or of many.
template<typename List>
struct EditOf;
template<typename... Rows>
struct EditOf<RowList<Rows...>>
{
    using Type = std::variant<Edit<Rows>..., BulkEdit>;
};
using AnyEdit = EditOf<RowKinds>::Type;

/// Everything one user action alters, as data. The store applies it and appends it to the history, undo inverts it,
/// and every item model follows it; there is no other way to alter a project.
struct Change
{
    QString text; ///< what the user did, for the history: "Code “…” as Framing / Economic"
    std::vector<AnyEdit> edits;
    std::optional<Edit<QString>> codebookName = std::nullopt; ///< where the codebook is given another name: both set

    bool isEmpty() const { return edits.empty() && !codebookName; }
    bool operator==(const Change &) const = default;
};

template<typename Row>
Edit<Row> added(Row row) { return {std::nullopt, std::move(row)}; }

template<typename Row>
Edit<Row> removed(Row row) { return {std::move(row), std::nullopt}; }

template<typename Row>
Edit<Row> modified(Row before, Row after) { return {std::move(before), std::move(after)}; }

/// The change that takes back `change`: each edit swapped, in reverse order.
Change inverse(const Change &change);

/// Does it touch rows of one of these kinds, one by one or in bulk?
template<typename... Rows>
bool alters(const Change &change)
{
    return std::ranges::any_of(change.edits, [](const AnyEdit &any) {
        const auto *bulk = std::get_if<BulkEdit>(&any);
        return bulk ? (bulk->isOf<Rows>() || ...) : (std::holds_alternative<Edit<Rows>>(any) || ...);
    });
}

/// Does it alter the codebook (and so begin a new revision of it)?
bool altersCodebook(const Change &change);

/// The articles whose annotations, or answers to suggestions, it touches row by row, in order of first mention.
std::vector<ArticleId> articlesIn(const Change &change);

enum class OperationKind { Do, Undo, Redo, Merge };
enum class OperationState { Applied, Undone, Discarded };

/// One entry of the history: who did what, when. Undo and redo are entries too: entries are appended and never altered.
/// A merge is told in its place on the copy that merged; it is no entry that travels.
/// The id is the entry's place in the order of all copies: logical time, then the copy (see history/order.h).
struct Operation
{
    OperationId id;
    QUuid uuid;
    QDateTime at; ///< UTC
    CoderId coder;
    QString text;
    OperationKind kind = OperationKind::Do;
    OperationId target;                             ///< of an undo or redo: the entry it took back or restored
    OperationState state = OperationState::Applied; ///< derived; of a Do: undone ones can be redone until its coder does something new
    int edits = 0;
    bool own = true; ///< made on this copy (or one it was copied from), not brought by a merge

    bool operator==(const Operation &) const = default;
};

/// Who acts, and when.
struct Stamp
{
    CoderId coder;
    QDateTime at;
};

} // namespace galley
