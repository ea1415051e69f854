// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema.h"

#include "schemaversions.h"

#include <sqlite3.h>

#include <algorithm>

namespace galley {

std::span<const Migration> migrations()
{
    static const std::vector<Migration> steps{{1, version1()}, {2, version2()}, {3, version3()}, {4, version4(), bringUpToVersion4}, {5, version5()}, {6, version6()}, {7, passagesAsValues()}};
    return steps;
}

namespace {

/// The steps that make a new file of that version: from the last whole schema on.
std::span<const Migration> stepsOfNewFile(int version, std::span<const Migration> steps)
{
    size_t first = 0;
    for (size_t at = 0; at < steps.size(); ++at) {
        if (steps[at].rebuild && steps[at].version <= version)
            first = at;
    }
    return steps.subspan(first);
}

} // namespace

bool isRebuilt(int version, std::span<const Migration> steps)
{
    return std::ranges::any_of(steps, [=](const Migration &step) { return step.rebuild && step.version > version; });
}

void migrate(sql::Connection &connection, int from, std::span<const Migration> steps)
{
    for (const Migration &step : from == 0 ? stepsOfNewFile(steps.back().version, steps) : steps) {
        if (step.version <= from)
            continue;
        if (from > 0 && step.rebuild)
            step.rebuild(connection);
        else
            connection.run(step.sql.c_str());
        connection.run(("PRAGMA user_version = " + std::to_string(step.version)).c_str());
    }
}

SchemaRows schemaOf(sql::Connection &connection, bool withViews)
{
    // Statistics that ANALYZE leaves behind are the one thing a file may have beyond its schema.
    sql::Statement rows = connection.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema");
    SchemaRows result;
    while (rows.step()) {
        if (rows.utf8(1).starts_with("sqlite_stat") || (!withViews && rows.utf8(0) == "view"))
            continue;
        std::string row;
        for (int column = 0; column < 4; ++column)
            row.append(rows.utf8(column)).push_back('\n');
        result.push_back(std::move(row));
    }
    std::ranges::sort(result);
    return result;
}

SchemaRows expectedSchema(int version, std::span<const Migration> steps)
{
    sql::Connection memory(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, 0);
    for (const Migration &step : stepsOfNewFile(version, steps)) {
        if (step.version <= version)
            memory.run(step.sql.c_str());
    }
    return schemaOf(memory);
}

} // namespace galley
