// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/codebook.h>

#include <QByteArray>

namespace galley {

/// A codebook file (resources/codebooks/README.md documents the format). Ids are written only where they do not follow
/// from the names. Reading it gives the same codebook; the revision is not in it.
QByteArray codebookToYaml(const Codebook &codebook);

/// The JSONL record of a codebook, one line without its end: with all ids and the revision.
QByteArray codebookToJson(const Codebook &codebook);

} // namespace galley
