// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "coder.h"

#include "identity.h"

#include <QJsonObject>

#include <algorithm>
#include <array>
#include <utility>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array actorKinds{""_L1, "person"_L1, "organisation"_L1, "country"_L1, "group"_L1, "other"_L1}; // in the order of ActorKind

} // namespace

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

QJsonArray jsonArrayOf(const std::vector<ActorAttribute> &attributes)
{
    QJsonArray array;
    for (const auto &[name, value, from, to] : attributes) {
        QJsonObject object{{u"name"_s, name}, {u"value"_s, value}};
        if (!from.isEmpty())
            object.insert(u"from"_s, from);
        if (!to.isEmpty())
            object.insert(u"to"_s, to);
        array.append(object);
    }
    return array;
}

std::vector<ActorAttribute> attributesFrom(const QJsonArray &array)
{
    std::vector<ActorAttribute> attributes;
    for (const QJsonValue &element : array)
        attributes.push_back({element["name"_L1].toString(), element["value"_L1].toString(), element["from"_L1].toString(), element["to"_L1].toString()});
    return attributes;
}

QString nameOf(ActorKind kind)
{
    return actorKinds[size_t(std::to_underlying(kind))];
}

std::optional<ActorKind> actorKindNamed(QStringView name)
{
    const auto found = std::ranges::find_if(actorKinds, [=](QLatin1StringView known) { return name == known; });
    return found == actorKinds.end() ? std::nullopt : std::optional(ActorKind(found - actorKinds.begin()));
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
