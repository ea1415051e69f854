// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sql.h"

#include <domain/sight.h>

#include <unordered_map>
#include <unordered_set>

namespace galley {

/// The history as somebody sees it to whom articles are blind. An entry is never altered, so what was found out of it is kept.
class SeenEntries
{
public:
    explicit SeenEntries(const Sight &sight);

    const Sight &sight() const { return m_sight; }
    std::vector<Operation> operations(sql::Connection &connection, int limit, OperationId before); ///< newest first

private:
    bool isSeen(sql::Connection &connection, OperationId entry);

    Sight m_sight;
    std::unordered_set<qint64> m_blind;
    std::unordered_map<OperationId, bool> m_known;
};

} // namespace galley
