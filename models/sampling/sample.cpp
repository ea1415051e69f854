// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample.h"

#include <algorithm>
#include <array>
#include <utility>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

// In the order of the enumerations.
constexpr std::array methods{"simple"_L1, "stratified"_L1, "week"_L1};
constexpr std::array allocations{"proportional"_L1, "equal"_L1};

template<typename Enum>
std::optional<Enum> named(const auto &names, QStringView name)
{
    const auto found = std::ranges::find_if(names, [&](QLatin1StringView one) { return one == name; });
    return found == names.end() ? std::nullopt : std::optional(Enum(found - names.begin()));
}

} // namespace

QString nameOf(SampleMethod method)
{
    return methods[size_t(std::to_underlying(method))];
}

std::optional<SampleMethod> sampleMethodNamed(QStringView name)
{
    return named<SampleMethod>(methods, name);
}

QString nameOf(Allocation allocation)
{
    return allocations[size_t(std::to_underlying(allocation))];
}

std::optional<Allocation> allocationNamed(QStringView name)
{
    return named<Allocation>(allocations, name);
}

} // namespace galley
