// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "leftout.h"

#include <QJsonObject>

#include <array>
#include <utility>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array reasonNames{"surroundings"_L1, "outside"_L1, "comments"_L1, "links"_L1, "notice"_L1, "hidden"_L1, "controls"_L1,
                                 "scrap"_L1, "alternative"_L1, "part"_L1, "metadata"_L1, "label"_L1, "withdrawn"_L1, "unread"_L1};

} // namespace

QString nameOf(LeftOutReason reason)
{
    return reasonNames[size_t(std::to_underlying(reason))];
}

std::optional<LeftOutReason> leftOutReasonNamed(QStringView name)
{
    for (size_t at = 0; at < reasonNames.size(); ++at) {
        if (name == reasonNames[at])
            return LeftOutReason(at);
    }
    return std::nullopt;
}

QJsonArray jsonArrayOf(const std::vector<LeftOutText> &leftOut)
{
    QJsonArray array;
    for (const LeftOutText &one : leftOut) {
        array.append(QJsonObject{{u"reason"_s, nameOf(one.reason)},
                                 {u"characters"_s, one.characters},
                                 {u"paragraphs"_s, one.paragraphs},
                                 {u"prose"_s, one.prose},
                                 {u"begins"_s, one.begins}});
    }
    return array;
}

std::vector<LeftOutText> leftOutFrom(const QJsonArray &array)
{
    std::vector<LeftOutText> leftOut;
    for (const QJsonValue &value : array) {
        const auto reason = leftOutReasonNamed(value["reason"_L1].toString());
        if (!reason)
            continue;
        leftOut.push_back({*reason, std::max<qint64>(value["characters"_L1].toInteger(), 0), int(value["paragraphs"_L1].toInteger(1)),
                           value["prose"_L1].toBool(), value["begins"_L1].toString()});
    }
    return leftOut;
}

} // namespace galley
