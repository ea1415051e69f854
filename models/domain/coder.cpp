// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "coder.h"

#include "identity.h"

namespace galley {

using namespace Qt::StringLiterals;

const Coder &consensusCoder()
{
    static const Coder consensus = [] {
        const CoderId id{idFrom({u"consensus"})};
        return Coder{id, uuidOf(id.value), nameOf(CoderRole::Consensus), CoderRole::Consensus};
    }();
    return consensus;
}

bool isConsensusName(QStringView name)
{
    return foldedName(name) == foldedName(consensusCoder().name);
}

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
    return role == CoderRole::Coder ? u"coder"_s : role == CoderRole::Lead ? u"lead"_s : u"consensus"_s;
}

QString nameOf(ProgressState state)
{
    return state == ProgressState::InProgress ? u"in progress"_s : u"done"_s;
}

std::optional<CoderRole> coderRoleNamed(QStringView name)
{
    if (name == "coder"_L1)
        return CoderRole::Coder;
    if (name == "lead"_L1)
        return CoderRole::Lead;
    return name == "consensus"_L1 ? std::optional(CoderRole::Consensus) : std::nullopt;
}

std::optional<ProgressState> progressStateNamed(QStringView name)
{
    if (name == "in progress"_L1)
        return ProgressState::InProgress;
    return name == "done"_L1 ? std::optional(ProgressState::Done) : std::nullopt;
}

} // namespace galley
