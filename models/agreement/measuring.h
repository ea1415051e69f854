// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reliabilitysummary.h"

/// A coefficient and the percent beside it, for a row of the summary or a part of one.
namespace galley {

/// How the interval is drawn; without replicates there is none.
struct Drawing
{
    qint64 replicates = 0;
    qint64 seed = 1;
    Proceed proceed = {};
};

/// α for the level. An error where values do not fit it, or `proceed` said no.
Result<Measure> measured(const Codings &codings, Level level, const Drawing &drawing = {});

/// `spans` is not Fit. `category`: this one against everything else.
Result<Measure> measured(const SpanCodings &codings, SpanCoefficient spans, bool stacked, const Drawing &drawing = {}, std::optional<qint32> category = std::nullopt);

qint64 spansIn(const SpanCodings &codings, std::optional<qint32> category = std::nullopt); ///< of the texts that are compared

} // namespace galley
