// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sql.h"

#include <span>
#include <string>
#include <vector>

namespace galley {

/// 'GLLY', at offset 68 of the file.
constexpr int applicationId = 0x474C4C59;

/// The step that leads to a version of the schema, from the one before. It runs inside a transaction.
struct Migration
{
    int version = 0;
    std::string sql;
    void (*rebuild)(sql::Connection &) = nullptr; ///< where set, `sql` is the whole schema of a new file, and this brings one up
};

/// From version 1 on, in order. Never altered once released: a new version is a new entry.
std::span<const Migration> migrations();

/// Makes or brings up the schema from `from` (0: nothing there yet) and sets user_version; the caller holds the transaction.
void migrate(sql::Connection &connection, int from, std::span<const Migration> steps);

/// A table, index, view or trigger as sqlite_schema lists it, one text each.
using SchemaRows = std::vector<std::string>;

SchemaRows schemaOf(sql::Connection &connection, bool withViews = true);
bool isRebuilt(int version, std::span<const Migration> steps); ///< is there a newer version that makes everything anew?
/// What schemaOf() must give for a file of that version; without views where it is to be rebuilt anyway.
SchemaRows expectedSchema(int version, std::span<const Migration> steps);

} // namespace galley
