// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "projectfile.h"

#include "../console.h"

#include <project/coderedits.h>

#include <algorithm>

namespace galley {

std::optional<ProjectStore> openProject(const QString &path, ProjectStore::Mode mode)
{
    auto store = ProjectStore::open(path, mode);
    if (!store) {
        console::failure(store.error(), path);
        return std::nullopt;
    }
    return std::move(*store);
}

Result<CoderId> coderForImport(ProjectStore &store, const QString &name)
{
    const QString wanted = name.isEmpty() ? qEnvironmentVariable("USER", QStringLiteral("coder")) : name;
    auto coders = store.coders();
    if (!coders)
        return std::unexpected(coders.error());
    if (const Coder *known = galley::coderNamed(*coders, wanted))
        return known->id;
    const CoderId coder = store.allot<CoderTag>();
    const auto change = addCoder(*coders, coder, wanted);
    if (!change)
        return std::unexpected(change.error());
    if (auto done = store.apply(*change, stampOf({})); !done)
        return std::unexpected(done.error());
    return coder;
}

Stamp stampOf(CoderId coder)
{
    return {coder, QDateTime::currentDateTimeUtc()};
}

} // namespace galley
