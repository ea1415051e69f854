// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codebookuse.h"

#include <set>
#include <unordered_set>

namespace galley {

CodebookUse codebookUse(sql::Connection &connection)
{
    // Two scans and small sets: DISTINCT and a join take ten times as long on a million annotations.
    std::set<LayerId> layers;
    std::set<VariableId> variables;
    std::set<CodeId> codes;
    std::unordered_set<qint64> removed;
    sql::Statement rows = connection.prepare("SELECT id, layer, code, deleted FROM annotation");
    while (rows.step()) {
        if (rows.integer(3) != 0) {
            removed.insert(rows.integer(0));
            continue;
        }
        layers.insert(rows.id<LayerId>(1));
        codes.insert(rows.id<CodeId>(2));
    }
    sql::Statement values = connection.prepare("SELECT annotation, variable, code FROM annotation_value");
    while (values.step()) {
        if (removed.contains(values.integer(0)))
            continue;
        variables.insert(values.id<VariableId>(1));
        codes.insert(values.id<CodeId>(2));
    }
    codes.erase(CodeId{}); // no code
    return {{layers.begin(), layers.end()}, {variables.begin(), variables.end()}, {codes.begin(), codes.end()}};
}

} // namespace galley
