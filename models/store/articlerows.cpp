// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "articlerows.h"

#include "tables.h"

#include <algorithm>

namespace galley {

namespace {

/// All rows that a condition picks, as one query text per place of use.
template<typename Row>
std::vector<Row> rowsOf(sql::Connection &connection, const std::string &condition, ArticleId article)
{
    sql::Statement rows
        = connection.prepare("SELECT " + columnsOf<Row>() + " FROM " + RowKind<Row>::table + " WHERE deleted = 0 AND " + condition);
    rows.with(article);
    std::vector<Row> result;
    while (rows.step())
        readRow(rows, result.emplace_back());
    return result;
}

} // namespace

std::vector<Zone> zonesIn(sql::Connection &connection, ArticleId article)
{
    return rowsOf<Zone>(connection, "article = ?1 ORDER BY start, id", article);
}

std::vector<Annotation> annotationsIn(sql::Connection &connection, ArticleId article)
{
    auto annotations = rowsOf<Annotation>(connection, "article = ?1 ORDER BY start, end DESC, created, id", article);
    for (Annotation &annotation : annotations)
        annotation.values = valuesOf(connection, annotation.id);
    std::ranges::stable_sort(annotations, readsBefore);
    return annotations;
}

std::vector<Progress> progressIn(sql::Connection &connection, ArticleId article)
{
    return rowsOf<Progress>(connection, "article = ?1 ORDER BY coder", article);
}

} // namespace galley
