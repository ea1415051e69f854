// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report.h"

#include <domain/error.h>
#include <reliability/codings.h>

namespace galley {

Confusion confusionOf(const Codings &codings, const AgreementSubject &about);

/// So many units at the most.
Result<Disagreements> disagreementsOf(const Codings &codings, Level level, qsizetype most, const AgreementSubject &about);

} // namespace galley
