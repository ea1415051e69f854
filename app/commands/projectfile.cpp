// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "projectfile.h"

#include "../console.h"

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

Stamp stampOf(CoderId coder)
{
    return {coder, QDateTime::currentDateTimeUtc()};
}

} // namespace galley
