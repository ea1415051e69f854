// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "openhere.h"

#include "sql.h"

#include <algorithm>
#include <array>

namespace galley {

namespace {

constexpr std::array endings{QLatin1StringView("-wal"), QLatin1StringView("-shm"), QLatin1StringView("-journal"), QLatin1StringView(".lock")};

/// The project that a file kept beside it belongs to; else itself.
QString projectOf(const QString &path)
{
    const auto ending = std::ranges::find_if(endings, [&](QLatin1StringView known) { return path.endsWith(known); });
    return ending == endings.end() ? path : path.chopped(ending->size());
}

} // namespace

bool isOpenHere(const QString &path)
{
    bool isThere = true;
    sql::Presence::whereThereIsNone(projectOf(path).toStdString(), [&] { isThere = false; });
    return isThere;
}

bool isKeptBeside(const QString &path)
{
    return projectOf(path).endsWith(QLatin1StringView(".galley")) && projectOf(path) != path;
}

} // namespace galley
