// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "details.h"

#include <expected>
#include <optional>
#include <string>
#include <vector>

namespace galley {

/// Where codings come from, as the command line names it: one of project, matrix and spans.
struct AgreementSource
{
    std::string project, matrix, spans;
    QStringList coders;   ///< empty: all
    QStringList codebook; ///< the categories of a matrix, in rank order

    bool recal = false;
    std::string writeRecal;
    std::optional<bool> unitColumn;

    std::optional<double> length;
    double begin = 0;
    std::string documents;

    bool confusion = false;   ///< of units
    qint64 disagreements = 0; ///< of units: how many at the most

    std::vector<std::string> layers;
    std::string variable;
    std::vector<std::string> excludedZones;
};

struct AgreementFailure
{
    QString reason;
    QString file;
    int line = 0;
};

struct AgreementReport
{
    std::vector<AgreementResult> results;
    std::vector<AgreementDetail> details;
    QStringList remarks; ///< what was left out or assumed
};

using AgreementOutcome = std::expected<AgreementReport, AgreementFailure>;

/// Reads what the source names and computes what the request asks for; all of it, or a failure.
AgreementOutcome agreementOf(const AgreementSource &source, const AgreementRequest &request);

/// Adds to the report what is asked for beside coefficients.
Result<> addDetails(AgreementReport &report, const AgreementSource &source, const Codings &codings, Level level,
                    const About &about);

AgreementOutcome agreementOfMatrix(const AgreementSource &source, const AgreementRequest &request);
AgreementOutcome agreementOfSpans(const AgreementSource &source, AgreementRequest request);
AgreementOutcome agreementOfProject(const AgreementSource &source, const AgreementRequest &request);

} // namespace galley
