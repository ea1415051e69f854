// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "codings.h"
#include "coefficient.h"
#include "spancodings.h"

#include <domain/error.h>

#include <QMap>

#include <span>

namespace galley {

/// Options of a metric by the names that files and the command line have for them, e.g. {"weights", "linear"}.
using MetricOptions = QMap<QString, QString>;

/// What a metric asks of its data, and when it is computed though nobody named it.
struct MetricTraits
{
    bool usual = false;         ///< methods sections report it
    bool onlyNamed = false;     ///< a step on the way to another metric, or another figure of one
    bool needsLength = false;   ///< of spans: counts the text that nobody marked too
    bool ofOneCategory = false; ///< the option `category` names the one it speaks of
};

/// A coefficient found by its name. What is computed, from what, and what its options mean stands at the function behind it.
template <typename Data> struct Metric
{
    const char *name;    ///< "krippendorff_alpha"
    const char *title;   ///< "Krippendorff’s α", to be translated: Reliability::tr(title)
    QStringList options; ///< the names of the options it knows
    /// An error where the data or an option does not fit the metric, or `proceed` said no.
    Result<Coefficient> (*compute)(const Data &data, const MetricOptions &options, const Proceed &proceed);
    MetricTraits traits = {};
};

using UnitMetric = Metric<Codings>;
using SpanMetric = Metric<SpanCodings>;

std::span<const UnitMetric> unitMetrics();  ///< of units × coders
std::span<const SpanMetric> spanMetrics();  ///< of spans, without the γ family
std::span<const SpanMetric> gammaMetrics(); ///< γ, γ-cat, γ-k

/// All of them for one kind of data.
template <typename Data> std::span<const Metric<Data>> metricsOf();
template <> std::span<const UnitMetric> metricsOf<Codings>();
template <> std::span<const SpanMetric> metricsOf<SpanCodings>();

/// Computes the metric of this name; an unknown name or option is an error.
Result<Coefficient> compute(const QString &metric, const Codings &codings, const MetricOptions &options = {},
                            const Proceed &proceed = {});
Result<Coefficient> compute(const QString &metric, const SpanCodings &codings, const MetricOptions &options = {},
                            const Proceed &proceed = {});

} // namespace galley
