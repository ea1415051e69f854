// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace galley {

/// The keys of a codebook file (resources/codebooks/README.md documents them), by what has them.
const QStringList &keysOfCodebook();
const QStringList &keysOfLayer();
const QStringList &keysOfVariable();
const QStringList &keysOfCode();

} // namespace galley
