// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nexisblocks.h"

namespace galley {

/// The date in the heading of a document.
struct NexisDate
{
    size_t block = 0;
    qsizetype begin = 0, end = 0; ///< its lines within the block
    QString iso;
    QString rest; ///< of its last line: the edition
};

/// A day that a line begins with, with what follows it: "May 4, 2023, Thursday, Late Edition - Final".
std::optional<NexisDate> nexisDateAtBegin(const QString &line);

/// Looked for among the first blocks, before any field.
std::optional<NexisDate> nexisDate(const std::vector<NexisBlock> &blocks, size_t reach);

} // namespace galley
