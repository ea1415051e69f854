// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bestalignment.h"
#include "categorialdisorder.h"
#include "chancecontinua.h"
#include "coefficient.h"

#include <optional>

namespace galley {

/// What of the best alignment is measured.
enum class GammaKind {
    Whole,       ///< γ: positions and categories (Mathet, Widlöcher & Métivier 2015)
    Category,    ///< γ-cat: the categories of what is aligned (Mathet 2017)
    OneCategory, ///< γ-k: the same for one category
};

struct GammaOptions
{
    GammaKind kind = GammaKind::Whole;
    qint32 category = 0; ///< of γ-k
    Dissimilarity measure;
    UnalignedTerm unaligned = UnalignedTerm::None;
    ChanceModel chance = ChanceModel::Shuffle;
    qint64 samples = 30;     ///< of chance, at least
    double precision = 0.02; ///< relative error of the expected disorder at 95 %, for which more samples are drawn once; 0: none
    quint64 seed = 1;
    int threads = 0; ///< 0: as many as the machine has; the result is the same
};

/// The disorder of the best alignment, as its value; texts that fewer than two coders coded do not count. Several texts are taken
/// as one in which nothing of one can be aligned with anything of another: disorders add up and are divided by the spans per
/// coder. Not an agreement: 0 is the best, and what chance would give depends on the data.
///
/// γ: the sum of the disorders of unitary alignments over the mean number of spans of a coder. γ-cat and γ-k: see
/// categorialDisorder; undefined where nothing is aligned. An error where spans overlap too much to be aligned at all.
Result<Coefficient> observedDisorder(const SpanCodings &codings, const GammaOptions &options, const Proceed &proceed = {});

/// γ = 1 − observed disorder / mean disorder of chance continua (Mathet et al. 2015, section 4.6; Mathet 2017, section 4.3). 1
/// where the observed disorder is 0. Overlapping and nested spans of a coder are allowed.
///
/// Sample i is drawn from stream i of the seed, so the result does not depend on threads. After the first samples their
/// coefficient of variation says how many the precision needs, ⌈(1.96 · cv / precision)²⌉, and those are added, once, as
/// pygamma-agreement does. Where a best alignment could not be proven within bounds, `figures` has the largest relative gap.
Result<Coefficient> gamma(const SpanCodings &codings, const GammaOptions &options, const Proceed &proceed = {});

} // namespace galley
