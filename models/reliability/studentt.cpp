// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studentt.h"

#include <cmath>
#include <numbers>

namespace galley {

namespace {

constexpr double manyDegrees = 20'000; // where the continued fraction grows long

/// Lentz's method for the continued fraction of the incomplete beta function; converges fast for x < (a + 1)/(a + b + 2).
double betaFraction(double a, double b, double x)
{
    constexpr double tiny = 1e-300;
    const auto inverse = [](double value) { return 1 / (std::abs(value) < tiny ? tiny : value); };
    double c = 1;
    double d = inverse(1 - (a + b) * x / (a + 1));
    double fraction = d;
    for (int i = 1; i < 10'000; ++i) {
        const double even = i * (b - i) * x / ((a + 2 * i - 1) * (a + 2 * i));
        d = inverse(1 + even * d);
        c = 1 + even / c;
        fraction *= d * c;
        const double odd = -(a + i) * (a + b + i) * x / ((a + 2 * i) * (a + 2 * i + 1));
        d = inverse(1 + odd * d);
        c = 1 + odd / c;
        fraction *= d * c;
        if (std::abs(d * c - 1) < 1e-15)
            break;
    }
    return fraction;
}

/// ln of Γ(a + ½)/Γ(a), where the difference of the two logarithms would lose its digits by its asymptotic series.
double logGammaRatio(double a)
{
    if (a < 40)
        return std::lgamma(a + 0.5) - std::lgamma(a);
    return std::log(a) / 2 - 1 / (8 * a) + 1 / (192 * a * a * a) - 1 / (640 * a * a * a * a * a);
}

/// The probability of more than t, which is not negative: half the regularised incomplete beta function with a = degrees/2, b = ½
/// at x = degrees/(degrees + t²).
double upperTail(double t, double degrees)
{
    if (t == 0)
        return 0.5;
    const double a = degrees / 2, b = 0.5;
    const double x = degrees / (degrees + t * t), rest = t * t / (degrees + t * t);
    const double logarithm
        = logGammaRatio(a) - std::log(std::numbers::pi) / 2 - a * std::log1p(t * t / degrees) + b * std::log(rest);
    const double front = std::exp(logarithm);
    return x < (a + 1) / (a + b + 2) ? front * betaFraction(a, b, x) / a / 2 : (1 - front * betaFraction(b, a, rest) / b) / 2;
}

/// Where a tail that falls from ½ at 0 is this small, by bisection.
double whereTailIs(double tail, auto &&tailAt)
{
    double low = 0, high = 1;
    while (tailAt(high) > tail)
        high *= 2;
    for (int i = 0; i < 200 && high - low > 1e-14 * high; ++i) {
        const double middle = (low + high) / 2;
        (tailAt(middle) > tail ? low : high) = middle;
    }
    return (low + high) / 2;
}

} // namespace

double studentQuantile(double probability, double degrees)
{
    if (probability < 0.5)
        return -studentQuantile(1 - probability, degrees);
    const double tail = 1 - probability;
    if (degrees < manyDegrees)
        return whereTailIs(tail, [&](double t) { return upperTail(t, degrees); });
    // Fisher's expansion around the normal distribution; what is left out is of the order of degrees⁻³.
    const double z = whereTailIs(tail, [](double x) { return std::erfc(x / std::numbers::sqrt2) / 2; });
    return z + z * (z * z + 1) / (4 * degrees) + z * (5 * std::pow(z, 4) + 16 * z * z + 3) / (96 * degrees * degrees);
}

} // namespace galley
