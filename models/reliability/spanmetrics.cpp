// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "boundarysimilarity.h"
#include "metrics.h"
#include "options.h"
#include "reliabilitytext.h"
#include "spanf1.h"
#include "tokenalpha.h"
#include "tokens.h"
#include "ualpha.h"
#include "unitizingalpha.h"

#include <array>

/// The measures of spans by the names that files and the command line have for them.
namespace galley {

namespace {

template <Coefficient (*coefficient)(const SpanCodings &)>
Result<Coefficient> computePlain(const SpanCodings &codings, const MetricOptions &, const Proceed &)
{
    return coefficient(codings);
}

Result<Coefficient> computeKuAlpha(const SpanCodings &codings, const MetricOptions &options, const Proceed &)
{
    const auto category = neededCategory(codings, options, "kualpha");
    return category ? Result<Coefficient>(kuAlpha(codings, *category)) : std::unexpected(category.error());
}

Result<Coefficient> computeLayer(const SpanCodings &codings, const MetricOptions &options, const Proceed &)
{
    const auto category = neededCategory(codings, options, "ualpha_layer");
    if (!category)
        return std::unexpected(category.error());
    if (const auto overlap = wordOption(options, QStringLiteral("same_category_overlap"), {"merge"}); !overlap)
        return std::unexpected(overlap.error());
    return uAlphaOfLayer(codings, *category);
}

Result<Coefficient> computeUnitizingAlpha(const SpanCodings &codings, const MetricOptions &options, const Proceed &)
{
    const auto category = categoryOption(codings, options);
    return category ? Result<Coefficient>(unitizingAlpha(codings, *category)) : std::unexpected(category.error());
}

Result<Coefficient> computeSpanF1(const SpanCodings &codings, const MetricOptions &options, const Proceed &proceed)
{
    const auto match = wordOption(options, QStringLiteral("match"), {"exact", "overlap", "characters"});
    const auto labels = flagOption(options, QStringLiteral("labels"), true);
    const auto average = wordOption(options, QStringLiteral("average"), {"pair_mean", "micro"});
    const auto leastIou = numberOption(options, QStringLiteral("min_iou"), 0, 0, 1);
    if (const Error *error = firstError(match, labels, average, leastIou))
        return std::unexpected(*error);
    const SpanMatch kind = std::array{SpanMatch::Exact, SpanMatch::Overlap, SpanMatch::Characters}[size_t(*match)];
    if (kind != SpanMatch::Overlap && options.contains(QStringLiteral("min_iou")))
        return failed(Reliability::tr("%1 goes with %2 only").arg(QStringLiteral("min_iou"), QStringLiteral("match=overlap")));
    return spanF1(codings, {kind, *labels, *average == 1, *leastIou}, proceed);
}

Result<Coefficient> computeTokenAlpha(const SpanCodings &codings, const MetricOptions &options, const Proceed &proceed)
{
    const auto unitLength = countOption(options, QStringLiteral("unit_length"), 1, 1, qint64(1) << 53);
    const auto gap = wordOption(options, QStringLiteral("gap"), {"category"});
    const auto distance = wordOption(options, QStringLiteral("distance"), {"nominal", "jaccard", "masi"});
    const auto category = categoryOption(codings, options);
    if (const Error *error = firstError(unitLength, gap, distance, category))
        return std::unexpected(*error);
    const LabelDistance kind = std::array{LabelDistance::Nominal, LabelDistance::Jaccard, LabelDistance::Masi}[size_t(*distance)];
    auto result = tokenAlpha(inUnits(codings, *unitLength), {kind, *category}, proceed);
    if (result)
        result->conventions += *unitLength == 1 ? Reliability::tr("Tokens are characters.")
                                                : Reliability::tr("Tokens are stretches of %1 characters.").arg(*unitLength);
    return result;
}

Result<Coefficient> computeBoundarySimilarity(const SpanCodings &codings, const MetricOptions &options, const Proceed &)
{
    const auto reach = countOption(options, QStringLiteral("n_t"), 2, 1, 1'000'000);
    if (!reach)
        return std::unexpected(reach.error());
    if (const auto average = wordOption(options, QStringLiteral("average"), {"pair_mean"}); !average)
        return std::unexpected(average.error());
    return boundarySimilarity(codings, int(*reach));
}

} // namespace

std::span<const SpanMetric> spanMetrics()
{
    const auto names = [](std::initializer_list<const char *> options) {
        QStringList list;
        for (const char *option : options)
            list += QString::fromLatin1(option);
        return list;
    };
    static const std::array metrics{
        // clang-format off
        SpanMetric{"ualpha", QT_TRANSLATE_NOOP("Reliability", "Krippendorff’s u-α"), {}, computePlain<uAlpha>, {.usual = true, .needsLength = true}},
        SpanMetric{"ualpha_binary", QT_TRANSLATE_NOOP("Reliability", "Krippendorff’s |u-α"), {}, computePlain<binaryUAlpha>,
                   {.usual = true, .needsLength = true}},
        SpanMetric{"cualpha", QT_TRANSLATE_NOOP("Reliability", "Krippendorff’s cu-α"), {}, computePlain<cuAlpha>, {.usual = true, .needsLength = true}},
        SpanMetric{"cualpha_coverage", QT_TRANSLATE_NOOP("Reliability", "Coverage of cu-α"), {}, computePlain<cuAlphaCoverage>,
                   {.usual = true, .needsLength = true}},
        SpanMetric{"kualpha", QT_TRANSLATE_NOOP("Reliability", "Krippendorff’s (k)u-α"), names({"category"}), computeKuAlpha,
                   {.needsLength = true, .ofOneCategory = true}},
        SpanMetric{"ualpha_layer", QT_TRANSLATE_NOOP("Reliability", "|u-α of a category"),
                   names({"category", "same_category_overlap"}), computeLayer, {.usual = true, .needsLength = true, .ofOneCategory = true}},
        SpanMetric{"alphaU_1995", QT_TRANSLATE_NOOP("Reliability", "Krippendorff’s α_U of 1995"),
                   names({"category"}), computeUnitizingAlpha, {.needsLength = true}},
        SpanMetric{"span_f1", QT_TRANSLATE_NOOP("Reliability", "Pairwise F1"),
                   names({"match", "labels", "average", "min_iou"}), computeSpanF1, {.usual = true}},
        SpanMetric{"token_alpha", QT_TRANSLATE_NOOP("Reliability", "α of tokens"),
                   names({"unit_length", "gap", "category", "distance"}), computeTokenAlpha, {.usual = true, .needsLength = true}},
        SpanMetric{"boundary_similarity", QT_TRANSLATE_NOOP("Reliability", "Boundary similarity"),
                   names({"n_t", "average"}), computeBoundarySimilarity, {.needsLength = true}},
        // clang-format on
    };
    return metrics;
}

} // namespace galley
