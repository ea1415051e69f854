// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "textbootstrap.h"

#include "reliabilitytext.h"
#include "resampling.h"

namespace galley {

Result<Coefficient> withTextBootstrap(Coefficient coefficient, const TextSums &sums, const AlphaBootstrapOptions &options, const Proceed &proceed)
{
    if (!coefficient.value)
        return coefficient;
    if (sums.texts.size() < 2) {
        coefficient.conventions += Reliability::tr("One text alone does not show how much texts differ, so no interval is given.");
        return coefficient;
    }
    auto replicates = resampledOverTexts(sums, options, proceed);
    if (!replicates)
        return failed(Reliability::tr("the computation was stopped"));
    coefficient.conventions
        += Reliability::tr("Bootstrap over texts: %1 replicates, texts drawn with replacement, percentile interval, seed %2.").arg(options.replicates).arg(options.seed);
    summarise(std::move(*replicates), options, coefficient);
    return coefficient;
}

} // namespace galley
