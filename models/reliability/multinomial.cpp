// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "multinomial.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace galley {

namespace {

/// ln k! − (ln √2π + (k + ½) ln(k + 1) − (k + 1)): what Stirling's formula leaves.
double stirlingRest(double k)
{
    static const std::array exact = [] {
        std::array<double, 10> rests{};
        for (size_t i = 0; i < rests.size(); ++i) {
            const double n = double(i);
            rests[i] = std::log(std::tgamma(n + 1)) - (0.9189385332046727 + (n + 0.5) * std::log(n + 1) - (n + 1));
        }
        return rests;
    }();
    if (k < double(exact.size()))
        return exact[size_t(k)];
    const double square = (k + 1) * (k + 1);
    return (1.0 / 12 - (1.0 / 360 - 1.0 / 1260 / square) / square) / (k + 1);
}

/// Steps through the distribution from 0; for trials · probability < 10.
qint64 byInversion(Random &random, qint64 trials, double probability)
{
    const double odds = probability / (1 - probability);
    double mass = std::exp(double(trials) * std::log1p(-probability));
    double left = random.uniform();
    qint64 count = 0;
    while (left > mass && count < trials) {
        left -= mass;
        ++count;
        mass *= odds * double(trials - count + 1) / double(count);
    }
    return count;
}

/// For probability ≤ ½ and trials · probability ≥ 10.
qint64 byRejection(Random &random, qint64 trials, double probability)
{
    const double n = double(trials);
    const double odds = probability / (1 - probability);
    const double deviation = std::sqrt(n * probability * (1 - probability));
    const double b = 1.15 + 2.53 * deviation;
    const double a = -0.0873 + 0.0248 * b + 0.01 * probability;
    const double c = n * probability + 0.5;
    const double inner = 0.92 - 4.2 / b;
    const double alpha = (2.83 + 5.1 / b) * deviation;
    const double mode = std::floor((n + 1) * probability);
    while (true) {
        const double u = random.uniform() - 0.5;
        const double v = random.uniform();
        const double edge = 0.5 - std::abs(u);
        const double k = std::floor((2 * a / edge + b) * u + c);
        if (k < 0 || k > n)
            continue;
        if (edge >= 0.07 && v <= inner)
            return qint64(k);
        const double bound = (mode + 0.5) * std::log((mode + 1) / (odds * (n - mode + 1)))
            + (n + 1) * std::log((n - mode + 1) / (n - k + 1)) + (k + 0.5) * std::log(odds * (n - k + 1) / (k + 1))
            + stirlingRest(mode) + stirlingRest(n - mode) - stirlingRest(k) - stirlingRest(n - k);
        if (std::log(v * alpha / (a / (edge * edge) + b)) <= bound)
            return qint64(k);
    }
}

} // namespace

qint64 binomial(Random &random, qint64 trials, double probability)
{
    if (trials == 0 || probability <= 0)
        return 0;
    if (probability >= 1)
        return trials;
    if (probability > 0.5)
        return trials - binomial(random, trials, 1 - probability);
    return double(trials) * probability < 10 ? byInversion(random, trials, probability)
                                             : byRejection(random, trials, probability);
}

Multinomial::Multinomial(const std::vector<double> &weights)
    : m_conditional(weights.size())
    , m_keep(weights.size())
    , m_alias(weights.size())
{
    double left = 0;
    for (size_t i = weights.size(); i-- > 0;) {
        left += weights[i];
        m_conditional[i] = left > 0 ? std::min(1.0, weights[i] / left) : 0;
    }
    // What is scarcer than the mean is filled up from what is more frequent.
    std::vector<quint32> scarce, frequent;
    for (size_t i = 0; i < weights.size(); ++i) {
        m_keep[i] = weights[i] * double(weights.size()) / left;
        m_alias[i] = quint32(i);
        (m_keep[i] < 1 ? scarce : frequent).push_back(quint32(i));
    }
    while (!scarce.empty() && !frequent.empty()) {
        const quint32 filled = scarce.back(), filler = frequent.back();
        scarce.pop_back();
        m_alias[filled] = filler;
        m_keep[filler] -= 1 - m_keep[filled];
        if (m_keep[filler] < 1) {
            frequent.pop_back();
            scarce.push_back(filler);
        }
    }
}

void Multinomial::draw(Random &random, qint64 draws, std::span<qint64> counts) const
{
    std::ranges::fill(counts, 0);
    if (draws / 8 < qint64(counts.size())) {
        for (qint64 i = 0; i < draws; ++i) {
            const quint32 outcome = random.below(quint32(counts.size()));
            ++counts[m_keep[outcome] >= 1 || random.uniform() < m_keep[outcome] ? outcome : m_alias[outcome]];
        }
        return;
    }
    for (size_t i = 0; i < counts.size() && draws > 0; ++i) {
        counts[i] = binomial(random, draws, m_conditional[i]);
        draws -= counts[i];
    }
}

} // namespace galley
