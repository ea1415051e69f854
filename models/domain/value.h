// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/id.h>
#include <domain/range.h>

#include <QJsonArray>
#include <QString>

#include <optional>
#include <variant>
#include <vector>

namespace galley {

/// A passage of the annotation's article that is a value of it: who is quoted, the words that say so, the evidence.
struct Passage
{
    std::vector<Range> ranges; ///< in reading order, not overlapping, none empty
    QString quote;             ///< the text of the ranges, parts joined by " … "

    auto operator<=>(const Passage &) const = default;
};

/// A recorded value; which alternative holds follows the variable's type: code and ordinal -> CodeId, actor -> ActorId,
/// number -> double, boolean -> bool, text -> QString, date -> QString (ISO 8601, possibly only 2023 or 2023-05), passage -> Passage.
using Value = std::variant<CodeId, ActorId, double, bool, QString, Passage>;

struct VariableValue
{
    VariableId variable;
    Value value;

    bool operator==(const VariableValue &) const = default;
};

/// Holds where one of these values is given; where it names none, always.
struct Condition
{
    std::vector<VariableValue> anyOf; ///< codes and booleans of other variables of the same layer

    bool isEmpty() const { return anyOf.empty(); }
    bool operator==(const Condition &) const = default;
};

/// `[[begin,end],…]`, and what of it is pairs.
QJsonArray jsonArrayOf(const std::vector<Range> &ranges);
std::vector<Range> rangesFrom(const QJsonArray &array);

/// `[{"variable":id,"code"|"actor"|"number"|"boolean"|"text":…}]`, in the project file; a passage has "ranges" beside its "text".
QJsonArray jsonArrayOf(const std::vector<VariableValue> &values);
std::vector<VariableValue> valuesFrom(const QJsonArray &array);
QJsonArray jsonArrayOf(const std::optional<Value> &value); ///< the same without a variable; empty where there is none
std::optional<Value> valueFrom(const QJsonArray &array);

} // namespace galley
