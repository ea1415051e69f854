// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seenentries.h"

#include "changejson.h"
#include "history.h"
#include "touchedrows.h"

#include <algorithm>
#include <limits>

namespace galley {

SeenEntries::SeenEntries(const Sight &sight)
    : m_sight(sight)
{
    for (const ArticleId article : sight.blind())
        m_blind.insert(article.value);
}

/// Most entries of others name no article that is blind, and need not be read. What cannot be read is not shown.
bool SeenEntries::isSeen(sql::Connection &connection, OperationId entry)
{
    const auto [known, isNew] = m_known.try_emplace(entry, false);
    if (!isNew)
        return known->second;
    sql::Statement row = connection.prepare("SELECT coder, payload FROM operation WHERE id = ?1");
    if (!row.with(entry).step())
        return known->second = true; // a merge: it says only what file it brought
    if (!mayTouch(row.utf8(1), m_blind))
        return known->second = true;
    const auto change = changeFrom(row.bytes(1));
    return known->second = change && m_sight.sees(row.id<CoderId>(0), *change);
}

std::vector<Operation> SeenEntries::operations(sql::Connection &connection, int limit, OperationId before)
{
    std::vector<OperationId> seen;
    {
        sql::Statement rows = connection.prepare("SELECT id, coder FROM standing_operation WHERE id < ?1 "
                                                 "UNION ALL SELECT id, coder FROM merge WHERE id < ?1 ORDER BY id DESC");
        rows.with(before ? before.value : std::numeric_limits<qint64>::max());
        while (std::ssize(seen) < limit && rows.step()) {
            const auto entry = rows.id<OperationId>(0);
            const auto by = rows.id<CoderId>(1);
            if (m_sight.seesAllBy(by) || isSeen(connection, entry))
                seen.push_back(entry);
        }
    }
    std::vector<Operation> operations;
    for (const OperationId entry : seen) {
        if (auto found = operation(connection, entry))
            operations.push_back(std::move(*found));
    }
    return operations;
}

} // namespace galley
