// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/annotation.h>
#include <domain/article.h>
#include <domain/codebook.h>
#include <domain/coder.h>
#include <domain/storedsample.h>

#include <QString>

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

/// The tables an import fills in bulk.
enum class BulkTable { Article, Zone, Annotation, Actor, Progress };

/// Rows first..last of a table, added or removed together. Imports make them, so that the history holds
/// two numbers instead of every text; who follows a change reads the rows again.
struct BulkEdit
{
    BulkTable table = BulkTable::Article;
    qint64 first = 0;
    qint64 last = 0;
    bool added = true;

    bool operator==(const BulkEdit &) const = default;
};

using AnyEdit = std::variant<Edit<Article>, Edit<Zone>, Edit<Layer>, Edit<Variable>, Edit<Code>, Edit<Actor>, Edit<Coder>,
                             Edit<Annotation>, Edit<Progress>, Edit<StoredSample>, BulkEdit>;

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

/// Does it alter the codebook (and so begin a new revision of it)?
bool altersCodebook(const Change &change);

/// The articles whose annotations it touches row by row, in order of first mention.
std::vector<ArticleId> articlesIn(const Change &change);

enum class OperationKind { Do, Undo, Redo };
enum class OperationState { Applied, Undone, Discarded };

/// One entry of the history: who did what, when. Undo and redo are entries too.
struct Operation
{
    OperationId id;
    QUuid uuid;
    QDateTime at; ///< UTC
    CoderId coder;
    QString text;
    OperationKind kind = OperationKind::Do;
    OperationId target;                             ///< of an undo or redo: the entry it took back or restored
    OperationState state = OperationState::Applied; ///< of a Do: undone ones can be redone until something new is done
    int edits = 0;

    bool operator==(const Operation &) const = default;
};

/// Who acts, and when.
struct Stamp
{
    CoderId coder;
    QDateTime at;
};

} // namespace galley
