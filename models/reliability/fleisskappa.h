// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "codings.h"
#include "coefficient.h"

#include <domain/error.h>

namespace galley {

/// Fleiss’ κ (Fleiss 1971) with Gwet’s treatment of missing values (Gwet 2021; irrCAC): agreement over units with two
/// values or more, a category's chance share π the mean over all valued units of its share of their values, pe = Σ π². R's irr
/// drops every unit with a missing value, and DKPro weights units by their values. Standard error by linearise().
///
/// Undefined: no unit with two values; all values the same.
Coefficient fleissKappa(const Codings &codings);

/// Scott’s π (Scott 1955) of two coders, over the units that both valued: Fleiss’ κ of these units.
/// Undefined: no such unit; all values the same. More than two coders: an error.
Result<Coefficient> scottPi(const Codings &codings);

} // namespace galley
