// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codebookuse.h"

#include <algorithm>

namespace galley {

namespace {

template<typename T>
void sortOut(std::vector<T> &ids)
{
    std::ranges::sort(ids);
    ids.erase(std::ranges::unique(ids).begin(), ids.end());
    if (!ids.empty() && !ids.front())
        ids.erase(ids.begin());
}

} // namespace

CodebookUse codebookUse(sql::Connection &connection)
{
    CodebookUse use;
    sql::Statement rows = connection.prepare("SELECT DISTINCT layer, code FROM annotation WHERE deleted = 0");
    while (rows.step()) {
        use.layers.push_back(rows.id<LayerId>(0));
        use.codes.push_back(rows.id<CodeId>(1));
    }
    sql::Statement values = connection.prepare("SELECT DISTINCT variable, annotation_value.code FROM annotation_value "
                                               "JOIN annotation ON annotation.id = annotation_value.annotation WHERE deleted = 0");
    while (values.step()) {
        use.variables.push_back(values.id<VariableId>(0));
        use.codes.push_back(values.id<CodeId>(1));
    }
    sortOut(use.layers);
    sortOut(use.variables);
    sortOut(use.codes);
    return use;
}

} // namespace galley
