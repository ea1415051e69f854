// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "value.h"

#include <QJsonObject>

#include <array>

namespace galley {

using namespace Qt::StringLiterals;

QJsonArray jsonArrayOf(const std::vector<VariableValue> &values)
{
    constexpr std::array kinds{"code"_L1, "actor"_L1, "number"_L1, "boolean"_L1, "text"_L1}; // in the order of Value
    const auto plain = [](const auto &held) -> QJsonValue {
        if constexpr (requires { held.value; })
            return held.value;
        else
            return held;
    };
    QJsonArray array;
    for (const auto &[variable, value] : values)
        array.append(QJsonObject{{u"variable"_s, variable.value}, {kinds[value.index()], std::visit(plain, value)}});
    return array;
}

std::vector<VariableValue> valuesFrom(const QJsonArray &array)
{
    std::vector<VariableValue> values;
    for (const QJsonValue &element : array) {
        const QJsonObject object = element.toObject();
        const VariableId variable{object["variable"_L1].toInteger()};
        if (object.contains("code"_L1))
            values.push_back({variable, CodeId{object["code"_L1].toInteger()}});
        else if (object.contains("actor"_L1))
            values.push_back({variable, ActorId{object["actor"_L1].toInteger()}});
        else if (object.contains("number"_L1))
            values.push_back({variable, object["number"_L1].toDouble()});
        else if (object.contains("boolean"_L1))
            values.push_back({variable, object["boolean"_L1].toBool()});
        else
            values.push_back({variable, object["text"_L1].toString()});
    }
    return values;
}

QJsonArray jsonArrayOf(const std::optional<Value> &value)
{
    return value ? jsonArrayOf(std::vector{VariableValue{{}, *value}}) : QJsonArray();
}

std::optional<Value> valueFrom(const QJsonArray &array)
{
    const std::vector<VariableValue> values = valuesFrom(array);
    return values.empty() ? std::nullopt : std::optional(values.front().value);
}

} // namespace galley
