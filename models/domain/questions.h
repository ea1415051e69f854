// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/annotation.h>
#include <domain/codebook.h>

#include <QStringList>

#include <vector>

/// Which variables are asked of an annotation: some depend on what others have (Variable::shownWhen, requiredWhen).
namespace galley {

/// The values in the order of the codebook's variables; those of one variable keep theirs.
std::vector<VariableValue> inOrder(const Codebook &codebook, LayerId layer, std::vector<VariableValue> values);

/// What an annotation says so far.
struct Answers
{
    CodeId code; ///< of the principal variable
    const std::vector<VariableValue> &values;
};

/// One of the condition's values is given, or a code below it. True where the condition names none.
bool holds(const Codebook &codebook, const Condition &condition, const Answers &answers);

/// The condition as codebook files have it, a line for each value: "relevance = relevant".
QStringList linesOf(const Codebook &codebook, const Condition &condition);

bool isRequired(const Codebook &codebook, const Variable &variable, const Answers &answers);

/// The values of variables that are asked for, in the codebook's order. What is not asked counts as not answered: what depends on it
/// is not asked either.
std::vector<VariableValue> askedFor(const Codebook &codebook, LayerId layer, CodeId code, std::vector<VariableValue> values);

/// The variables of the layer that are asked for, without the principal one of a layer of passages.
std::vector<const Variable *> askedVariables(const Codebook &codebook, LayerId layer, const Answers &answers);

/// What a new annotation of the layer begins with (Variable::standard), beside `values`.
std::vector<VariableValue> withStandards(const Codebook &codebook, LayerId layer, CodeId code, std::vector<VariableValue> values);

} // namespace galley
