// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/codebook.h>

#include <QByteArray>
#include <QStringList>

namespace galley {

/// A codebook of the REFI-QDA exchange, valid by its schema: layers and variables are codes that nothing is coded with. What the format
/// has no place for stands behind the tree in a processing instruction, which other programs pass over, and from which Galley reads the
/// whole codebook again as long as the tree is the same. The codebook has at least a layer.
QByteArray codebookToQdc(const Codebook &codebook);

/// What other programs will not find in it, in sentences.
QStringList lostInQdc(const Codebook &codebook);

} // namespace galley
