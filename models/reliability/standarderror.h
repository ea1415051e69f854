// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics.h"

namespace galley {

/// The standard error of the metric that the option `of` names, as a coefficient of its own; `method`, where given, must be the
/// one that belongs to it: "gwet_linearisation" or, for Cohen’s κ, "fleiss_cohen_everitt_1969". Other options are those of the
/// metric; `level` may also be given where it means nothing. Undefined where the metric is, and with fewer than two units.
Result<Coefficient> standardErrorBy(const Codings &codings, const MetricOptions &options, const Proceed &proceed);

QStringList standardErrorOptionNames();

} // namespace galley
