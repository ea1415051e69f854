// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "details.h"

#include <reliability/breakdown.h>
#include <reliability/contingency.h>

namespace galley {

namespace {

QString categoryName(const Codings &codings, qint32 value)
{
    return value == Codings::Missing ? QString() : codings.categories[size_t(value)].name;
}

} // namespace

Confusion confusionOf(const Codings &codings, const AgreementSubject &about)
{
    Confusion confusion{about, {}};
    for (qsizetype first = 0; first < codings.coderCount(); ++first) {
        for (qsizetype second = first + 1; second < codings.coderCount(); ++second) {
            Confusion::Pair pair{codings.coders[first], codings.coders[second], {}};
            for (const ContingencyCell &cell : contingencyOf(codings, first, second).cells)
                pair.cells.push_back({categoryName(codings, cell.first), categoryName(codings, cell.second), cell.units});
            confusion.pairs.push_back(std::move(pair));
        }
    }
    return confusion;
}

Result<Disagreements> disagreementsOf(const Codings &codings, Level level, qsizetype most, const AgreementSubject &about)
{
    const auto units = disagreeingUnits(codings, level, most);
    if (!units)
        return std::unexpected(units.error());
    Disagreements disagreements{about, codings.coders, {}};
    for (const DisagreeingUnit &unit : *units) {
        Disagreements::Unit row{codings.units.isEmpty() ? QString::number(unit.unit + 1) : codings.units[unit.unit], unit.share, {}};
        for (qint32 value : unit.values)
            row.values += categoryName(codings, value);
        disagreements.units.push_back(std::move(row));
    }
    return disagreements;
}

} // namespace galley
