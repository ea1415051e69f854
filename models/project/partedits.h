// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>
#include <domain/codebook.h>
#include <domain/error.h>
#include <domain/rows.h>

/// Layers and variables of the codebook changed where they are used, each as one step. Errors are for the user.
namespace galley {

/// The name is stated, and nothing else has it there.
Result<> nameIsFree(const QString &name, bool taken);

/// As the last. A layer of passages gets a variable of codes, "code", by which it is coded.
Result<Change> addLayer(const Codebook &codebook, const QString &name, LayerUnit unit);
/// As the layer's last.
Result<Change> addVariable(const Codebook &codebook, LayerId layer, const QString &name, VariableType type);

/// The layer as it is to be; for whole articles, without the variable that it began with as long as that has no codes. Its unit stays where annotations use it; what was coded before its rules are others stays where it is.
Result<Change> editLayer(const Codebook &codebook, Layer after, const CodebookUse &use);

/// The variable as it is to be: what it depends on stands in front of it, what it begins with is a value of it, its bounds are in order.
/// Its type, whether it takes several values, and which variable a layer is coded by stay where annotations use them. Codes that a
/// variable without codes cannot have go with the change of its type.
Result<Change> editVariable(const Codebook &codebook, Variable after, const CodebookUse &use);

/// With all that belongs to it. Refused where annotations use it, or another variable depends on it.
Result<Change> removeLayer(const Codebook &codebook, LayerId layer, const CodebookUse &use);
Result<Change> removeVariable(const Codebook &codebook, VariableId variable, const CodebookUse &use);

/// By one place: −1 up, +1 down. Empty at the end. A variable stays behind those it depends on, and a used layer's first stays first.
Change moveLayer(const Codebook &codebook, LayerId layer, int direction);
Result<Change> moveVariable(const Codebook &codebook, VariableId variable, int direction, const CodebookUse &use);

} // namespace galley
