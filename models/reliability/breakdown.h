// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "codings.h"
#include "coefficient.h"

#include <domain/error.h>

#include <vector>

/// Where agreement and disagreement lie: by value and by unit; by pair of coders it is any metric of pairOf(). The tables behind
/// a coefficient are contingencyOf() for two coders (the confusion matrix) and coincidencesOf() for all of them.
namespace galley {

/// How reliably one value is told from all others.
struct ValueReliability
{
    qint32 category = 0;
    qint64 count = 0;    ///< pairable values that are this one
    double agreeing = 0; ///< of these, how many meet their like, a unit's pairs divided by its values less one: o_cc
    std::expected<double, Undefined> alpha = std::unexpected(Undefined::NoVariation);
};

/// For every category that occurs in units with two values or more, nominal α of this value against the rest taken together
/// (Krippendorff 2019, ch. 12: 1 − (n − 1)(n_c − o_cc)/(n_c(n − n_c))), in the order of categories. A value that is the only
/// one has none. O(values).
std::vector<ValueReliability> reliabilityByValue(const Codings &codings);

struct DisagreeingUnit
{
    qsizetype unit = 0;
    double share = 0;           ///< of all observed disagreement
    std::vector<qint32> values; ///< of each coder, as the matrix has them
};

/// The units that add to the observed disagreement of Krippendorff’s α, those that add most first, then in their order; not
/// more than `most`. A unit adds the δ² of its pairs, divided by its values less one. Errors as krippendorffAlpha().
Result<std::vector<DisagreeingUnit>> disagreeingUnits(const Codings &codings, Level level = Level::Nominal,
                                                      qsizetype most = 1000);

} // namespace galley
