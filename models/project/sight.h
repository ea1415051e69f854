// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/sight.h>
#include <domain/error.h>
#include <store/projectstore.h>

namespace galley {

/// What somebody may see: a lead all, unless they chose to code blind; whoever else nothing of others in the articles of sets that
/// are blind, whether these are assigned to them or not. nullptr: nobody said yet who looks.
Sight sightOf(const Coder *looker, const std::vector<CodingSet> &sets, const std::vector<StudyChoice> &choices = {});
Result<Sight> sightOf(const ProjectStore &store, CoderId looker); ///< in corrected texts of these articles too

/// May what it alters make another sight than before?
bool altersSight(const Change &change);

} // namespace galley
