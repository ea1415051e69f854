// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <project/suggesting.h>
#include <widgets/messagebar.h>

namespace galley {

class Desk;

/// What became of the places that were to be suggested as that code; with a button that goes to the suggestions.
Message suggestionReport(const SuggestionOutcome &outcome, const Codebook &codebook, CodeId code, Desk &desk);

} // namespace galley
