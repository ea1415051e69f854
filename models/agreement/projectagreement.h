// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "comparedparts.h"
#include "report.h"
#include "request.h"

#include <store/projectstore.h>

namespace galley {

/// Layer by layer: of span layers the spans, and each variable of units. Only articles count that two of the coders coded.
/// Reads only, so that it may work on a store of its own on any thread; the request's `proceed` stops it.
Result<AgreementReport> agreementOf(const ProjectStore &store, const ComparedParts &parts, const AgreementRequest &request);

} // namespace galley
