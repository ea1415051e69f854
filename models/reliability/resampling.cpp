// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "resampling.h"

#include "coincidences.h"
#include "multinomial.h"

#include <base/parallel.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

namespace galley {

namespace {

/// Fills `alphas` by `replicate(random, scratch)`, each from a stream of its own; `scratch()` makes the room that one thread
/// needs.
bool forEachReplicate(std::vector<double> &alphas, const AlphaBootstrapOptions &options, const Proceed &proceed, auto &&scratch,
                      auto &&replicate)
{
    constexpr qsizetype batch = 8;
    const qsizetype count = qsizetype(alphas.size());
    const auto work = [&](qsizetype task) {
        auto room = scratch();
        for (qsizetype i = task * batch; i < std::min(count, (task + 1) * batch); ++i) {
            Random random(quint64(options.seed), quint64(i));
            alphas[size_t(i)] = replicate(random, room);
        }
    };
    return inParallel((count + batch - 1) / batch, work, proceed, options.threads);
}

/// The squared differences that pairs of values may have, ascending, with their weights.
struct Differences
{
    std::vector<double> squares;
    std::vector<double> weights;
};

Differences differencesOf(const UnitDisagreement &disagreement, const std::vector<Coincidence> &cells)
{
    std::vector<std::pair<double, double>> all;
    all.reserve(cells.size());
    for (const Coincidence &cell : cells)
        all.emplace_back(disagreement.distances().between(cell.first, cell.second),
                         cell.first == cell.second ? cell.value : 2 * cell.value);
    std::ranges::sort(all);
    Differences differences;
    for (const auto &[square, weight] : all) {
        if (differences.squares.empty() || differences.squares.back() != square) {
            differences.squares.push_back(square);
            differences.weights.push_back(0);
        }
        differences.weights.back() += weight;
    }
    return differences;
}

double sumOf(const std::vector<double> &squares, const std::vector<qint64> &counts)
{
    return std::inner_product(squares.begin(), squares.end(), counts.begin(), 0.0);
}

bool byUnits(const UnitDisagreement &disagreement, const AlphaBootstrapOptions &options, const Proceed &proceed,
             std::vector<double> &alphas)
{
    const UnitPatterns &patterns = disagreement.patterns();
    const Multinomial sampler(std::vector<double>(patterns.units.begin(), patterns.units.end()));
    const qint64 units = unitCount(patterns);
    return forEachReplicate(
        alphas, options, proceed, [&] { return std::vector<qint64>(patterns.size()); },
        [&](Random &random, std::vector<qint64> &drawn) {
            sampler.draw(random, units, drawn);
            const UnitDisagreement::Sums sums = disagreement.sums(drawn);
            return sums.expected == 0 ? std::numeric_limits<double>::quiet_NaN() : sums.alpha();
        });
}

/// Of the replicates that agree on everything, those become 0 in which all draws would have been of one value.
void correctForLackOfVariation(std::vector<double> &alphas, const std::vector<Coincidence> &cells, double values, qint64 draws)
{
    double chance = 0;
    qint64 agreeing = 0;
    for (const Coincidence &cell : cells) {
        if (cell.first == cell.second) {
            ++agreeing;
            chance += std::pow(cell.value / values, double(draws));
        }
    }
    qint64 left = agreeing == 1 ? qint64(alphas.size()) : std::llround(double(alphas.size()) * chance);
    for (double &alpha : alphas) {
        if (alpha == 1 && left > 0) {
            alpha = 0;
            --left;
        }
    }
}

bool byCoincidences(const UnitDisagreement &disagreement, const AlphaBootstrapOptions &options, const Proceed &proceed,
                    std::vector<double> &alphas)
{
    const std::vector<Coincidence> cells = coincidencesOf(disagreement.patterns(), disagreement.counts().size());
    const Differences differences = differencesOf(disagreement, cells);
    const UnitDisagreement::Sums sums = disagreement.sums();
    const double expected = sums.expected / (sums.values * (sums.values - 1));
    const qint64 draws = options.draws.value_or(pairCount(disagreement.patterns()));
    const Multinomial sampler(differences.weights);
    const bool finished = forEachReplicate(
        alphas, options, proceed, [&] { return std::vector<qint64>(differences.squares.size()); },
        [&](Random &random, std::vector<qint64> &drawn) {
            sampler.draw(random, draws, drawn);
            return std::max(-1.0, 1 - sumOf(differences.squares, drawn) / double(draws) / expected);
        });
    correctForLackOfVariation(alphas, cells, sums.values, draws);
    return finished;
}

bool byUnitPairs(const UnitDisagreement &disagreement, const AlphaBootstrapOptions &options, const Proceed &proceed,
                 std::vector<double> &alphas)
{
    const UnitPatterns &patterns = disagreement.patterns();
    const Differences differences
        = differencesOf(disagreement, coincidencesOf(patterns, disagreement.counts().size(), PairWeight::Single));
    std::map<size_t, qint64> pairsBySize;
    for (size_t pattern = 0; pattern < patterns.size(); ++pattern) {
        const size_t size = patterns[pattern].size();
        pairsBySize[size] += patterns.units[pattern] * qint64(size * (size - 1) / 2);
    }
    const UnitDisagreement::Sums sums = disagreement.sums();
    const double scale = 2 * (sums.values - 1) / sums.expected;
    const Multinomial sampler(differences.weights);
    return forEachReplicate(
        alphas, options, proceed, [&] { return std::vector<qint64>(differences.squares.size()); },
        [&](Random &random, std::vector<qint64> &drawn) {
            double observed = 0;
            for (const auto &[size, pairs] : pairsBySize) {
                sampler.draw(random, pairs, drawn);
                observed += sumOf(differences.squares, drawn) / double(size - 1);
            }
            return std::max(-1.0, 1 - scale * observed);
        });
}

} // namespace

qint64 pairCount(const UnitPatterns &patterns)
{
    qint64 pairs = 0;
    for (size_t pattern = 0; pattern < patterns.size(); ++pattern) {
        const qint64 size = qint64(patterns[pattern].size());
        pairs += patterns.units[pattern] * size * (size - 1) / 2;
    }
    return pairs;
}

std::optional<std::vector<double>> resampledOverTexts(const TextSums &sums, const AlphaBootstrapOptions &options, const Proceed &proceed)
{
    struct Room
    {
        std::vector<qint64> drawn;
        std::vector<double> sums;
    };
    std::vector<double> replicates(size_t(options.replicates));
    const Multinomial sampler(std::vector<double>(sums.texts.size(), 1.0));
    const bool finished = forEachReplicate(
        replicates, options, proceed, [&] { return Room{std::vector<qint64>(sums.texts.size()), std::vector<double>(sums.width)}; },
        [&](Random &random, Room &room) {
            sampler.draw(random, qint64(sums.texts.size()), room.drawn);
            std::ranges::fill(room.sums, 0.0);
            for (size_t text = 0; text < sums.texts.size(); ++text) {
                if (room.drawn[text] == 0)
                    continue;
                for (const auto &[place, amount] : sums.texts[text])
                    room.sums[place] += double(room.drawn[text]) * amount;
            }
            return sums.coefficient(room.sums).value_or(std::numeric_limits<double>::quiet_NaN());
        });
    return finished ? std::optional(std::move(replicates)) : std::nullopt;
}

std::optional<std::vector<double>> resampledAlphas(const UnitDisagreement &disagreement, const AlphaBootstrapOptions &options,
                                                   const Proceed &proceed)
{
    std::vector<double> alphas(size_t(options.replicates));
    const auto resample = options.method == AlphaBootstrapOptions::Units ? byUnits
        : options.method == AlphaBootstrapOptions::HayesKrippendorff2007 ? byCoincidences
                                                                         : byUnitPairs;
    if (!resample(disagreement, options, proceed, alphas))
        return std::nullopt;
    return alphas;
}

} // namespace galley
