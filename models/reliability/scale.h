// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "codings.h"

#include <domain/error.h>

#include <vector>

namespace galley {

/// Which categories count: those of the codebook, else those with a count above zero.
std::vector<bool> categorySet(const Codings &codings, const std::vector<qint64> &counts);

/// The places 0, 1, 2 … of the categories in the set, in their order; of others the place of the next one in the set.
std::vector<double> ranks(const std::vector<bool> &set);

/// The numbers of the categories in the set, and of others the number of one in it; an error that names the first that is no
/// number, or that is negative where only amounts fit.
Result<std::vector<double>> numbers(const Codings &codings, const std::vector<bool> &set, bool amounts = false);

/// Fails where the categories are words in no known order: to rank them by their letters would be to guess.
Result<> haveAnOrder(const Codings &codings);

/// "Order: low, medium, high."
QString orderConvention(const Codings &codings);

/// "Categories as the codebook lists them." or "Categories as they occur."
QString categoryConvention(const Codings &codings);

} // namespace galley
