// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "coder.h"

#include "identity.h"

#include <QJsonObject>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array actorKinds{""_L1, "person"_L1, "organisation"_L1, "country"_L1, "group"_L1, "other"_L1}; // in the order of ActorKind

/// The UUID of a second self: “2nd”, 24 bits of the first one's id, version 8 with the next 12; the variant, the last 27, 35 bits of the set's id.
constexpr quint64 selfTag = 0x326E'6400'0000'0000, selfTagMask = 0xFFFF'FF00'0000'0000, version8 = 0x8000, versionMask = 0xF000;
constexpr quint64 selfVariant = 0x8000'0000'0000'0000, selfVariantMask = 0xC000'0000'0000'0000;
constexpr int lastBits = 27, setBits = 35;
constexpr quint64 bits(int count) { return (quint64(1) << count) - 1; }

} // namespace

Coder secondSelf(const Coder &coder, SetId set, const QString &setName)
{
    const auto id = quint64(coder.id.value);
    QByteArray bytes(16, Qt::Uninitialized);
    qToBigEndian(selfTag | (id >> (lastBits + 12)) << 16 | version8 | (id >> lastBits & bits(12)), bytes.data());
    qToBigEndian(selfVariant | (id & bits(lastBits)) << setBits | (quint64(set.value) & bits(setBits)), bytes.data() + 8);
    const QUuid uuid = QUuid::fromRfc4122(bytes);
    return {{idOf(uuid)}, uuid, u"%1 (re-test %2)"_s.arg(coder.name, setName), CoderRole::Coder};
}

CoderId firstSelf(const Coder &coder)
{
    const QByteArray bytes = coder.uuid.toRfc4122();
    const auto high = qFromBigEndian<quint64>(bytes.constData()), low = qFromBigEndian<quint64>(bytes.constData() + 8);
    if ((high & selfTagMask) != selfTag || (high & versionMask) != version8 || (low & selfVariantMask) != selfVariant)
        return {};
    return {qint64((high >> 16 & bits(24)) << (lastBits + 12) | (high & bits(12)) << lastBits | (low >> setBits & bits(lastBits)))};
}

std::vector<Coder> people(std::vector<Coder> coders)
{
    std::erase_if(coders, [](const Coder &coder) { return bool(firstSelf(coder)); });
    return coders;
}

std::vector<Coder> selvesOf(CoderId coder, const std::vector<Coder> &coders)
{
    std::vector<Coder> selves;
    std::ranges::copy_if(coders, std::back_inserter(selves), [=](const Coder &other) { return firstSelf(other) == coder; });
    return selves;
}

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
