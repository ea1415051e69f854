// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "computing.h"

#include "agreementtext.h"
#include "details.h"

#include <reliability/reliabilitytext.h>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostCategories = 1000; // each is one more pass over the data

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

/// Of the codebook's, those that somebody gave.
QStringList usedCategories(const SpanCodings &codings)
{
    std::vector<bool> used(size_t(codings.categories.size()));
    for (const Continuum &document : codings.documents) {
        for (const CodedSpan &span : document.spans)
            used[size_t(span.category)] = true;
    }
    QStringList names;
    for (qsizetype category = 0; category < codings.categories.size(); ++category) {
        if (used[size_t(category)])
            names += codings.categories[category];
    }
    return names;
}

QStringList usedCategories(const Codings &codings)
{
    return categoryNames(codings);
}

bool isOverlapping(const SpanCodings &codings)
{
    return hasOverlaps(codings);
}

bool isOverlapping(const Codings &)
{
    return false;
}

/// The category against everything else.
Codings partOf(const Codings &codings, qint32 category)
{
    Codings binary{codings.coders,
                   codings.units,
                   {{Agreement::tr("another")}, {codings.categories[size_t(category)].name}},
                   true,
                   codings.cells};
    for (qint32 &cell : binary.cells)
        cell = cell == Codings::Missing ? Codings::Missing : cell == category ? 1 : 0;
    return binary;
}

SpanCodings partOf(const SpanCodings &codings, qint32 category)
{
    SpanCodings part = codings;
    for (Continuum &document : part.documents)
        std::erase_if(document.spans, [&](const CodedSpan &span) { return span.category != category; });
    return part;
}

/// The parts of one computation gathered: the results of each metric for one set of data after the other.
template <typename Data> class Computation
{
public:
    Computation(const AgreementRequest &request, std::vector<const Metric<Data> *> metrics)
        : m_request(request)
        , m_metrics(std::move(metrics))
    {
    }

    Result<> add(const Data &data, const AgreementSubject &about)
    {
        for (const Metric<Data> *metric : m_metrics) {
            if (auto done = add(*metric, data, optionsFor(*metric, data), about); !done)
                return done;
        }
        return {};
    }

    Result<> addPairs(const Data &data, const AgreementSubject &about)
    {
        for (qint32 first = 0; first < data.coders.size(); ++first) {
            for (qint32 second = first + 1; second < data.coders.size(); ++second) {
                AgreementSubject pair = about;
                pair.pair = {data.coders[first], data.coders[second]};
                if (auto done = add(pairOf(data, first, second), pair); !done)
                    return done;
            }
        }
        return {};
    }

    Result<> addCategories(const Data &data, const AgreementSubject &about)
    {
        const QStringList names = categoryNames(data);
        if (names.size() > mostCategories)
            return failed(
                Agreement::tr("by value takes %1 values at the most; there are %2").arg(mostCategories).arg(names.size()));
        for (const char *scale : {"level", "scale", "weights"}) // one against the rest has none
            m_request.options.remove(QString::fromLatin1(scale));
        std::erase_if(m_metrics, [](const Metric<Data> *metric) { return metric->traits.ofOneCategory; });
        for (qint32 category = 0; category < names.size(); ++category) {
            AgreementSubject part = about;
            part.category = names[category];
            if (auto done = add(partOf(data, category), part); !done)
                return done;
        }
        return {};
    }

    AgreementReport report;

private:
    /// Those the metric knows. Where no metric was named, it is the form of it that the data allow: κ of several coders is the mean
    /// over their pairs, and a character that a coder gave several labels has a set of them.
    MetricOptions optionsFor(const Metric<Data> &metric, const Data &data) const
    {
        MetricOptions options;
        for (const auto &[name, value] : m_request.options.asKeyValueRange()) {
            if (metric.options.contains(name))
                options.insert(name, value);
        }
        if (m_request.isLenient() && metric.options.contains("multi"_L1) && data.coders.size() > 2
            && !options.contains(u"multi"_s))
            options.insert(u"multi"_s, u"light_pairwise"_s);
        if (m_request.isLenient() && metric.options.contains("distance"_L1) && !options.contains(u"distance"_s)
            && !options.contains(u"category"_s) && isOverlapping(data))
            options.insert(u"distance"_s, u"jaccard"_s);
        return options;
    }

    Result<> add(const Metric<Data> &metric, const Data &data, MetricOptions options, const AgreementSubject &about)
    {
        const bool each = metric.traits.ofOneCategory && !options.contains(u"category"_s);
        const QStringList categories = m_request.metrics.isEmpty() ? usedCategories(data) : categoryNames(data);
        for (const QString &category : each ? categories : QStringList{QString()}) {
            if (each)
                options.insert(u"category"_s, category);
            const auto coefficient = m_request.lengthsKnown || !metric.traits.needsLength
                ? compute(QString::fromLatin1(metric.name), data, options, m_request.proceed)
                : failed(Agreement::tr(
                    "it counts the uncoded text too, so it needs to know how long the text is (--length, or --documents)"));
            if (coefficient) {
                report.results.push_back({*coefficient, Reliability::tr(metric.title), options, about});
                continue;
            }
            const QString why = QLatin1StringView(metric.name) + u": "_s + coefficient.error().message;
            if (!m_request.isLenient())
                return failed(why, coefficient.error().detail);
            report.remarks += why;
            return {};
        }
        return {};
    }

    AgreementRequest m_request;
    std::vector<const Metric<Data> *> m_metrics;
};

Result<> addDocuments(Computation<Codings> &, const Codings &, const AgreementSubject &)
{
    return {};
}

Result<> addDocuments(Computation<SpanCodings> &computation, const SpanCodings &codings, const AgreementSubject &about)
{
    for (const Continuum &document : codings.documents) {
        AgreementSubject alone = about;
        alone.document = document.document;
        if (auto done = computation.add({codings.coders, codings.categories, {document}}, alone); !done)
            return done;
    }
    return {};
}

template <typename Data>
Result<AgreementReport> computed(const Data &data, const AgreementRequest &request, const AgreementSubject &about)
{
    auto metrics = metricsFor<Data>(request);
    if (!metrics)
        return std::unexpected(metrics.error());
    Computation<Data> computation(request, std::move(*metrics));
    auto done = computation.add(data, about);
    if (done && request.byPair)
        done = computation.addPairs(data, about);
    if (done && request.byDocument)
        done = addDocuments(computation, data, about);
    if (done && request.byCategory)
        done = computation.addCategories(data, about);
    if (!done)
        return std::unexpected(done.error());
    return std::move(computation.report);
}

} // namespace

Result<AgreementReport> agreementOf(const Codings &codings, const AgreementRequest &request, const AgreementSubject &about,
                                    Level level)
{
    auto report = computed(codings, request, about);
    if (report && request.confusion)
        report->details.push_back(confusionOf(codings, about));
    if (report && request.disagreements > 0) {
        const Level asked = levelNamed(request.options.value(u"level"_s)).value_or(level);
        auto units = disagreementsOf(codings, asked, request.disagreements, about);
        if (!units)
            return std::unexpected(units.error());
        report->details.push_back(std::move(*units));
    }
    return report;
}

Result<AgreementReport> agreementOf(const SpanCodings &codings, const AgreementRequest &request, const AgreementSubject &about)
{
    return computed(codings, request, about);
}

} // namespace galley
