// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "measuring.h"

#include <reliability/metrics.h>
#include <reliability/percentagreement.h>
#include <reliability/textbootstrap.h>
#include <reliability/ualpha.h>

#include <algorithm>

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
