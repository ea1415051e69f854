// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "codebookbuilder.h"

#include <domain/error.h>

#include <QStringList>

namespace galley {

constexpr qsizetype largestCodebook = 8'000'000; ///< bytes of a file
constexpr int mostCodes = 10'000;                ///< rows of a table, codes of another program

/// A codebook that was read, and what is not in it as the file has it, in sentences.
struct IncomingCodebook
{
    Codebook codebook;
    QStringList remarks = {};
};

/// Where a codebook comes from.
struct CodebookSource
{
    QString file; ///< as messages name it
    QString name; ///< what the codebook is called where the format has no place for that
};

/// Reasons in the order of their lines, each on a line of its own: "FILE:LINE: reason".
std::unexpected<Error> refusedCodebook(std::vector<TreeProblem> problems, QStringView fileName);

/// What the tree says, or all that is wrong in it.
Result<Codebook> codebookOf(const CodebookNode &tree, CodebookSyntax syntax, QStringView fileName);

TreeProblem tooLargeForCodebook();
TreeProblem tooManyCodes(int line);

} // namespace galley
