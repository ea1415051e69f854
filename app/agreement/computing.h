// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "request.h"
#include "result.h"

namespace galley {

using About = std::vector<std::pair<QString, QString>>;

/// Results in the order of the metrics, first of all data, then of the parts asked for. Where a metric was named, data that do
/// not fit it are an error; among "all" it is left out, and `leftOut` gets a sentence that says why.
template <typename Data>
Result<std::vector<AgreementResult>> agreementOf(const Data &data, const AgreementRequest &request, const About &about,
                                                 QStringList &leftOut);

} // namespace galley
