// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/codebook.h>
#include <domain/error.h>
#include <panels/startpage.h>

#include <vector>

namespace galley {

/// The built-in codebooks, as the start page and the new-project dialog offer them.
std::vector<CodebookChoice> codebookChoices();

/// A built-in codebook by name, or the YAML file of that path. Errors of a file carry its lines.
Result<Codebook> codebookNamed(const QString &nameOrFile);

} // namespace galley
