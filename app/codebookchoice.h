// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/codebook.h>
#include <domain/error.h>
#include <panels/startpage.h>
#include <readers/codebookfiles.h>

#include <vector>

namespace galley {

/// The built-in codebooks, as the start page and the new-project dialog offer them.
std::vector<CodebookChoice> codebookChoices();

/// A built-in codebook by name, or the file of that path (see codebookFromFile). Errors of a file carry its lines. `name`: what it is called
/// where its format has no place for that.
Result<IncomingCodebook> codebookNamed(const QString &nameOrFile, const QString &name = {});

} // namespace galley
