// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "projectfile.h"

#include "../console.h"

#include <domain/identity.h>
#include <project/coderedits.h>

#include <QCoreApplication>

#include <array>
#include <functional>

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

Result<CodeId> codeMeant(const Codebook &codebook, const QString &name)
{
    const auto behind = [&](const QString &before) { return name.startsWith(before) ? name.sliced(before.size()) : QString(); };
    const auto layerOf = [&](const Variable &variable) { return codebook.layer(variable.layer)->name + u'/'; };
    const auto isPrincipal = [&](const Variable &variable) { return codebook.principalVariable(variable.layer) == &variable; };
    // What the name can mean, the closest first: the path of the code in a variable, or nothing.
    const std::array<std::function<QString(const Variable &)>, 5> readings{
        [&](const Variable &variable) { return isPrincipal(variable) ? behind(layerOf(variable)) : QString(); },
        [&](const Variable &variable) { return behind(layerOf(variable) + variable.name + u'/'); },
        [&](const Variable &variable) { return behind(layerOf(variable)); },
        [&](const Variable &variable) { return isPrincipal(variable) ? name : QString(); },
        [&](const Variable &) { return name; },
    };
    for (const auto &pathIn : readings) {
        std::vector<CodeId> meant;
        for (const Variable &variable : codebook.variables()) {
            if (const Code *code = codebook.code(variable.id, pathIn(variable)))
                meant.push_back(code->id);
        }
        if (meant.size() > 1)
            return failed(QCoreApplication::translate("Command", "several codes are called “%1”; say Layer/Code or Layer/variable/Code").arg(name));
        if (!meant.empty())
            return meant.front();
    }
    return failed(QCoreApplication::translate("Command", "there is no code “%1”; a code is named Layer/Code").arg(name));
}

} // namespace galley
