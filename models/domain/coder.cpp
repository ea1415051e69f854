// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "coder.h"

#include "identity.h"

namespace galley {

using namespace Qt::StringLiterals;

CoderId coderId(QStringView name)
{
    return {idFrom({u"coder", foldedName(name)})};
}

ActorId actorId(QStringView name)
{
    return {idFrom({u"actor", foldedName(name)})};
}

ProgressId progressId(ArticleId article, CoderId coder)
{
    return {idFrom({u"progress", QString::number(article.value), QString::number(coder.value)})};
}

QString nameOf(CoderRole role)
{
    return role == CoderRole::Coder ? u"coder"_s : u"lead"_s;
}

QString nameOf(ProgressState state)
{
    return state == ProgressState::InProgress ? u"in progress"_s : u"done"_s;
}

std::optional<CoderRole> coderRoleNamed(QStringView name)
{
    if (name == "coder"_L1)
        return CoderRole::Coder;
    return name == "lead"_L1 ? std::optional(CoderRole::Lead) : std::nullopt;
}

std::optional<ProgressState> progressStateNamed(QStringView name)
{
    if (name == "in progress"_L1)
        return ProgressState::InProgress;
    return name == "done"_L1 ? std::optional(ProgressState::Done) : std::nullopt;
}

} // namespace galley
