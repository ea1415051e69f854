// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "moreunits.h"

#include "summarytext.h"

#include <cmath>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

constexpr double mostUnits = 1e9; // beyond it a number says nothing

std::optional<qint64> further(qint64 drawn, double reach, double wanted)
{
    if (!(wanted > 0))
        return std::nullopt;
    const double needed = std::ceil(double(drawn) * (reach / wanted) * (reach / wanted) - 1e-9);
    if (needed > mostUnits)
        return std::nullopt;
    return std::max<qint64>(0, qint64(needed) - drawn);
}

QString decimal(double number)
{
    return QString::number(number, 'f', 3);
}

QString countOf(const ReliabilityRow &row, qint64 more)
{
    switch (row.unit) {
    case MeasuredUnit::Match:
        return Summary::tr("%Ln more matched annotations", nullptr, int(more));
    case MeasuredUnit::Unit:
        return Summary::tr("%Ln more units", nullptr, int(more));
    case MeasuredUnit::Span:
    case MeasuredUnit::Article:
        break;
    }
    return Summary::tr("%Ln more articles", nullptr, int(more));
}

QString lowerEndSentence(const ReliabilityRow &row, double threshold)
{
    const auto more = MoreUnits::forLowerEnd(row, threshold);
    if (!more)
        return Summary::tr("No number of units lifts the interval above %1: the coefficient itself is not above it. Clearer definitions or training may.").arg(decimal(threshold));
    return *more == 0 ? Summary::tr("The whole interval is at %1 or above it already.").arg(decimal(threshold))
                      : Summary::tr("The whole interval would be at %1 or above it with %2 coded by two.").arg(decimal(threshold), countOf(row, *more));
}

} // namespace

std::optional<qint64> MoreUnits::forHalfWidth(const ReliabilityRow &row, double halfWidth)
{
    const auto &interval = row.measure.coefficient.interval;
    if (!interval)
        return std::nullopt;
    return further(row.drawn, (interval->high - interval->low) / 2, halfWidth);
}

std::optional<qint64> MoreUnits::forLowerEnd(const ReliabilityRow &row, double threshold)
{
    const Coefficient &coefficient = row.measure.coefficient;
    if (!coefficient.value || !coefficient.interval)
        return std::nullopt;
    if (coefficient.interval->low >= threshold)
        return 0;
    return further(row.drawn, *coefficient.value - coefficient.interval->low, *coefficient.value - threshold);
}

QStringList planFor(const ReliabilityRow &row, const Thresholds &thresholds, double halfWidth)
{
    const auto &interval = row.measure.coefficient.interval;
    if (!interval)
        return {Summary::tr("There is no interval, so nothing can be said about how many units would narrow it.")};
    QStringList sentences{Summary::tr("The interval now: %1 ± %2, from %3 to %4.")
            .arg(decimal((interval->low + interval->high) / 2), decimal((interval->high - interval->low) / 2), decimal(interval->low), decimal(interval->high))};
    if (const auto more = MoreUnits::forHalfWidth(row, halfWidth))
        sentences += *more == 0 ? Summary::tr("It is not wider than ± %1 already.").arg(decimal(halfWidth))
                                : Summary::tr("± %1 takes %2 coded by two.").arg(decimal(halfWidth), countOf(row, *more));
    sentences += lowerEndSentence(row, thresholds.reliable);
    sentences += lowerEndSentence(row, thresholds.tentative);
    sentences += Summary::tr("This takes it that further units are like those at hand, and that the width of an interval goes with one over the square root of "
                             "the number of units (linearised variance, Gwet 2021).");
    return sentences;
}

} // namespace galley
