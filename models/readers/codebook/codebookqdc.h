// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "codebookproblems.h"

#include <QByteArray>

namespace galley {

/// Reads a codebook of the REFI-QDA exchange (.qdc), which NVivo, MAXQDA, ATLAS.ti and others write, whatever version its namespace names; also
/// the one within a project file (.qde). Its tree of codes becomes one layer with one variable; rules and examples are found in the
/// descriptions by their headings. What Galley wrote comes back whole as long as nobody altered it.
Result<IncomingCodebook> codebookFromQdc(const QByteArray &bytes, const CodebookSource &source);

} // namespace galley
