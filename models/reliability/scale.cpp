// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scale.h"

#include "reliabilitytext.h"

#include <algorithm>

namespace galley {

std::vector<bool> categorySet(const Codings &codings, const std::vector<qint64> &counts)
{
    std::vector<bool> set(codings.categories.size(), codings.wholeCodebook);
    for (size_t category = 0; category < set.size(); ++category) {
        if (counts[category] > 0)
            set[category] = true;
    }
    return set;
}

std::vector<double> ranks(const std::vector<bool> &set)
{
    std::vector<double> positions(set.size());
    double next = 0;
    for (size_t category = 0; category < set.size(); ++category) {
        positions[category] = next;
        next += set[category];
    }
    // Those behind the last of the set stay within its range.
    for (double &position : positions)
        position = std::min(position, std::max(0.0, next - 1));
    return positions;
}

Result<std::vector<double>> numbers(const Codings &codings, const std::vector<bool> &set, bool amounts)
{
    std::vector<double> positions(set.size());
    std::optional<double> stand;
    for (size_t category = 0; category < set.size(); ++category) {
        if (!set[category])
            continue;
        const Category &named = codings.categories[category];
        if (!named.number)
            return failed(Reliability::tr("“%1” is not a number, and this scale computes with numbers").arg(named.name));
        if (amounts && *named.number < 0)
            return failed(Reliability::tr("“%1” is negative, and a ratio scale begins at zero").arg(named.name));
        positions[category] = *named.number;
        stand = named.number;
    }
    for (size_t category = 0; category < set.size(); ++category) {
        if (!set[category])
            positions[category] = stand.value_or(0);
    }
    return positions;
}

Result<> haveAnOrder(const Codings &codings)
{
    if (codings.ranked)
        return {};
    QStringList names;
    for (const Category &category : codings.categories)
        names += Reliability::tr("“%1”").arg(category.name);
    const QString all = names.mid(0, 20).join(QStringLiteral(", "));
    if (codings.wholeCodebook)
        return failed(Reliability::tr("the order that was stated lists only some of the values, and ranks need a place for each of them: %1").arg(all));
    return failed(Reliability::tr("the values have no order that is known, and ranks need one: it is stated with --codebook (%1)").arg(all));
}

QString orderConvention(const Codings &codings)
{
    constexpr qsizetype mostNamed = 30;
    QStringList names;
    for (const Category &category : codings.categories)
        names += category.name;
    const bool all = names.size() <= mostNamed;
    return Reliability::tr("Order: %1.").arg(names.mid(0, mostNamed).join(QStringLiteral(" < ")) + (all ? QString() : QStringLiteral(" < …")));
}

QString categoryConvention(const Codings &codings)
{
    return codings.wholeCodebook ? Reliability::tr("Categories as the codebook lists them.")
                                 : Reliability::tr("Categories as they occur.");
}

} // namespace galley
