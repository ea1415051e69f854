// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <project/workspace.h>

#include <algorithm>
#include <functional>

namespace galley {

/// One change that gives a variable the actor of a name that was typed, and makes the actor where there is none yet.
/// `change` makes the change that sets values; of a variable that takes several, the actor joins them.
inline Result<Change> withActor(Workspace &workspace, VariableId variable, const QString &name, std::vector<VariableValue> values,
                                const std::function<Result<Change>(const std::vector<VariableValue> &)> &change)
{
    Change actor;
    const ActorId id = workspace.actorNamed(name, actor);
    const Variable *known = workspace.codebook().variable(variable);
    const VariableValue value{variable, id};
    if (!id || !known || std::ranges::contains(values, value))
        return Change();
    if (!known->multiple)
        std::erase_if(values, [=](const VariableValue &old) { return old.variable == variable; });
    values.push_back(value);
    return change(values).transform([&](Change set) {
        set.edits.insert(set.edits.begin(), actor.edits.begin(), actor.edits.end());
        return set;
    });
}

} // namespace galley
