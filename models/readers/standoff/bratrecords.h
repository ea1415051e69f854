// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bratoffsets.h"

#include <domain/bratnames.h>
#include <readers/records.h>

namespace galley::brat {

/// What a file says, as records: a codebook with what it names, its annotations, and what of it has no place. `labels` tell what
/// types, roles and values stand for where the file was written by Galley.
std::vector<ReadRecord> recordsOf(const File &file, const Counting &counting, const QHash<QString, QString> &labels, const QString &coder);

} // namespace galley::brat
