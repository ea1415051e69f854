// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "projectfile.h"

#include "../console.h"

#include <domain/identity.h>
#include <project/coderedits.h>

#include <QCoreApplication>

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

Result<ArticleId> articleMeant(const ProjectStore &store, const QString &uuid)
{
    const ArticleId id{idOf(QUuid::fromString(uuid))};
    if (const auto article = id ? store.article(id) : failed(QString()); !article)
        return failed(QCoreApplication::translate("Command", "there is no article “%1”").arg(uuid));
    return id;
}

Result<std::optional<CoderId>> coderMeant(const ProjectStore &store, const QString &name)
{
    if (name.isEmpty())
        return std::nullopt;
    return store.coders().and_then([&](const std::vector<Coder> &coders) -> Result<std::optional<CoderId>> {
        if (const Coder *coder = coderNamed(coders, name))
            return coder->id;
        return failed(QCoreApplication::translate("Command", "there is no coder “%1”").arg(name));
    });
}

Stamp stampOf(CoderId coder)
{
    return {coder, QDateTime::currentDateTimeUtc()};
}

} // namespace galley
