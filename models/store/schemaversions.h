// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sql.h"

#include <string>

/// The SQL of each version of the project file. It is kept in the file itself, comments and all: the file explains itself.
namespace galley {

// The tables of files that earlier versions of Galley made. Their views are not told: they are dropped on the way up.
std::string version1();
std::string version2(); ///< story families, revisions of texts, inherited annotations, samples
std::string version3(); ///< parts of articles that a layer leaves out

/// Version 4, whole: ids that are the same in every copy, a history that is only appended to.
std::string version4();
std::string version5(); ///< comments, what a study decided
std::string version6(); ///< rules for passages, questions that depend on others, retired codes, what actors are
std::string version7(); ///< variables whose values are passages, suggestions, what became of merges before
std::string passagesAsValues(); ///< the first of them

/// From version 3 to 4. What is given a new id gets one that follows from what the row is, so that two copies brought up
/// apart have the same.
void bringUpToVersion4(sql::Connection &connection);

} // namespace galley
