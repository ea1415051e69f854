// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "allotment.h"

#include "failure.h"

#include <limits>

namespace galley {

Allotment::Allotment(sql::Connection &connection)
{
    constexpr std::array queries{"SELECT max(id) FROM source",     "SELECT max(id) FROM article", "SELECT max(id) FROM zone",
                                 "SELECT max(id) FROM layer",      "SELECT max(id) FROM variable", "SELECT max(id) FROM code",
                                 "SELECT max(id) FROM actor",      "SELECT max(id) FROM coder",   "SELECT max(id) FROM annotation",
                                 "SELECT max(id) FROM progress",   "SELECT max(id) FROM sample"};
    for (size_t at = 0; at < queries.size(); ++at) {
        const qint64 last = connection.number(queries[at]);
        if (last < 0 || last > std::numeric_limits<qint64>::max() / 2)
            throw Failure(Store::tr("The project file is damaged: its row numbers are out of all bounds."));
        m_last[at] = last;
    }
}

} // namespace galley
