// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparedgroup.h"

#include "content.h"
#include "reviewtext.h"

#include <algorithm>
#include <iterator>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

/// Do all readings have the same of what `part` takes from an annotation?
template<typename Part>
bool areAlike(const std::vector<Reading> &readings, const Part &part)
{
    return std::ranges::all_of(readings, [&](const Reading &reading) {
        return std::ranges::equal(reading.annotations, readings.front().annotations, {}, part, part);
    });
}

} // namespace

QString nameOf(Difference difference)
{
    switch (difference) {
    case Difference::Agreement:
        return u"agreement"_s;
    case Difference::Missing:
        return u"missing"_s;
    case Difference::Extent:
        return u"extent"_s;
    case Difference::Code:
        return u"code"_s;
    case Difference::Values:
        return u"values"_s;
    }
    return {};
}

QString textOf(Difference difference)
{
    switch (difference) {
    case Difference::Agreement:
        return Review::tr("Agreement");
    case Difference::Missing:
        return Review::tr("Marked by some");
    case Difference::Extent:
        return Review::tr("Other extent");
    case Difference::Code:
        return Review::tr("Other codes");
    case Difference::Values:
        return Review::tr("Other values");
    }
    return {};
}

std::vector<Range> placeOf(const Annotation &annotation)
{
    std::vector<Range> ranges = annotation.ranges;
    std::ranges::sort(ranges);
    std::vector<Range> place;
    for (const Range &range : ranges) {
        if (range.isEmpty())
            continue;
        if (!place.empty() && range.begin <= place.back().end)
            place.back().end = std::max(place.back().end, range.end);
        else
            place.push_back(range);
    }
    return place;
}

std::vector<VariableValue> valuesRegardlessOfOrder(const Annotation &annotation)
{
    std::vector<VariableValue> values = annotation.values;
    std::ranges::sort(values, {}, [](const VariableValue &value) { return std::pair(value.variable, value.value); });
    return values;
}

std::span<const Annotation> annotationsOf(const ComparedGroup &group, CoderId coder)
{
    const auto [first, last] = std::ranges::equal_range(group.annotations, coder, {}, &Annotation::coder);
    return {first, last};
}

std::vector<Reading> readingsOf(const ComparedGroup &group)
{
    std::vector<Reading> readings;
    std::vector<std::vector<Content>> contents;
    for (const CoderId coder : group.coders) {
        const auto annotations = annotationsOf(group, coder);
        if (annotations.empty())
            continue;
        std::vector<Content> content;
        std::ranges::transform(annotations, std::back_inserter(content), contentOf);
        const auto same = std::ranges::find(contents, content);
        if (same != contents.end()) {
            readings[size_t(same - contents.begin())].coders.push_back(coder);
            continue;
        }
        readings.push_back({{coder}, annotations});
        contents.push_back(std::move(content));
    }
    std::ranges::stable_sort(readings, std::ranges::greater(), [](const Reading &reading) { return reading.coders.size(); });
    return readings;
}

Difference differenceIn(const ComparedGroup &group)
{
    const std::vector<Reading> readings = readingsOf(group);
    size_t marked = 0;
    for (const Reading &reading : readings)
        marked += reading.coders.size();
    if (marked < group.coders.size())
        return Difference::Missing;
    if (!areAlike(readings, placeOf))
        return Difference::Extent;
    if (!areAlike(readings, &Annotation::code))
        return Difference::Code;
    return areAlike(readings, valuesRegardlessOfOrder) ? Difference::Agreement : Difference::Values;
}

} // namespace galley
