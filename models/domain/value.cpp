// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "value.h"

#include <QJsonObject>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

struct JsonOfValue
{
    QJsonObject object; ///< has the variable

    void operator()(CodeId code) { object.insert("code"_L1, code.value); }
    void operator()(ActorId actor) { object.insert("actor"_L1, actor.value); }
    void operator()(double number) { object.insert("number"_L1, number); }
    void operator()(bool flag) { object.insert("boolean"_L1, flag); }
    void operator()(const QString &text) { object.insert("text"_L1, text); }
    void operator()(const Passage &passage)
    {
        object.insert("text"_L1, passage.quote);
        object.insert("ranges"_L1, jsonArrayOf(passage.ranges));
    }
};

} // namespace

QJsonArray jsonArrayOf(const std::vector<Range> &ranges)
{
    QJsonArray array;
    for (const Range &range : ranges)
        array.append(QJsonArray{qint64(range.begin), qint64(range.end)});
    return array;
}

std::vector<Range> rangesFrom(const QJsonArray &array)
{
    std::vector<Range> ranges;
    for (const QJsonValue &value : array) {
        const QJsonArray pair = value.toArray();
        if (pair.size() == 2)
            ranges.push_back({qsizetype(pair[0].toInteger()), qsizetype(pair[1].toInteger())});
    }
    return ranges;
}

QJsonArray jsonArrayOf(const std::vector<VariableValue> &values)
{
    QJsonArray array;
    for (const auto &[variable, value] : values) {
        JsonOfValue json{{{u"variable"_s, variable.value}}};
        std::visit(json, value);
        array.append(json.object);
    }
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
        else if (object.contains("ranges"_L1))
            values.push_back({variable, Passage{rangesFrom(object["ranges"_L1].toArray()), object["text"_L1].toString()}});
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
