// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

/// The SQL of each version of the project file. It is kept in the file itself, comments and all: the file explains itself.
namespace galley {

std::string version1();
std::string version2(); ///< story families, revisions of texts, inherited annotations, samples
std::string version3(); ///< parts of articles that a layer leaves out

} // namespace galley
