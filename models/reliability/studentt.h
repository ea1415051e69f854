// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace galley {

/// The value that Student's t with these degrees of freedom stays below with the given probability, from 0 to 1 exclusive.
/// From the regularised incomplete beta function by its continued fraction (Lentz's method; DiDonato & Morris 1992), with very
/// many degrees by Fisher's expansion around the normal distribution; to about 12 digits.
double studentQuantile(double probability, double degrees);

} // namespace galley
