// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/coder.h>
#include <domain/error.h>

#include <QString>

namespace galley {

struct PacketCounts
{
    int articles = 0, annotations = 0;
    bool renewed = false; ///< there was a packet; what was done in it is kept
};

/// Writes a project file for one coder to be sent away: the articles assigned to them, the codebook, their own work, and nothing of
/// anybody else's in any byte: the file is made new, not cut from the project. A packet of this coder that is there already keeps
/// what was done in it. Errors: nothing is assigned; the file is no packet of this project and coder.
Result<PacketCounts> writePacket(const QString &project, const QString &packet, CoderId coder);

} // namespace galley
