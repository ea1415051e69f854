// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "measuring.h"

#include <reliability/metrics.h>
#include <reliability/percentagreement.h>
#include <reliability/textbootstrap.h>
#include <reliability/ualpha.h>

#include <algorithm>
#include <array>
#include <tuple>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

std::optional<double> figureOf(const Coefficient &coefficient, QLatin1StringView name)
{
    const auto found = std::ranges::find(coefficient.figures, name, &std::pair<QString, double>::first);
    return found == coefficient.figures.end() ? std::nullopt : std::optional(found->second);
}

std::optional<double> shareOf(const Coefficient &coefficient)
{
    return coefficient.value ? std::optional(*coefficient.value) : std::nullopt;
}

} // namespace

Result<Measure> measured(const Codings &codings, Level level, const Drawing &drawing)
{
    MetricOptions options{{u"level"_s, nameOf(level)}};
    const bool drawn = drawing.replicates > 0;
    if (drawn) {
        options.insert(u"replicates"_s, QString::number(drawing.replicates));
        options.insert(u"seed"_s, QString::number(drawing.seed));
    }
    auto alpha = compute(drawn ? u"krippendorff_alpha_bootstrap"_s : u"krippendorff_alpha"_s, codings, options, drawing.proceed);
    if (!alpha)
        return std::unexpected(alpha.error());
    if (!drawn)
        alpha->interval.reset(); // that of the linearised variance is another one than is shown elsewhere
    return Measure{std::move(*alpha), shareOf(percentAgreement(codings))};
}

Result<Measure> measured(const SpanCodings &codings, SpanCoefficient spans, bool stacked, const Drawing &drawing, std::optional<qint32> category)
{
    if (auto valid = validate(codings); !valid)
        return std::unexpected(valid.error());
    const TokenAlphaOptions options{stacked && !category ? LabelDistance::Jaccard : LabelDistance::Nominal, category};
    auto characters = tokenAlpha(codings, options, drawing.proceed);
    if (!characters)
        return std::unexpected(characters.error());
    Measure measure{*characters, figureOf(*characters, "observed_agreement"_L1)};
    measure.coefficient.metric = u"token_alpha"_s;
    if (spans == SpanCoefficient::UAlpha) {
        measure.coefficient = category ? uAlphaOfLayer(codings, *category) : uAlpha(codings);
        measure.coefficient.metric = category ? u"ualpha_layer"_s : u"ualpha"_s;
    }
    if (drawing.replicates == 0 || category)
        return measure;
    const TextSums sums = !measure.coefficient.value ? TextSums() : spans == SpanCoefficient::UAlpha ? uAlphaSums(codings) : tokenAlphaSums(codings, options);
    auto withInterval
        = withTextBootstrap(measure.coefficient, sums, {.replicates = std::max<qint64>(1, drawing.replicates), .seed = drawing.seed}, drawing.proceed);
    if (!withInterval)
        return std::unexpected(withInterval.error());
    measure.coefficient = std::move(*withInterval);
    return measure;
}

std::optional<double> kappaOfPair(const SpanCodings &pair)
{
    const size_t labels = size_t(pair.categories.size()) + 1; // the last: nothing
    std::vector<double> both(labels * labels), first(labels), second(labels);
    double all = 0;
    for (const Continuum &document : pair.documents) {
        if (document.coders.size() < 2)
            continue;
        // Steps from one end of a span to the next, within which neither coder's label changes.
        std::vector<std::tuple<double, qint32, size_t>> ends; // where, of whom, the label from there on
        for (const CodedSpan &span : document.spans) {
            ends.emplace_back(span.begin, span.coder, size_t(span.category));
            ends.emplace_back(span.end, span.coder, labels - 1);
        }
        ends.emplace_back(document.end(), -1, labels - 1);
        // Where one ends and the next begins, the beginning counts.
        std::ranges::sort(ends, [&](const auto &a, const auto &b) {
            return std::tuple(std::get<0>(a), std::get<2>(a) != labels - 1) < std::tuple(std::get<0>(b), std::get<2>(b) != labels - 1);
        });
        std::array<size_t, 2> label{labels - 1, labels - 1};
        double at = document.begin;
        for (const auto &[where, coder, next] : ends) {
            const double length = where - at;
            both[label[0] * labels + label[1]] += length;
            first[label[0]] += length;
            second[label[1]] += length;
            all += length;
            at = where;
            if (coder >= 0)
                label[size_t(coder)] = next;
        }
    }
    double observed = 0, expected = 0;
    for (size_t category = 0; category < labels; ++category) {
        observed += both[category * labels + category];
        expected += first[category] * second[category];
    }
    if (all <= 0 || expected >= all * all)
        return std::nullopt;
    return (observed / all - expected / (all * all)) / (1 - expected / (all * all));
}

qint64 spansIn(const SpanCodings &codings, std::optional<qint32> category)
{
    qint64 count = 0;
    for (const Continuum &document : codings.documents) {
        if (document.coders.size() >= 2)
            count += category ? std::ranges::count(document.spans, *category, &CodedSpan::category) : qint64(document.spans.size());
    }
    return count;
}

} // namespace galley
