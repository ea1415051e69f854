// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "levels.h"

#include "agreementtext.h"

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

QString choiceOf(VariableId variable)
{
    return u"level: "_s + QString::number(variable.value);
}

const StudyChoice *madeOf(const std::vector<StudyChoice> &choices, VariableId variable)
{
    const auto found = std::ranges::find(choices, studyChoiceId(choiceOf(variable)), &StudyChoice::id);
    return found == choices.end() ? nullptr : &*found;
}

} // namespace

bool isRatio(const std::vector<StudyChoice> &choices, VariableId variable)
{
    const StudyChoice *made = madeOf(choices, variable);
    return made && made->value == "ratio"_L1;
}

Result<Change> setRatio(const std::vector<StudyChoice> &choices, const Variable &variable, bool ratio)
{
    if (variable.type != VariableType::Number)
        return failed(Agreement::tr("“%1” is no number: only numbers have ratios").arg(variable.name));
    if (ratio && (!variable.minimum || *variable.minimum < 0))
        return failed(Agreement::tr("“%1” may be below zero, where no ratio means anything: give it a least value of 0 or more in the codebook").arg(variable.name));
    if (isRatio(choices, variable.id) == ratio)
        return Change();
    const QString name = choiceOf(variable.id);
    Edit<StudyChoice> edit;
    if (const StudyChoice *made = madeOf(choices, variable.id))
        edit.before = *made;
    if (ratio)
        edit.after = {studyChoiceId(name), name, u"ratio"_s};
    return Change{(ratio ? Agreement::tr("Compare %1 by ratios") : Agreement::tr("Compare %1 by differences")).arg(variable.name), {edit}};
}

} // namespace galley
