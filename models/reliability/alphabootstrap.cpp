// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alphabootstrap.h"

#include "krippendorffalpha.h"
#include "options.h"
#include "reliabilitytext.h"
#include "resampling.h"
#include "unitagreement.h"

#include <algorithm>
#include <cmath>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

constexpr double mostDropped = 0.05;

/// Between the two nearest, linearly (R's type 7).
double quantile(const std::vector<double> &ascending, double probability)
{
    const double at = probability * double(ascending.size() - 1);
    const size_t below = size_t(at);
    const size_t above = std::min(below + 1, ascending.size() - 1);
    return ascending[below] + (at - double(below)) * (ascending[above] - ascending[below]);
}

double shareBelow(const std::vector<double> &ascending, double bound)
{
    return double(std::ranges::lower_bound(ascending, bound) - ascending.begin()) / double(ascending.size());
}

QString methodConvention(const AlphaBootstrapOptions &options, qint64 draws)
{
    switch (options.method) {
    case AlphaBootstrapOptions::Units:
        break;
    case AlphaBootstrapOptions::HayesKrippendorff2007:
        return Reliability::tr("Bootstrap after Hayes & Krippendorff (2007), comparable with KALPHA: %1 replicates of %2 pairs "
                               "of values, seed %3.")
            .arg(options.replicates)
            .arg(draws)
            .arg(options.seed);
    case AlphaBootstrapOptions::Krippendorff2016:
        return Reliability::tr("Bootstrap after Krippendorff (2016): %1 replicates of all pairs of values, seed %2.")
            .arg(options.replicates)
            .arg(options.seed);
    }
    return Reliability::tr("Bootstrap over units: %1 replicates, units drawn with replacement, percentile interval, seed %2.")
        .arg(options.replicates)
        .arg(options.seed);
}

} // namespace

void summarise(std::vector<double> alphas, const AlphaBootstrapOptions &options, Coefficient &coefficient)
{
    const size_t all = alphas.size();
    std::erase_if(alphas, [](double alpha) { return std::isnan(alpha); });
    std::ranges::sort(alphas);
    const double kept = double(alphas.size()), dropped = double(all - alphas.size());
    auto &figures = coefficient.figures;
    if (!alphas.empty()) {
        double mean = 0, squares = 0;
        for (double alpha : alphas)
            mean += alpha / kept;
        for (double alpha : alphas)
            squares += (alpha - mean) * (alpha - mean);
        figures = {{u"mean"_s, mean}, {u"sd"_s, kept > 1 ? std::sqrt(squares / (kept - 1)) : 0}};
    }
    const bool reliable = dropped <= mostDropped * double(all);
    if (reliable && !alphas.empty()) {
        coefficient.interval
            = Interval{quantile(alphas, options.low), quantile(alphas, options.high), options.high - options.low};
        figures.insert(figures.end(), {{u"ci_low"_s, coefficient.interval->low}, {u"ci_high"_s, coefficient.interval->high}});
        figures.insert(figures.end(),
                       {{u"p_below_0.667"_s, shareBelow(alphas, 0.667)}, {u"p_below_0.800"_s, shareBelow(alphas, 0.8)}});
        if (options.minimum)
            figures.emplace_back(u"p_below_minimum"_s, shareBelow(alphas, *options.minimum));
    }
    figures.insert(figures.end(), {{u"n_replicates"_s, kept}, {u"n_dropped"_s, dropped}, {u"seed"_s, double(options.seed)}});
    if (dropped > 0)
        coefficient.conventions
            += Reliability::tr("Replicates without variation have no α: %1 were dropped.").arg(qint64(dropped));
    if (!reliable)
        coefficient.conventions += Reliability::tr("More than 5 % of the replicates were dropped, so no interval is given.");
}

namespace {

Result<std::pair<double, double>> quantilesOption(const MetricOptions &options)
{
    const QString text = options.value(u"quantiles"_s, u"0.025,0.975"_s);
    const QStringList parts = text.split(u',');
    bool isLow = false, isHigh = false;
    const double low = parts.value(0).toDouble(&isLow), high = parts.value(1).toDouble(&isHigh);
    if (parts.size() != 2 || !isLow || !isHigh || !(low >= 0 && low < high && high <= 1))
        return failed(Reliability::tr("quantiles takes two ascending probabilities, like 0.025,0.975, not “%1”").arg(text));
    return std::pair(low, high);
}

} // namespace

Result<Coefficient> krippendorffAlphaBootstrap(const Codings &codings, const AlphaBootstrapOptions &options,
                                               const Proceed &proceed)
{
    const auto disagreement = disagreementOf(codings, options.level);
    if (!disagreement)
        return std::unexpected(disagreement.error());
    const UnitDisagreement::Sums sums = disagreement->sums();
    Coefficient coefficient = withCounts(codings, unitCount(disagreement->patterns()), disagreement->counts());
    coefficient.conventions = alphaConventions(codings, options.level);
    coefficient.conventions += methodConvention(options, options.draws.value_or(pairCount(disagreement->patterns())));
    if (coefficient.pairable == 0 || sums.expected == 0) {
        coefficient.value = std::unexpected(coefficient.pairable == 0 ? Undefined::NoPairableUnits : Undefined::NoVariation);
        return coefficient;
    }
    auto alphas = resampledAlphas(*disagreement, options, proceed);
    if (!alphas)
        return failed(Reliability::tr("the computation was stopped"));
    coefficient.value = sums.alpha();
    summarise(std::move(*alphas), options, coefficient);
    return coefficient;
}

QStringList bootstrapOptionNames()
{
    return {u"method"_s, u"level"_s, u"replicates"_s, u"draws"_s, u"seed"_s, u"minimum"_s, u"quantiles"_s};
}

Result<AlphaBootstrapOptions> bootstrapOptions(const MetricOptions &options)
{
    const auto method = wordOption(options, u"method"_s, {"units", "hayes_krippendorff_2007", "krippendorff_2016"});
    const auto level = wordOption(options, u"level"_s, {"nominal", "ordinal", "interval", "ratio"});
    const auto replicates = countOption(options, u"replicates"_s, 10'000, 1, 10'000'000);
    const auto draws = countOption(options, u"draws"_s, 0, 1, 1'000'000'000'000);
    const auto seed = countOption(options, u"seed"_s, 1, 0, qint64(1) << 53);
    const auto minimum = numberOption(options, u"minimum"_s, 0, -1, 1);
    const auto quantiles = quantilesOption(options);
    for (const Error *error :
         {method ? nullptr : &method.error(), level ? nullptr : &level.error(), replicates ? nullptr : &replicates.error(),
          draws ? nullptr : &draws.error(), seed ? nullptr : &seed.error(), minimum ? nullptr : &minimum.error(),
          quantiles ? nullptr : &quantiles.error()}) {
        if (error)
            return std::unexpected(*error);
    }
    AlphaBootstrapOptions chosen{AlphaBootstrapOptions::Method(*method), Level(*level), *replicates};
    if (options.contains(u"draws"_s) && chosen.method != AlphaBootstrapOptions::HayesKrippendorff2007)
        return failed(
            Reliability::tr("draws belongs to the method hayes_krippendorff_2007; the others draw as many as the data have"));
    if (options.contains(u"draws"_s))
        chosen.draws = *draws;
    if (options.contains(u"minimum"_s))
        chosen.minimum = *minimum;
    chosen.seed = *seed;
    std::tie(chosen.low, chosen.high) = *quantiles;
    return chosen;
}

} // namespace galley
