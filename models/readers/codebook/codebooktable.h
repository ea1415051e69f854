// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "codebookcolumns.h"
#include "codebookproblems.h"

#include <QByteArray>

namespace galley {

/// A codebook that is a table with a row for each code: its name, the code it stands below, its definition and whatever else there are
/// columns for (see CodebookColumns). A row without a code is about its variable, one without a variable about its layer; without such
/// columns all is one variable of one layer. What a code stands below is named, by its path where the name alone is not enough, or
/// by its number, and is added where it has no row of its own.
Result<IncomingCodebook> codebookFromRows(const std::vector<CodebookRow> &rows, const CodebookSource &source);

/// The same from a delimited file.
Result<IncomingCodebook> codebookFromCsv(const QByteArray &bytes, const CodebookSource &source);

} // namespace galley
