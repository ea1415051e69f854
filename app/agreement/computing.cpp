// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "computing.h"

#include <domain/nearest.h>

#include <QCoreApplication>

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Agreement", text);
}

// What the methods sections of the field report; "all" has the others too.
constexpr std::initializer_list<const char *> usualUnitMetrics{"percent_agreement", "krippendorff_alpha", "krippendorff_alpha_bootstrap", "gwet_ac1"};
constexpr std::initializer_list<const char *> usualSpanMetrics{"ualpha", "ualpha_binary", "cualpha", "cualpha_coverage", "span_f1"};
// Steps on the way to another metric, or another figure of one; only where they are named.
constexpr std::initializer_list<const char *> steps{"standard_error", "gamma_observed_disorder", "gamma_cat_observed_disorder", "gamma_k_observed_disorder"};
constexpr std::initializer_list<const char *> withoutLength{"span_f1", "gamma", "gamma_cat", "gamma_k", "gamma_observed_disorder",
                                                            "gamma_cat_observed_disorder", "gamma_k_observed_disorder"};
constexpr std::initializer_list<const char *> perCategory{"kualpha", "ualpha_layer", "gamma_k"};

bool isAmong(const char *name, std::initializer_list<const char *> names)
{
    return std::ranges::any_of(names, [&](const char *known) { return QLatin1StringView(known) == QLatin1StringView(name); });
}

template<typename Data>
std::vector<const Metric<Data> *> known()
{
    std::vector<const Metric<Data> *> metrics;
    if constexpr (std::is_same_v<Data, Codings>) {
        for (const UnitMetric &metric : unitMetrics())
            metrics.push_back(&metric);
    } else {
        for (const auto &family : {spanMetrics(), gammaMetrics()}) {
            for (const SpanMetric &metric : family)
                metrics.push_back(&metric);
        }
    }
    return metrics;
}

template<typename Data>
std::initializer_list<const char *> usual()
{
    return std::is_same_v<Data, Codings> ? usualUnitMetrics : usualSpanMetrics;
}

template<typename Data>
Result<std::vector<const Metric<Data> *>> chosen(const AgreementRequest &request)
{
    std::vector<const Metric<Data> *> metrics;
    for (const Metric<Data> *metric : known<Data>()) {
        const bool wanted = request.metrics.isEmpty() ? isAmong(metric->name, usual<Data>())
            : request.metrics.contains("all"_L1)      ? !isAmong(metric->name, steps)
                                                      : false;
        if (wanted)
            metrics.push_back(metric);
    }
    for (const QString &name : request.metrics) {
        if (name == "all"_L1)
            continue;
        QStringList names;
        for (const Metric<Data> *metric : known<Data>())
            names += QString::fromLatin1(metric->name);
        const qsizetype at = names.indexOf(name);
        if (at < 0) {
            const QString near = nearest(name, names);
            return failed(near.isEmpty() ? tr("there is no metric “%1” for this kind of data; there are: %2").arg(name, names.join(", "_L1))
                                         : tr("there is no metric “%1” for this kind of data; is “%2” meant?").arg(name, near));
        }
        metrics.push_back(known<Data>()[size_t(at)]);
    }
    for (const QString &option : request.options.keys()) {
        if (std::ranges::none_of(metrics, [&](const Metric<Data> *metric) { return metric->options.contains(option); }))
            return failed(tr("no metric that is to be computed has the option %1").arg(option));
    }
    return metrics;
}

MetricOptions optionsFor(const QStringList &knownOptions, const MetricOptions &options)
{
    MetricOptions taken;
    for (const auto &[name, value] : options.asKeyValueRange()) {
        if (knownOptions.contains(name))
            taken.insert(name, value);
    }
    return taken;
}

QStringList categoryNames(const Codings &codings)
{
    QStringList names;
    for (const Category &category : codings.categories)
        names += category.name;
    return names;
}

QStringList categoryNames(const SpanCodings &codings)
{
    return codings.categories;
}

/// Metrics of several coders that are defined for two take the mean over pairs, which has to be asked for where one is named alone.
template<typename Data>
void adapt(const Metric<Data> &metric, const Data &data, MetricOptions &options)
{
    if (QLatin1StringView(metric.name) == "cohen_kappa"_L1 && data.coders.size() > 2 && !options.contains(u"multi"_s))
        options.insert(u"multi"_s, u"light_pairwise"_s);
}

/// One pass over the metrics for one set of data.
template<typename Data>
Result<> append(std::vector<AgreementResult> &results, const Data &data, const std::vector<const Metric<Data> *> &metrics,
                const AgreementRequest &request, const About &about, QStringList &leftOut)
{
    const bool lenient = request.metrics.isEmpty() || request.metrics.contains("all"_L1);
    for (const Metric<Data> *metric : metrics) {
        const QString name = QString::fromLatin1(metric->name);
        MetricOptions options = optionsFor(metric->options, request.options);
        if (lenient)
            adapt(*metric, data, options);
        const bool each = isAmong(metric->name, perCategory) && !options.contains(u"category"_s);
        for (const QString &category : each ? categoryNames(data) : QStringList{QString()}) {
            if (each)
                options.insert(u"category"_s, category);
            const auto coefficient = compute(name, data, options, request.proceed);
            if (coefficient) {
                results.push_back({*coefficient, tr(metric->title), options, about});
            } else if (lenient) {
                leftOut += u"%1: %2"_s.arg(name, coefficient.error().message);
                break;
            } else {
                return std::unexpected(Error{u"%1: %2"_s.arg(name, coefficient.error().message), coefficient.error().detail});
            }
        }
    }
    return {};
}

About with(About about, const QString &name, const QString &value)
{
    about.emplace_back(name, value);
    return about;
}

template<typename Data>
Result<> appendPairs(std::vector<AgreementResult> &results, const Data &data, const std::vector<const Metric<Data> *> &metrics,
                     const AgreementRequest &request, const About &about, QStringList &leftOut)
{
    for (qsizetype first = 0; first < data.coders.size(); ++first) {
        for (qsizetype second = first + 1; second < data.coders.size(); ++second) {
            const Data pair = pairOf(data, qint32(first), qint32(second));
            if (auto done = append(results, pair, metrics, request, with(about, u"pair"_s, u"%1, %2"_s.arg(data.coders[first], data.coders[second])), leftOut); !done)
                return done;
        }
    }
    return {};
}

/// The category against everything else: "yes" and "no".
Codings againstRest(const Codings &codings, qint32 category)
{
    Codings binary{codings.coders, codings.units, {{tr("another")}, {codings.categories[size_t(category)].name}}, true, codings.cells};
    for (qint32 &cell : binary.cells)
        cell = cell == Codings::Missing ? Codings::Missing : cell == category ? 1 : 0;
    return binary;
}

SpanCodings onlyOf(const SpanCodings &codings, qint32 category)
{
    SpanCodings part = codings;
    for (Continuum &document : part.documents)
        std::erase_if(document.spans, [&](const CodedSpan &span) { return span.category != category; });
    return part;
}

template<typename Data>
Data partOf(const Data &data, qint32 category)
{
    if constexpr (std::is_same_v<Data, Codings>)
        return againstRest(data, category);
    else
        return onlyOf(data, category);
}

template<typename Data>
Result<> appendCategories(std::vector<AgreementResult> &results, const Data &data, std::vector<const Metric<Data> *> metrics,
                          const AgreementRequest &request, const About &about, QStringList &leftOut)
{
    std::erase_if(metrics, [](const Metric<Data> *metric) { return isAmong(metric->name, perCategory); });
    const QStringList names = categoryNames(data);
    for (qint32 category = 0; category < names.size(); ++category) {
        if (auto done = append(results, partOf(data, category), metrics, request, with(about, u"category"_s, names[category]), leftOut); !done)
            return done;
    }
    return {};
}

} // namespace

Result<std::vector<AgreementResult>> agreementOf(const Codings &codings, const AgreementRequest &request, const About &about, QStringList &leftOut)
{
    const auto metrics = chosen<Codings>(request);
    if (!metrics)
        return std::unexpected(metrics.error());
    std::vector<AgreementResult> results;
    auto done = append(results, codings, *metrics, request, about, leftOut);
    if (done && request.byPair)
        done = appendPairs(results, codings, *metrics, request, about, leftOut);
    if (done && request.byCategory) {
        AgreementRequest nominal = request; // one against the rest has no scale
        nominal.options.remove(u"level"_s);
        nominal.options.remove(u"scale"_s);
        nominal.options.remove(u"weights"_s);
        done = appendCategories(results, codings, *metrics, nominal, about, leftOut);
    }
    if (!done)
        return std::unexpected(done.error());
    return results;
}

Result<std::vector<AgreementResult>> agreementOf(const SpanCodings &codings, const AgreementRequest &request, const About &about, QStringList &leftOut)
{
    auto metrics = chosen<SpanCodings>(request);
    if (!metrics)
        return std::unexpected(metrics.error());
    if (!request.lengthsKnown) {
        const auto needsLength = [](const SpanMetric *metric) { return !isAmong(metric->name, withoutLength); };
        const auto first = std::ranges::find_if(*metrics, needsLength);
        if (first != metrics->end()) {
            return failed(tr("%1 counts the uncoded text too, so it needs to know how long the text is (--length, or --documents)").arg(QLatin1StringView((*first)->name)));
        }
    }
    std::vector<AgreementResult> results;
    auto done = append(results, codings, *metrics, request, about, leftOut);
    if (done && request.byPair)
        done = appendPairs(results, codings, *metrics, request, about, leftOut);
    if (done && request.byCategory)
        done = appendCategories(results, codings, *metrics, request, about, leftOut);
    for (size_t i = 0; done && request.byDocument && i < codings.documents.size(); ++i) {
        const SpanCodings alone{codings.coders, codings.categories, {codings.documents[i]}};
        done = append(results, alone, *metrics, request, with(about, u"document"_s, codings.documents[i].document), leftOut);
    }
    if (!done)
        return std::unexpected(done.error());
    return results;
}

namespace {

template<typename Data>
QStringList metricNames()
{
    QStringList names;
    for (const Metric<Data> *metric : known<Data>())
        names += QString::fromLatin1(metric->name);
    return names;
}

template<typename Data>
std::optional<AgreementRequest> narrowed(const AgreementRequest &request)
{
    AgreementRequest narrow = request;
    const QStringList names = metricNames<Data>();
    erase_if(narrow.metrics, [&](const QString &name) { return name != "all"_L1 && !names.contains(name); });
    if (narrow.metrics.isEmpty() && !request.metrics.isEmpty())
        return std::nullopt;
    const auto metrics = chosen<Data>({narrow.metrics, {}});
    narrow.options.removeIf([&](const std::pair<const QString &, QString &> &option) {
        return !metrics || std::ranges::none_of(*metrics, [&](const auto *metric) { return metric->options.contains(option.first); });
    });
    return narrow;
}

} // namespace

Result<> everyNameIsKnown(const AgreementRequest &request)
{
    const QStringList names = metricNames<Codings>() + metricNames<SpanCodings>();
    for (const QString &name : request.metrics) {
        if (name != "all"_L1 && !names.contains(name)) {
            const QString near = nearest(name, names);
            return failed(near.isEmpty() ? tr("there is no metric “%1”").arg(name) : tr("there is no metric “%1”; is “%2” meant?").arg(name, near));
        }
    }
    const auto units = narrowed<Codings>(request);
    const auto spans = narrowed<SpanCodings>(request);
    for (const QString &option : request.options.keys()) {
        if (!(units && units->options.contains(option)) && !(spans && spans->options.contains(option)))
            return failed(tr("no metric that is to be computed has the option %1").arg(option));
    }
    return {};
}

std::optional<AgreementRequest> requestForUnits(const AgreementRequest &request)
{
    return narrowed<Codings>(request);
}

std::optional<AgreementRequest> requestForSpans(const AgreementRequest &request)
{
    return narrowed<SpanCodings>(request);
}

QStringList metricOptionNames()
{
    QStringList names;
    const auto take = [&](const QStringList &options) {
        for (const QString &option : options) {
            if (!names.contains(option))
                names += option;
        }
    };
    for (const auto *metric : known<Codings>())
        take(metric->options);
    for (const auto *metric : known<SpanCodings>())
        take(metric->options);
    names.sort();
    return names;
}

} // namespace galley
