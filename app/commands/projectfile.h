// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <store/projectstore.h>

#include <optional>

namespace galley {

/// Opens a project for a command. On failure it has said why, and the command ends with console::Failed.
std::optional<ProjectStore> openProject(const QString &path, ProjectStore::Mode mode);

/// The coder of this name in the project, added if there is none yet; an empty name is the user of this machine.
Result<CoderId> coderForImport(ProjectStore &store, const QString &name);

Stamp stampOf(CoderId coder); ///< now

} // namespace galley
