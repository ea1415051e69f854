// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <span>
#include <vector>

namespace galley {

/// Two texts of which one is a copy of the other, or of a part of it.
struct Link
{
    quint32 a;
    quint32 b;
    qsizetype shared; ///< shingles
};

/// For each text the first of those it belongs with, itself if with none. Linked texts belong together, and so do those that are
/// linked through others. Not so two that are no more than parts of one text twice as long: a roundup of the day's stories makes
/// no family of them, and belongs with that of which it has most.
std::vector<quint32> groupsOf(std::span<const Link> links, std::span<const qsizetype> lengths);

} // namespace galley
