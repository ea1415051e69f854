// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"

#include <reliability/codings.h>
#include <reliability/spancodings.h>

namespace galley {

/// What is to be computed.
struct AgreementRequest
{
    QStringList metrics;   ///< names, or "all": every one that fits the data; empty: those a methods section usually reports
    MetricOptions options; ///< each metric takes those it knows; one that none of them knows is an error
    bool byPair = false;     ///< also for each pair of coders
    bool byCategory = false; ///< also for each category against all others
    bool byDocument = false; ///< of spans: also for each document
    bool lengthsKnown = true; ///< of spans: the documents' lengths are stated, which what counts uncoded text needs
    Proceed proceed = {};
};

using About = std::vector<std::pair<QString, QString>>;

/// Results in the order of the metrics, first of all data, then of the parts asked for. Where a metric was named, data that do
/// not fit it are an error; among "all" it is left out, and `leftOut` gets a sentence that says why.
Result<std::vector<AgreementResult>> agreementOf(const Codings &codings, const AgreementRequest &request, const About &about, QStringList &leftOut);
Result<std::vector<AgreementResult>> agreementOf(const SpanCodings &codings, const AgreementRequest &request, const About &about, QStringList &leftOut);

/// Is each metric and option known for some kind of data?
Result<> everyNameIsKnown(const AgreementRequest &request);

/// The request with the metrics and options of one kind of data alone; none where it names only metrics of the other kind.
std::optional<AgreementRequest> requestForUnits(const AgreementRequest &request);
std::optional<AgreementRequest> requestForSpans(const AgreementRequest &request);

/// The names of the options that some metric knows.
QStringList metricOptionNames();

} // namespace galley
