// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/random.h>

#include <span>
#include <vector>

namespace galley {

/// How many of `trials` independent trials succeed, each with this probability (0 to 1): by inversion where few are expected,
/// else by transformed rejection (Hörmann 1993, algorithm BTRS).
qint64 binomial(Random &random, qint64 trials, double probability);

/// Draws with replacement from outcomes with weights. O(outcomes) a sample where there are many draws, else O(draws).
class Multinomial
{
public:
    /// `weights` are not negative and sum to more than 0.
    explicit Multinomial(const std::vector<double> &weights);

    /// `counts`: of each outcome, how often it was drawn; overwritten.
    void draw(Random &random, qint64 draws, std::span<qint64> counts) const;

private:
    std::vector<double> m_conditional; ///< the probability of an outcome, given that it is none before it
    std::vector<double> m_keep;        ///< alias method (Vose 1991): stay with probability keep, else go to the alias
    std::vector<quint32> m_alias;
};

} // namespace galley
