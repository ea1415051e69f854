// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "codings.h"
#include "coefficient.h"

namespace galley {

enum class AgreementMode {
    UnitMean,         ///< mean over units with two values or more of the share of equal pairs among their pairs
    CoderPairMean,    ///< mean over pairs of coders, with a unit both valued, of the share of these units with equal values
    AllAgreeListwise, ///< share of units on which all coders agree, among those all coders valued
};

/// The share of agreement, not corrected for chance. The modes are equal for complete data, except the last with more than two
/// coders. Sources: Gwet 2021 (unit mean); Freelon 2010, ReCal ("average pairwise"); R's irr::agree (listwise). DKPro
/// weights units by how many values they have, which differs where values are missing.
///
/// Undefined: no unit with two values; of the last mode, no unit valued by all of at least two coders.
Coefficient percentAgreement(const Codings &codings, AgreementMode mode = AgreementMode::UnitMean);

enum class HolstiMode {
    PairMean,  ///< mean over all pairs of coders
    Composite, ///< m·R/(1 + (m − 1)·R) of that mean R and m coders
};

/// Holsti's coefficient of reliability 2M/(N1 + N2): twice the agreeing decisions of two coders by all decisions of both, also
/// those on units the other left out (Holsti 1969). Equal to percent agreement where both coded the same units.
/// A pair without any decision counts for nothing. Undefined: fewer than two coders with a decision.
Coefficient holstiReliability(const Codings &codings, HolstiMode mode = HolstiMode::PairMean);

} // namespace galley
