// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/annotation.h>
#include <domain/codebook.h>
#include <domain/error.h>

#include <functional>

/// Whether values are what their variables ask for. Errors name the variable and are for the user.
namespace galley {

/// Each is of a variable of the layer (not the principal one), of its type and within its bounds; one value where not multiple.
Result<> valuesFit(const Codebook &codebook, LayerId layer, const std::vector<VariableValue> &values);

/// 2023, 2023-05, 2023-05-04, or a date with a time.
bool isPartialDate(QStringView text);

/// What is written, as a value of the variable. `actorNamed` finds or makes the actor of a name.
Result<Value> readValue(const Codebook &codebook, const Variable &variable, const QString &written,
                        const std::function<Result<ActorId>(const QString &name)> &actorNamed);

} // namespace galley
