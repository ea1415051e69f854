// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "questions.h"

#include <algorithm>

namespace galley {

namespace {

/// The code given is the one asked for, or stands below it.
bool isOrIsBelow(const Codebook &codebook, CodeId given, CodeId asked)
{
    for (const Code *code = codebook.code(given); code; code = codebook.code(code->parent)) {
        if (code->id == asked)
            return true;
    }
    return false;
}

bool isGiven(const Codebook &codebook, const VariableValue &asked, const Answers &answers)
{
    const auto *askedCode = std::get_if<CodeId>(&asked.value);
    const auto fits = [&](const Value &value) {
        const auto *code = std::get_if<CodeId>(&value);
        return askedCode ? code && isOrIsBelow(codebook, *code, *askedCode) : value == asked.value;
    };
    const Code *given = codebook.code(answers.code);
    if (given && given->variable == asked.variable && fits(answers.code))
        return true;
    return std::ranges::any_of(answers.values, [&](const VariableValue &value) { return value.variable == asked.variable && fits(value.value); });
}

} // namespace

std::vector<VariableValue> inOrder(const Codebook &codebook, LayerId layer, std::vector<VariableValue> values)
{
    const auto variables = codebook.variables(layer);
    std::ranges::stable_sort(values, {}, [&](const VariableValue &value) {
        return std::ranges::find(variables, value.variable, [](const Variable *variable) { return variable->id; }) - variables.begin();
    });
    return values;
}

bool holds(const Codebook &codebook, const Condition &condition, const Answers &answers)
{
    return condition.isEmpty() || std::ranges::any_of(condition.anyOf, [&](const VariableValue &asked) { return isGiven(codebook, asked, answers); });
}

QStringList linesOf(const Codebook &codebook, const Condition &condition)
{
    QStringList lines;
    for (const auto &[id, value] : condition.anyOf) {
        const Variable *variable = codebook.variable(id);
        if (!variable)
            continue;
        const auto *code = std::get_if<CodeId>(&value);
        lines += variable->name + QStringLiteral(" = ") + (code ? codebook.path(*code) : std::get<bool>(value) ? QStringLiteral("true") : QStringLiteral("false"));
    }
    return lines;
}

bool isRequired(const Codebook &codebook, const Variable &variable, const Answers &answers)
{
    return variable.required && holds(codebook, variable.shownWhen, answers) && holds(codebook, variable.requiredWhen, answers);
}

std::vector<VariableValue> askedFor(const Codebook &codebook, LayerId layer, CodeId code, std::vector<VariableValue> values)
{
    values = inOrder(codebook, layer, std::move(values));
    std::vector<VariableValue> asked; // a variable depends on those in front of it only
    for (VariableValue &value : values) {
        const Variable *variable = codebook.variable(value.variable);
        if (!variable || holds(codebook, variable->shownWhen, {code, asked}))
            asked.push_back(std::move(value));
    }
    return asked;
}

std::vector<const Variable *> askedVariables(const Codebook &codebook, LayerId layer, const Answers &answers)
{
    const std::vector<VariableValue> values = askedFor(codebook, layer, answers.code, answers.values);
    const Variable *principal = codebook.principalVariable(layer);
    std::vector<const Variable *> asked;
    for (const Variable *variable : codebook.variables(layer)) {
        if (variable != principal && holds(codebook, variable->shownWhen, {answers.code, values}))
            asked.push_back(variable);
    }
    return asked;
}

std::vector<VariableValue> withStandards(const Codebook &codebook, LayerId layer, CodeId code, std::vector<VariableValue> values)
{
    const Variable *principal = codebook.principalVariable(layer);
    for (const Variable *variable : codebook.variables(layer)) {
        if (variable != principal && variable->standard && !std::ranges::contains(values, variable->id, &VariableValue::variable))
            values.push_back({variable->id, *variable->standard});
    }
    return askedFor(codebook, layer, code, std::move(values));
}

} // namespace galley
