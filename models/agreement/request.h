// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/error.h>
#include <reliability/metrics.h>

#include <optional>
#include <vector>

namespace galley {

/// What is to be computed.
struct AgreementRequest
{
    QStringList metrics = {};   ///< names, or "all": every one that fits the data; empty: those a methods section usually reports
    MetricOptions options = {}; ///< each metric takes those it knows; one that none of them knows is an error
    bool byPair = false;        ///< also for each pair of coders
    bool byCategory = false;    ///< also for each category against all others
    bool byDocument = false;    ///< of spans: also for each document
    bool lengthsKnown = true;   ///< of spans: the documents' lengths are stated, which what counts uncoded text needs
    bool confusion = false;     ///< of units: also which values of two coders stand against each other
    qint64 disagreements = 0;   ///< of units: also those that add most to the disagreement, so many at the most
    Proceed proceed = {};

    /// Metrics that do not fit the data are left out; where one was named, that is an error.
    bool isLenient() const { return metrics.isEmpty() || metrics.contains(QLatin1StringView("all")); }
};

/// The metrics of one kind of data that are asked for; an error where a name or an option means nothing to them.
template <typename Data> Result<std::vector<const Metric<Data> *>> metricsFor(const AgreementRequest &request);

/// Is each metric and option known for some kind of data?
Result<> everyNameIsKnown(const AgreementRequest &request);

/// The request with the metrics and options of one kind of data alone; none where it names only metrics of the other kind.
template <typename Data> std::optional<AgreementRequest> narrowedTo(const AgreementRequest &request);

/// The names of the options that some metric knows.
QStringList metricOptionNames();

} // namespace galley
