// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>
#include <domain/codebook.h>
#include <domain/error.h>

#include <vector>

namespace galley {

/// What the codebook was after an entry of the history, and by what it became that.
struct CodebookState
{
    Codebook codebook; ///< with its revision, by content and number
    OperationId entry; ///< 0: as the project began
    QDateTime at;
    CoderId coder;
    QString text;
};

/// Each state the codebook has had, the oldest first, as the history of the project file tells it.
Result<std::vector<CodebookState>> codebookStates(const QString &project);

} // namespace galley
