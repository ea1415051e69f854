// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>
#include <domain/codebook.h>
#include <domain/error.h>

#include <vector>

namespace galley {

/// Numbers are compared by how far they are apart (interval), or, where a study says so, by how far in relation to how large they are (ratio,
/// Krippendorff): then 1 and 2 differ as much as 100 and 200.
bool isRatio(const std::vector<StudyChoice> &choices, VariableId variable);

/// The choice is empty where it is so already. Errors: the variable is no number, or may be below zero, where no ratio means anything.
Result<Change> setRatio(const std::vector<StudyChoice> &choices, const Variable &variable, bool ratio);

} // namespace galley
