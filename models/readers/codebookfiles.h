// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/codebook/codebookproblems.h>

#include <QByteArray>

namespace galley {

/// Reads a codebook as the ending of its name says: .qdc or .qde (REFI-QDA), .csv or .tsv, .xlsx (the first sheet with a column of codes),
/// else YAML. `name` is what it is called where the format has no place for that; empty: as the file. Errors have a line for everything that is wrong, each "FILE:LINE: reason".
Result<IncomingCodebook> codebookFromFile(const QByteArray &bytes, const QString &fileName, const QString &name = {});

/// "*.yaml", "*.qdc" …, for file dialogs.
QStringList codebookPatterns();

} // namespace galley
