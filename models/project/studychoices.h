// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>
#include <domain/coder.h>
#include <domain/error.h>
#include <reliability/thresholds.h>

/// What a study decides for all who work on it. The change is empty where it has been decided so already.
namespace galley {

/// As decided; where nothing is, the usual ones.
Thresholds thresholdsOf(const std::vector<StudyChoice> &choices);
/// An error where they are not between 0 and 1, or the second is the greater.
Result<Change> setThresholds(const std::vector<StudyChoice> &choices, const Thresholds &thresholds);

/// Does this lead code blind: do they see of others' work no more than a coder does? It is recorded, since what a lead saw
/// while coding bears on what their agreement with others means.
bool codesBlind(const std::vector<StudyChoice> &choices, CoderId lead);
Change setCodesBlind(const std::vector<StudyChoice> &choices, const Coder &lead, bool blind);

/// While it is frozen, as for a reliability test, nobody alters the codebook.
bool isCodebookFrozen(const std::vector<StudyChoice> &choices);
Change setCodebookFrozen(const std::vector<StudyChoice> &choices, bool frozen);
Result<> codebookIsOpen(const std::vector<StudyChoice> &choices); ///< the error says that it is frozen
/// Refused where the change alters a frozen codebook.
Result<> mayAlterCodebook(const std::vector<StudyChoice> &choices, const Change &change);

} // namespace galley
