// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "request.h"

#include "agreementtext.h"

#include <base/nearest.h>

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

template <typename Data> QStringList metricNames()
{
    QStringList names;
    for (const Metric<Data> &metric : metricsOf<Data>())
        names += QString::fromLatin1(metric.name);
    return names;
}

template <typename Data> bool isKnown(const std::vector<const Metric<Data> *> &metrics, const QString &option)
{
    return std::ranges::any_of(metrics, [&](const Metric<Data> *metric) { return metric->options.contains(option); });
}

std::unexpected<Error> unknownOption(const QString &option)
{
    return failed(Agreement::tr("no metric that is to be computed has the option %1").arg(option));
}

std::unexpected<Error> unknownMetric(const QString &name, const QStringList &known)
{
    const QString near = nearest(name, known);
    return failed(
        near.isEmpty()
            ? Agreement::tr("there is no metric “%1” for this kind of data; there are: %2").arg(name, known.join(", "_L1))
            : Agreement::tr("there is no metric “%1” for this kind of data; is “%2” meant?").arg(name, near));
}

} // namespace

template <typename Data> Result<std::vector<const Metric<Data> *>> metricsFor(const AgreementRequest &request)
{
    const QStringList names = metricNames<Data>();
    std::vector<const Metric<Data> *> metrics;
    for (const Metric<Data> &metric : metricsOf<Data>()) {
        if (request.metrics.isEmpty() ? metric.traits.usual : request.metrics.contains("all"_L1) && !metric.traits.onlyNamed)
            metrics.push_back(&metric);
    }
    for (const QString &name : request.metrics) {
        if (name == "all"_L1)
            continue;
        const qsizetype at = names.indexOf(name);
        if (at < 0)
            return unknownMetric(name, names);
        metrics.push_back(&metricsOf<Data>()[size_t(at)]);
    }
    for (const QString &option : request.options.keys()) {
        if (!isKnown(metrics, option))
            return unknownOption(option);
    }
    return metrics;
}

template Result<std::vector<const UnitMetric *>> metricsFor<Codings>(const AgreementRequest &);
template Result<std::vector<const SpanMetric *>> metricsFor<SpanCodings>(const AgreementRequest &);

template <typename Data> std::optional<AgreementRequest> narrowedTo(const AgreementRequest &request)
{
    AgreementRequest narrow = request;
    const QStringList names = metricNames<Data>();
    erase_if(narrow.metrics, [&](const QString &name) { return name != "all"_L1 && !names.contains(name); });
    if (narrow.metrics.isEmpty() && !request.metrics.isEmpty())
        return std::nullopt;
    const auto metrics = metricsFor<Data>({.metrics = narrow.metrics});
    for (const QString &option : request.options.keys()) {
        if (!metrics || !isKnown(*metrics, option))
            narrow.options.remove(option);
    }
    return narrow;
}

template std::optional<AgreementRequest> narrowedTo<Codings>(const AgreementRequest &);
template std::optional<AgreementRequest> narrowedTo<SpanCodings>(const AgreementRequest &);

Result<> everyNameIsKnown(const AgreementRequest &request)
{
    const QStringList names = metricNames<Codings>() + metricNames<SpanCodings>();
    for (const QString &name : request.metrics) {
        if (name != "all"_L1 && !names.contains(name))
            return unknownMetric(name, names);
    }
    const auto units = narrowedTo<Codings>(request);
    const auto spans = narrowedTo<SpanCodings>(request);
    for (const QString &option : request.options.keys()) {
        if (!(units && units->options.contains(option)) && !(spans && spans->options.contains(option)))
            return unknownOption(option);
    }
    return {};
}

QStringList metricOptionNames()
{
    QStringList names;
    for (const UnitMetric &metric : metricsOf<Codings>())
        names += metric.options;
    for (const SpanMetric &metric : metricsOf<SpanCodings>())
        names += metric.options;
    names.sort();
    names.removeDuplicates();
    return names;
}

} // namespace galley
