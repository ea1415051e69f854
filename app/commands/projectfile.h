// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <store/projectstore.h>

#include <optional>

namespace galley {

/// Opens a project for a command. On failure it has said why, and the command ends with console::Failed.
std::optional<ProjectStore> openProject(const QString &path, ProjectStore::Mode mode);

Stamp stampOf(CoderId coder); ///< now

/// The article of that id, as exports and `galley articles --json` have it. The error says that there is none.
Result<ArticleId> articleMeant(const ProjectStore &store, const QString &uuid);

/// The coder of that name; none where it is empty. The error says that there is none.
Result<std::optional<CoderId>> coderMeant(const ProjectStore &store, const QString &name);

/// The code of that name: "Layer/Code" of the variable that a layer is coded by, "Layer/variable/Code", or without the layer where only
/// one is called so. The error says what there is not.
Result<CodeId> codeMeant(const Codebook &codebook, const QString &name);

} // namespace galley
