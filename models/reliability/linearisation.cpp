// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "linearisation.h"

#include "reliabilitytext.h"
#include "studentt.h"

#include <algorithm>
#include <cmath>

namespace galley {

void linearise(const std::vector<UnitTerm> &terms, Coefficient &coefficient)
{
    double units = 0, paired = 0, agreement = 0, chance = 0;
    for (const UnitTerm &term : terms) {
        units += term.units;
        chance += term.chance * term.units;
        if (term.agreement) {
            paired += term.units;
            agreement += *term.agreement * term.units;
        }
    }
    agreement /= paired;
    chance /= units;
    const double value = (agreement - chance) / (1 - chance);
    coefficient.value = value;
    if (units < 2)
        return;
    double squares = 0;
    for (const UnitTerm &term : terms) {
        const double gain = term.agreement ? units / paired * (*term.agreement - chance) / (1 - chance) : 0;
        const double part = gain - 2 * (1 - value) * (term.chance - chance) / (1 - chance);
        squares += term.units * (part - value) * (part - value);
    }
    coefficient.standardError = std::sqrt(squares / (units * (units - 1)));
    coefficient.interval = studentInterval(value, *coefficient.standardError, units);
}

Interval studentInterval(double value, double standardError, double units)
{
    const double reach = studentQuantile(0.975, units - 1) * standardError;
    return {value - reach, std::min(1.0, value + reach), 0.95};
}

QString linearisationConvention()
{
    return Reliability::tr("Standard error by linearisation over units (Gwet 2008), interval by Student’s t, cut at 1.");
}

} // namespace galley
