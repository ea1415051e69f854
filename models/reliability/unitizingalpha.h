// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "coefficient.h"
#include "spancodings.h"

#include <optional>

namespace galley {

/// α_U, the first unitizing α: Krippendorff 1995, "On the reliability of unitizing continuous data", Sociological Methodology 25;
/// Krippendorff 2004, Content Analysis, 2nd ed., 11.6. Superseded by the u-α family (it misbehaves for more than two coders);
/// here for comparison with older work and with other tools, which call it unitizing α.
///
/// For one category, with m coders and positions counted in whole units of a text of length L,
/// D_o = 1/(m(m−1)L²) Σ over ordered pairs of coders of (b−b′)² + (e−e′)² for spans that intersect and of the squared length of a
/// span that lies in a gap of the other coder;
/// D_e = (2/L) Σ over the N spans, of length s, of [(N−1)(2s³−3s²+s)/3 + s² Σ over gaps g ≥ s of (g−s+1)]
/// / (mL(mL−1) − Σ s(s−1)).
/// Without a category: 1 − Σ D_o / Σ D_e over the categories. Several texts: D_o and D_e are added weighted with m L², so that
/// squared lengths add up; this is our extension.
/// Spans of one category by one coder that overlap make it undefined (dkpro gives a number without meaning).
Coefficient unitizingAlpha(const SpanCodings &codings, std::optional<qint32> category = std::nullopt);

} // namespace galley
