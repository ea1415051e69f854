// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <reliability/coefficient.h>
#include <reliability/metrics.h>

#include <QByteArray>
#include <QString>

#include <utility>
#include <vector>

namespace galley {

/// A coefficient and what it is about: one line of the table, one object of the JSON.
struct AgreementResult
{
    Coefficient coefficient;
    QString title;                                       ///< "Krippendorff’s α"
    MetricOptions options;                               ///< that it was computed with
    std::vector<std::pair<QString, QString>> about = {}; ///< {"layer", "Framing"}, {"coders", "Ada, Ben"}, from wide to narrow
};

/// An array of objects with metric, value (a number or null), status (ok or undefined), reason, the counts, what it is about,
/// the options, the interval, further figures and the conventions; every number as exact as it was computed.
struct AgreementDetail;
QByteArray toJson(const std::vector<AgreementResult> &results, const std::vector<AgreementDetail> &details);

/// Lines for people: a table for each thing the results are about, then the conventions, each once.
QStringList toTable(const std::vector<AgreementResult> &results);

} // namespace galley
