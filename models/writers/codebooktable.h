// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/codebook.h>

#include <QByteArray>
#include <QStringList>

namespace galley {

/// A table with a row for each layer, each variable and each code, UTF-8. A code names what it stands below by its path; several other names, examples
/// and conditions stand in one cell, a line each. Reading it gives the same codebook but for its name and what lostInTable() tells.
QByteArray codebookToCsv(const Codebook &codebook);

/// What the table cannot hold, in sentences.
QStringList lostInTable(const Codebook &codebook);

} // namespace galley
