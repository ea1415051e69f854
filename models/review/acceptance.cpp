// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acceptance.h"

#include "reviewtext.h"

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

Result<Acceptance> acceptanceNamed(const QString &name, const std::vector<Coder> &coders)
{
    using Rule = Acceptance::Rule;
    if (name == "all"_L1)
        return Acceptance{Rule::All};
    if (name == "majority"_L1)
        return Acceptance{Rule::Majority};
    const QString value = name.section(u'=', 1);
    if (name.startsWith("atleast="_L1)) {
        if (const int least = value.toInt(); least > 0)
            return Acceptance{Rule::AtLeast, least};
    } else if (name.startsWith("coder="_L1)) {
        const auto found = std::ranges::find(coders, foldedName(value), [](const Coder &coder) { return foldedName(coder.name); });
        if (found != coders.end())
            return Acceptance{Rule::Coder, 0, found->id};
        return failed(Review::tr("there is no coder “%1” among those who are compared").arg(value));
    }
    return failed(Review::tr("“%1” says not what to accept; it is one of: all, majority, atleast=2 (or another number), coder=NAME").arg(name));
}

std::optional<Reading> acceptedReading(const ComparedGroup &group, const Acceptance &acceptance)
{
    const std::vector<Reading> readings = readingsOf(group);
    if (acceptance.rule == Acceptance::Rule::Coder) {
        const auto theirs = std::ranges::find_if(readings, [&](const Reading &reading) { return std::ranges::contains(reading.coders, acceptance.coder); });
        if (theirs == readings.end())
            return std::nullopt;
        return Reading{theirs->coders, annotationsOf(group, acceptance.coder)};
    }
    const size_t coders = group.coders.size();
    const size_t least = acceptance.rule == Acceptance::Rule::All ? coders
        : acceptance.rule == Acceptance::Rule::Majority         ? coders / 2 + 1
                                                                : size_t(acceptance.least);
    const size_t most = readings.front().coders.size();
    const bool isTied = readings.size() > 1 && readings[1].coders.size() == most;
    return most >= least && !isTied ? std::optional(readings.front()) : std::nullopt;
}

Settled::Settled(const std::vector<Ruling> &rulings)
{
    for (const Ruling &ruling : rulings)
        m_ruledOn.insert(ruling.about.begin(), ruling.about.end());
}

bool Settled::contains(const ComparedGroup &group) const
{
    return std::ranges::any_of(group.annotations, [&](const Annotation &annotation) { return m_ruledOn.contains(annotation.id); });
}

} // namespace galley
