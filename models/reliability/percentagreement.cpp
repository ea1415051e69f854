// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "percentagreement.h"

#include "contingency.h"
#include "reliabilitytext.h"
#include "unitagreement.h"

#include <algorithm>

namespace galley {

namespace {

std::expected<double, Undefined> pairMean(const Codings &codings)
{
    double sum = 0;
    qint64 pairs = 0;
    for (qsizetype first = 0; first < codings.coderCount(); ++first) {
        for (qsizetype second = first + 1; second < codings.coderCount(); ++second) {
            const Contingency table = contingencyOf(codings, first, second);
            if (table.units == 0)
                continue;
            sum += double(table.agreeing()) / double(table.units);
            ++pairs;
        }
    }
    if (pairs == 0)
        return std::unexpected(Undefined::NoPairableUnits);
    return sum / double(pairs);
}

void setListwise(const UnitPatterns &patterns, Coefficient &coefficient)
{
    qint64 complete = 0, agreeing = 0;
    for (size_t pattern = 0; pattern < patterns.size(); ++pattern) {
        const auto unit = patterns[pattern];
        if (qsizetype(unit.size()) < coefficient.coders)
            continue;
        complete += patterns.units[pattern];
        if (unit.front() == unit.back())
            agreeing += patterns.units[pattern];
    }
    coefficient.units = complete;
    if (coefficient.coders < 2 || complete == 0)
        coefficient.value = std::unexpected(Undefined::NoCompleteUnits);
    else
        coefficient.value = double(agreeing) / double(complete);
}

} // namespace

Coefficient percentAgreement(const Codings &codings, AgreementMode mode)
{
    const UnitPatterns patterns = patternsOf(codings);
    Coefficient coefficient = withCounts(codings, patterns);
    switch (mode) {
    case AgreementMode::UnitMean:
        coefficient.conventions
            = {Reliability::tr("Percent agreement: the mean over units of the share of equal pairs of values (Gwet 2021)."),
               unpairedConvention(), linearisationConvention()};
        if (coefficient.pairable == 0)
            coefficient.value = std::unexpected(Undefined::NoPairableUnits);
        else
            linearise(unitTerms(patterns, Distances(Distance::Identity, std::vector<double>(codings.categories.size()))),
                      coefficient);
        break;
    case AgreementMode::CoderPairMean:
        coefficient.conventions = {Reliability::tr(
            "Average pairwise percent agreement: the mean over pairs of coders, each over the units both valued.")};
        coefficient.value = pairMean(codings);
        break;
    case AgreementMode::AllAgreeListwise:
        coefficient.conventions = {Reliability::tr("Percent agreement of all coders, over the units that every coder valued.")};
        setListwise(patterns, coefficient);
        break;
    }
    return coefficient;
}

Coefficient holstiReliability(const Codings &codings, HolstiMode mode)
{
    const UnitPatterns patterns = patternsOf(codings);
    Coefficient coefficient = withCounts(codings, patterns);
    coefficient.units = unitCount(patterns);
    coefficient.conventions = {
        mode == HolstiMode::PairMean
            ? Reliability::tr("Holsti’s CR (Holsti 1969): the mean over pairs of coders of 2M/(N1 + N2).")
            : Reliability::tr("Holsti’s composite reliability (Holsti 1969) of the mean over pairs of coders of 2M/(N1 + N2)."),
        Reliability::tr("Decisions on units that the other coder left out count as not agreed.")};
    std::vector<qint64> decisions(size_t(codings.coderCount()));
    for (qsizetype row = 0; row < codings.unitCount(); ++row) {
        for (size_t coder = 0; coder < decisions.size(); ++coder)
            decisions[coder] += codings.unit(row)[coder] != Codings::Missing;
    }
    double sum = 0;
    qint64 pairs = 0;
    for (size_t first = 0; first < decisions.size(); ++first) {
        for (size_t second = first + 1; second < decisions.size(); ++second) {
            if (decisions[first] + decisions[second] == 0)
                continue;
            const Contingency table = contingencyOf(codings, qsizetype(first), qsizetype(second));
            sum += 2 * double(table.agreeing()) / double(decisions[first] + decisions[second]);
            ++pairs;
        }
    }
    if (pairs == 0) {
        coefficient.value = std::unexpected(Undefined::NoData);
        return coefficient;
    }
    const double mean = sum / double(pairs);
    const double coders = double(codings.coderCount());
    coefficient.value = mode == HolstiMode::PairMean ? mean : coders * mean / (1 + (coders - 1) * mean);
    return coefficient;
}

} // namespace galley
