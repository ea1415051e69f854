// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/identity.h>
#include <history/order.h>

#include <atomic>

namespace galley {

/// What a store and its import session share, perhaps on two threads: the ids given away while the file is open (a block drawn
/// by chance, so that no copy gives the same), the copy this is, and whether an import is going on.
class Allotment
{
public:
    qint64 next() { return m_next++; }

    const CopyNumber copy = drawnCopy();
    std::atomic<bool> importing = false;

private:
    std::atomic<qint64> m_next = drawnId();
};

} // namespace galley
