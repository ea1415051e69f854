// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nexisfields.h"

#include <QStringList>

#include <vector>

namespace galley {

/// Lines of a document of LexisNexis with a blank line before and after them.
struct NexisBlock
{
    QStringList lines;
    bool centred = false;
};

/// "BYLINE: Ann Lee", with all that stands in its block.
struct NexisEntry
{
    QString name;
    QStringList value; ///< its lines
    std::optional<NexisField> known; ///< where Nexis has such a field

    bool isEmpty() const { return value.join(QString()).trimmed().isEmpty(); }
};

/// The entry a block is; its name is in capitals.
std::optional<NexisEntry> nexisEntry(const NexisBlock &block);
bool isKnownEntry(const NexisBlock &block);

/// Entries that stand below each other without a blank line between get blocks of their own.
std::vector<NexisBlock> entriesApart(std::vector<NexisBlock> blocks);

/// "Copyright 2023 …", "All Rights Reserved".
bool isRights(const QString &line);
bool isRights(const NexisBlock &block);

/// Where the entries after the text begin: from there on is nothing but entries, what belongs to them, and rights.
size_t nexisTail(const std::vector<NexisBlock> &blocks, size_t begin);

/// Where the entries before the text end: after the last one that Nexis knows. "ANNOUNCER: …" is text, unless one follows.
size_t nexisHeaderEnd(const std::vector<NexisBlock> &blocks, size_t begin, size_t tail);

/// All lines in one, blanks collapsed.
QString joined(const QStringList &lines);

/// The lines of a block as a text: lines wrapped at a width (0: none are) are joined again, a break that was made on
/// purpose stays, and so do tables.
QString unwrapped(const QStringList &lines, int width);

} // namespace galley
