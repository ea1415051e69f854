// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alphabootstrap.h"
#include "cohenkappa.h"
#include "congerkappa.h"
#include "fleisskappa.h"
#include "gwetac.h"
#include "krippendorffalpha.h"
#include "metrics.h"
#include "options.h"
#include "percentagreement.h"
#include "scale.h"
#include "scale.h"
#include "standarderror.h"

#include <array>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

/// An option that names one of an enumeration's values, in its order.
template <typename Choice>
Result<Choice> choice(const MetricOptions &options, const QString &name, std::initializer_list<const char *> words)
{
    return wordOption(options, name, words).transform([](int position) { return Choice(position); });
}

Result<Level> levelOption(const MetricOptions &options)
{
    return choice<Level>(options, u"level"_s, {"nominal", "ordinal", "interval", "ratio"});
}

Result<Coefficient> percentAgreementBy(const Codings &codings, const MetricOptions &options, const Proceed &)
{
    return choice<AgreementMode>(options, u"mode"_s, {"unit_mean", "coder_pair_mean", "all_agree_listwise"})
        .transform([&](AgreementMode mode) { return percentAgreement(codings, mode); });
}

Result<Coefficient> holstiBy(const Codings &codings, const MetricOptions &options, const Proceed &)
{
    return choice<HolstiMode>(options, u"mode"_s, {"pair_mean", "composite"}).transform([&](HolstiMode mode) {
        return holstiReliability(codings, mode);
    });
}

Result<Coefficient> scottPiBy(const Codings &codings, const MetricOptions &, const Proceed &)
{
    return scottPi(codings);
}

Result<Coefficient> cohenKappaBy(const Codings &codings, const MetricOptions &options, const Proceed &)
{
    const auto weights = choice<CohenOptions::Weights>(options, u"weights"_s, {"none", "linear", "quadratic"});
    const auto scale = choice<CohenOptions::Scale>(options, u"scale"_s, {"rank", "value"});
    const auto multi = choice<CohenOptions::Multi>(options, u"multi"_s, {"two_coders", "light_pairwise", "light_listwise"});
    if (const Error *error = firstError(weights, scale, multi))
        return std::unexpected(*error);
    if (*weights != CohenOptions::Weights::None && *scale == CohenOptions::Scale::Rank) {
        if (const auto order = haveAnOrder(codings); !order)
            return std::unexpected(order.error());
    }
    return cohenKappa(codings, {*weights, *scale, *multi}).transform([&](Coefficient kappa) {
        if (*weights != CohenOptions::Weights::None && *scale == CohenOptions::Scale::Rank)
            kappa.conventions += orderConvention(codings);
        return kappa;
    });
}

Result<Coefficient> fleissKappaBy(const Codings &codings, const MetricOptions &, const Proceed &)
{
    return fleissKappa(codings);
}

Result<Coefficient> congerKappaBy(const Codings &codings, const MetricOptions &, const Proceed &)
{
    return congerKappa(codings);
}

Result<Coefficient> alphaBy(const Codings &codings, const MetricOptions &options, const Proceed &)
{
    return levelOption(options).and_then([&](Level level) -> Result<Coefficient> {
        if (const auto order = level == Level::Ordinal ? haveAnOrder(codings) : Result<>(); !order)
            return std::unexpected(order.error());
        return krippendorffAlpha(codings, level);
    });
}

Result<Coefficient> bootstrapBy(const Codings &codings, const MetricOptions &options, const Proceed &proceed)
{
    return bootstrapOptions(options).and_then(
        [&](const AlphaBootstrapOptions &wanted) -> Result<Coefficient> {
            if (const auto order = wanted.level == Level::Ordinal ? haveAnOrder(codings) : Result<>(); !order)
                return std::unexpected(order.error());
            return krippendorffAlphaBootstrap(codings, wanted, proceed);
        });
}

Result<Coefficient> ac1By(const Codings &codings, const MetricOptions &, const Proceed &)
{
    return gwetAc(codings, GwetWeights::Identity);
}

Result<Coefficient> ac2By(const Codings &codings, const MetricOptions &options, const Proceed &)
{
    const auto place = wordOption(options, u"weights"_s, {"linear", "quadratic", "ordinal", "identity"});
    constexpr std::array weights{GwetWeights::Linear, GwetWeights::Quadratic, GwetWeights::Ordinal, GwetWeights::Identity};
    return place.and_then([&](int position) -> Result<Coefficient> {
        const GwetWeights wanted = weights[size_t(position)];
        if (const auto order = wanted == GwetWeights::Identity ? Result<>() : haveAnOrder(codings); !order)
            return std::unexpected(order.error());
        return gwetAc(codings, wanted);
    });
}

} // namespace

std::span<const UnitMetric> unitMetrics()
{
    static const std::array metrics{
        UnitMetric{"percent_agreement",
                   QT_TRANSLATE_NOOP("Reliability", "Percent agreement"),
                   {u"mode"_s},
                   percentAgreementBy,
                   {.usual = true}},
        UnitMetric{"holsti_cr", QT_TRANSLATE_NOOP("Reliability", "Holsti’s CR"), {u"mode"_s}, holstiBy},
        UnitMetric{"scott_pi", QT_TRANSLATE_NOOP("Reliability", "Scott’s π"), {}, scottPiBy},
        UnitMetric{
            "cohen_kappa", QT_TRANSLATE_NOOP("Reliability", "Cohen’s κ"), {u"weights"_s, u"scale"_s, u"multi"_s}, cohenKappaBy},
        UnitMetric{"fleiss_kappa", QT_TRANSLATE_NOOP("Reliability", "Fleiss’ κ"), {}, fleissKappaBy},
        UnitMetric{"conger_kappa", QT_TRANSLATE_NOOP("Reliability", "Conger’s κ"), {}, congerKappaBy},
        UnitMetric{
            "krippendorff_alpha", QT_TRANSLATE_NOOP("Reliability", "Krippendorff’s α"), {u"level"_s}, alphaBy, {.usual = true}},
        UnitMetric{"krippendorff_alpha_bootstrap",
                   QT_TRANSLATE_NOOP("Reliability", "Krippendorff’s α, bootstrapped"),
                   bootstrapOptionNames(),
                   bootstrapBy,
                   {.usual = true}},
        UnitMetric{"gwet_ac1", QT_TRANSLATE_NOOP("Reliability", "Gwet’s AC1"), {}, ac1By, {.usual = true}},
        UnitMetric{"gwet_ac2", QT_TRANSLATE_NOOP("Reliability", "Gwet’s AC2"), {u"weights"_s}, ac2By},
        UnitMetric{"standard_error",
                   QT_TRANSLATE_NOOP("Reliability", "Standard error"),
                   standardErrorOptionNames(),
                   standardErrorBy,
                   {.onlyNamed = true}},
    };
    return metrics;
}

} // namespace galley
