// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "codings.h"
#include "coefficient.h"

namespace galley {

/// Conger’s κ (Conger 1980; the same as Davies & Fleiss 1982 and Hubert’s pairwise κ): agreement over units with two values or
/// more, chance the mean over pairs of coders of Σ over categories of the products of their shares. Two coders without missing
/// values: Cohen’s κ. With missing values a coder's shares are of all the coder valued (Gwet 2021; irrCAC); coders without any
/// value are left out. Standard error by linearise(), with the chance of a unit as irrCAC's conger.kappa.raw() has it.
///
/// Undefined: no unit with two values; all values the same.
Coefficient congerKappa(const Codings &codings);

} // namespace galley
