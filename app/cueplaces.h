// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cues/cues.h>
#include <project/suggesting.h>

#include <functional>
#include <vector>

namespace galley {

/// Where cues of a kind stand in the texts of a project. On any thread; a finder serves one at a time.

/// The set that marks an article in that language: the chosen one where it is there; else the language's, and of a language that is not known
/// the user's own.
QString cueSetOf(const std::vector<CueSet> &sets, const QString &chosen, const QString &language);

/// Calls `take` with each article, its text and its cues, in the order of import; `goOn` is asked before each.
Result<> forEachCued(const CueFinder &finder, const ProjectStore &store, const QString &chosen, const std::function<bool()> &goOn,
                     const std::function<void(const Article &, const QString &text, const std::vector<Cue> &)> &take);

/// The places of one kind in these articles; none named: in all.
Result<FoundPlaces> cuePlaces(const CueFinder &finder, const ProjectStore &store, const QString &chosen, const QString &kind, const std::vector<ArticleId> &articles,
                              const std::function<bool()> &goOn);

QString originOfCues(const QString &kind); ///< "cues “Reporting verbs”"

/// Where definitions and word lists are looked for: Galley's data folder, and the one beside the project.
QStringList cueFolders(const QString &projectPath);

} // namespace galley
