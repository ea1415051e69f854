// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report.h"
#include "request.h"

namespace galley {

/// What the request asks for; all of it, or an error. Where a metric was named, data that do not fit it are an error; among "all"
/// it is left out, and the remarks get a sentence that says why. `level` is that of the values where no option says it.
Result<AgreementReport> agreementOf(const Codings &codings, const AgreementRequest &request, const AgreementSubject &about = {},
                                    Level level = Level::Nominal);

/// Of spans there are no details.
Result<AgreementReport> agreementOf(const SpanCodings &codings, const AgreementRequest &request,
                                    const AgreementSubject &about = {});

} // namespace galley
