// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alphabootstrap.h"
#include "krippendorffalpha.h"
#include "textbootstrap.h"

namespace galley {

/// Pairs of values within units: how many a replicate of the method of 2007 draws.
qint64 pairCount(const UnitPatterns &patterns);

/// One α for every replicate, in their order, NaN where a sample has no variation; nothing where `proceed` said no.
std::optional<std::vector<double>> resampledAlphas(const UnitDisagreement &disagreement, const AlphaBootstrapOptions &options,
                                                   const Proceed &proceed);

/// The same of sums over texts, NaN where the coefficient of a sample is undefined.
std::optional<std::vector<double>> resampledOverTexts(const TextSums &sums, const AlphaBootstrapOptions &options, const Proceed &proceed);

/// Adds the interval and the figures of the replicates' distribution, and sentences about those without a value.
void summarise(std::vector<double> replicates, const AlphaBootstrapOptions &options, Coefficient &coefficient);

} // namespace galley
