// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics.h"

#include <domain/nearest.h>

#include <QCoreApplication>

namespace galley {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Reliability", text);
}

template<typename Data>
const Metric<Data> *find(std::initializer_list<std::span<const Metric<Data>>> families, const QString &name)
{
    for (const auto &family : families) {
        for (const Metric<Data> &metric : family) {
            if (name == QLatin1StringView(metric.name))
                return &metric;
        }
    }
    return nullptr;
}

template<typename Data>
Result<Coefficient> computeIn(std::initializer_list<std::span<const Metric<Data>>> families, const QString &name, const Data &data,
                              const MetricOptions &options, const Proceed &proceed)
{
    const Metric<Data> *metric = find(families, name);
    if (!metric)
        return failed(tr("there is no metric “%1” for this kind of data").arg(name));
    for (const QString &option : options.keys()) {
        if (!metric->options.contains(option))
            return failed(tr("%1 has no option %2").arg(name, option));
    }
    auto result = metric->compute(data, options, proceed);
    if (result)
        result->metric = name;
    return result;
}

} // namespace

Result<Coefficient> compute(const QString &metric, const Codings &codings, const MetricOptions &options, const Proceed &proceed)
{
    return computeIn<Codings>({unitMetrics()}, metric, codings, options, proceed);
}

Result<Coefficient> compute(const QString &metric, const SpanCodings &codings, const MetricOptions &options, const Proceed &proceed)
{
    if (auto valid = validate(codings); !valid)
        return std::unexpected(valid.error());
    return computeIn<SpanCodings>({spanMetrics(), gammaMetrics()}, metric, codings, options, proceed);
}

} // namespace galley
