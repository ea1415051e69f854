// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>

#include <array>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace galley {

/// The rows that entries of the history altered, by kind: sorted ids, each once, and whether the codebook was given another name.
struct TouchedRows
{
    std::array<std::vector<qint64>, RowKinds::size> ids;
    bool codebookNamed = false;

    void sort();
    bool has(size_t kind, qint64 id) const; ///< once sorted
    bool isEmpty() const;
    bool altersCodebook() const; ///< a row or the name of it
};

/// Adds what an entry's payload alters, without reading the rows themselves. Throws Failure where it is no such thing.
void addTouched(std::string_view payload, TouchedRows &rows);

using IdSet = std::unordered_set<qint64>;
IdSet idsIn(const TouchedRows &rows);

/// Does the payload name one of the ids, or rows in bulk? Most entries do neither, and need not be read.
bool mayTouch(std::string_view payload, const IdSet &ids);

/// The one article that the rows of the payload are in; 0 where it is none, or several, or rows in bulk. Without reading the rows,
/// since it is asked of every entry there is.
ArticleId onlyArticleIn(std::string_view payload);

} // namespace galley
