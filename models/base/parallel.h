// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <functional>

namespace galley {

/// Told the share done, from 0 to 1; answers whether to go on. Called from one thread.
using Proceed = std::function<bool(double done)>;

/// Calls `work(i)` once for each i in [0, count), on `threads` threads (0: as many as the machine has), in no order.
/// `proceed` is asked on the calling thread; false where it said no, and then some i were left out.
bool inParallel(qsizetype count, const std::function<void(qsizetype)> &work, const Proceed &proceed = {}, int threads = 0);

} // namespace galley
