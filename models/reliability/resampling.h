// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alphabootstrap.h"
#include "krippendorffalpha.h"

namespace galley {

/// Pairs of values within units: how many a replicate of the method of 2007 draws.
qint64 pairCount(const UnitPatterns &patterns);

/// One α for every replicate, in their order, NaN where a sample has no variation; nothing where `proceed` said no.
std::optional<std::vector<double>> resampledAlphas(const UnitDisagreement &disagreement, const AlphaBootstrapOptions &options,
                                                   const Proceed &proceed);

} // namespace galley
