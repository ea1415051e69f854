// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics.h"

#include "reliabilitytext.h"

#include <algorithm>
#include <vector>

namespace galley {

template <> std::span<const UnitMetric> metricsOf<Codings>()
{
    return unitMetrics();
}

template <> std::span<const SpanMetric> metricsOf<SpanCodings>()
{
    static const std::vector<SpanMetric> all = [] {
        std::vector<SpanMetric> metrics;
        for (const auto &family : {spanMetrics(), gammaMetrics()})
            metrics.insert(metrics.end(), family.begin(), family.end());
        return metrics;
    }();
    return all;
}

namespace {

template <typename Data>
Result<Coefficient> computeIn(const QString &name, const Data &data, const MetricOptions &options, const Proceed &proceed)
{
    const auto metric = std::ranges::find_if(metricsOf<Data>(),
                                             [&](const Metric<Data> &known) { return name == QLatin1StringView(known.name); });
    if (metric == metricsOf<Data>().end())
        return failed(Reliability::tr("there is no metric “%1” for this kind of data").arg(name));
    for (const QString &option : options.keys()) {
        if (!metric->options.contains(option))
            return failed(Reliability::tr("%1 has no option %2").arg(name, option));
    }
    auto result = metric->compute(data, options, proceed);
    if (result)
        result->metric = name;
    return result;
}

} // namespace

Result<Coefficient> compute(const QString &metric, const Codings &codings, const MetricOptions &options, const Proceed &proceed)
{
    return computeIn(metric, codings, options, proceed);
}

Result<Coefficient> compute(const QString &metric, const SpanCodings &codings, const MetricOptions &options,
                            const Proceed &proceed)
{
    if (auto valid = validate(codings); !valid)
        return std::unexpected(valid.error());
    return computeIn(metric, codings, options, proceed);
}

} // namespace galley
