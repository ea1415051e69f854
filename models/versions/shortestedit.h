// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sequencematch.h"

namespace galley {

/// What is left equal by the fewest removals and additions that make `b` of `a` (Myers 1986), in order; nothing where it would
/// take more than `most` of them or more than `work` comparisons, from which those made are taken.
std::vector<Match> shortestEdit(std::span<const quint32> a, std::span<const quint32> b, qsizetype most, qsizetype &work);

} // namespace galley
