// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gamma.h"
#include "metrics.h"
#include "options.h"
#include "reliabilitytext.h"

#include <array>

/// The γ family by the names that files and the command line have for it.
namespace galley {

namespace {

/// A share, or how pygamma-agreement calls it.
Result<double> precisionOption(const MetricOptions &options)
{
    const QString name = QStringLiteral("precision");
    for (const auto &[word, share] :
         {std::pair("high", 0.01), std::pair("medium", 0.02), std::pair("low", 0.1), std::pair("none", 0.0)}) {
        if (options.value(name) == QLatin1StringView(word))
            return share;
    }
    return numberOption(options, name, 0.02, 0, 1);
}

Result<GammaOptions> gammaOptions(const SpanCodings &codings, const MetricOptions &options, GammaKind kind)
{
    constexpr double least = 1e-9, most = 1e9;
    const auto alpha = numberOption(options, QStringLiteral("alpha"), 1, 0, most);
    const auto beta = numberOption(options, QStringLiteral("beta"), 1, 0, most);
    const auto deltaEmpty = numberOption(options, QStringLiteral("delta_empty"), 1, least, most);
    const auto unaligned = wordOption(options, QStringLiteral("unaligned_term"), {"none", "pygamma"});
    const auto sampler
        = wordOption(options, QStringLiteral("sampler"), {"shuffle", "shuffle_float", "shuffle_int", "statistical"});
    const auto samples = countOption(options, QStringLiteral("n_samples"), 30, 2, 1'000'000);
    const auto precision = precisionOption(options);
    const auto seed = countOption(options, QStringLiteral("seed"), 1, 0, qint64(1) << 53);
    const auto category = kind == GammaKind::OneCategory ? neededCategory(codings, options, "gamma_k") : Result<qint32>(0);
    if (const Error *error = firstError(alpha, beta, deltaEmpty, unaligned, sampler, samples, precision, seed, category))
        return std::unexpected(*error);
    const ChanceModel chance = std::array{ChanceModel::Shuffle, ChanceModel::Shuffle, ChanceModel::ShuffleWhole,
                                          ChanceModel::Statistical}[size_t(*sampler)];
    return GammaOptions{kind,
                        *category,
                        {*alpha, *beta, *deltaEmpty},
                        *unaligned == 1 ? UnalignedTerm::Pygamma : UnalignedTerm::None,
                        chance,
                        *samples,
                        *precision,
                        quint64(*seed)};
}

template <Result<Coefficient> (*measure)(const SpanCodings &, const GammaOptions &, const Proceed &), GammaKind kind>
Result<Coefficient> computeGamma(const SpanCodings &codings, const MetricOptions &options, const Proceed &proceed)
{
    const auto wanted = gammaOptions(codings, options, kind);
    return wanted ? measure(codings, *wanted, proceed) : std::unexpected(wanted.error());
}

} // namespace

std::span<const SpanMetric> gammaMetrics()
{
    static const QStringList alignment{QStringLiteral("alpha"), QStringLiteral("beta"), QStringLiteral("delta_empty")};
    static const QStringList chance{QStringLiteral("sampler"), QStringLiteral("n_samples"), QStringLiteral("precision"),
                                    QStringLiteral("seed")};
    static const QStringList categorial{QStringLiteral("unaligned_term")};
    static const QStringList category{QStringLiteral("category")};
    static const std::array metrics{
        SpanMetric{"gamma", QT_TRANSLATE_NOOP("Reliability", "Mathet’s γ"), alignment + chance,
                   computeGamma<gamma, GammaKind::Whole>},
        SpanMetric{"gamma_cat", QT_TRANSLATE_NOOP("Reliability", "Mathet’s γ-cat"), alignment + chance + categorial,
                   computeGamma<gamma, GammaKind::Category>},
        SpanMetric{"gamma_k",
                   QT_TRANSLATE_NOOP("Reliability", "Mathet’s γ-k"),
                   alignment + chance + categorial + category,
                   computeGamma<gamma, GammaKind::OneCategory>,
                   {.ofOneCategory = true}},
        SpanMetric{"gamma_observed_disorder",
                   QT_TRANSLATE_NOOP("Reliability", "Observed disorder of γ"),
                   alignment,
                   computeGamma<observedDisorder, GammaKind::Whole>,
                   {.onlyNamed = true}},
        SpanMetric{"gamma_cat_observed_disorder",
                   QT_TRANSLATE_NOOP("Reliability", "Observed disorder of γ-cat"),
                   alignment + categorial,
                   computeGamma<observedDisorder, GammaKind::Category>,
                   {.onlyNamed = true}},
        SpanMetric{"gamma_k_observed_disorder",
                   QT_TRANSLATE_NOOP("Reliability", "Observed disorder of γ-k"),
                   alignment + categorial + category,
                   computeGamma<observedDisorder, GammaKind::OneCategory>,
                   {.onlyNamed = true, .ofOneCategory = true}},
    };
    return metrics;
}

} // namespace galley
