// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "failure.h"

#include <domain/change.h>

#include <algorithm>
#include <array>
#include <utility>

/// How enumerations are written in the file, for those whose names the domain does not state.
namespace galley {

template<typename Enum>
inline constexpr std::array<const char *, 0> enumNames{};
template<>
inline constexpr std::array enumNames<CoderRole>{"coder", "lead", "consensus"};
template<>
inline constexpr std::array enumNames<RulingHow>{"accepted", "union", "intersection", "edited", "nobody"};
template<>
inline constexpr std::array enumNames<ProgressState>{"in progress", "done"};
template<>
inline constexpr std::array enumNames<OperationKind>{"do", "undo", "redo", "merge"};

template<typename Enum>
QString storedName(Enum value)
{
    if constexpr (!enumNames<Enum>.empty())
        return QLatin1StringView(enumNames<Enum>[size_t(std::to_underlying(value))]);
    else
        return nameOf(value);
}

template<typename Enum>
std::optional<Enum> enumNamed(QStringView name)
{
    if constexpr (std::is_same_v<Enum, ZoneKind>) {
        return zoneKindNamed(name);
    } else if constexpr (std::is_same_v<Enum, LayerUnit>) {
        return layerUnitNamed(name);
    } else if constexpr (std::is_same_v<Enum, VariableType>) {
        return variableTypeNamed(name);
    } else if constexpr (std::is_same_v<Enum, Snap>) {
        return snapNamed(name);
    } else if constexpr (std::is_same_v<Enum, Overlap>) {
        return overlapNamed(name);
    } else if constexpr (std::is_same_v<Enum, ActorKind>) {
        return actorKindNamed(name);
    } else if constexpr (std::is_same_v<Enum, SetKind>) {
        return setKindNamed(name);
    } else if constexpr (std::is_same_v<Enum, SuggestionState>) {
        return suggestionStateNamed(name);
    } else if constexpr (std::is_same_v<Enum, AnnotationStatus>) {
        return annotationStatusNamed(name);
    } else {
        const auto found = std::ranges::find_if(enumNames<Enum>, [=](const char *known) { return name == QLatin1StringView(known); });
        return found == enumNames<Enum>.end() ? std::nullopt : std::optional(Enum(found - enumNames<Enum>.begin()));
    }
}

/// The value of that name. Throws Failure where `member` has something that this version does not know: taking it for
/// something else would alter what was coded.
template<typename Enum>
Enum enumStored(QStringView name, const char *member)
{
    if (const auto value = enumNamed<Enum>(name))
        return *value;
    throw Failure(Store::tr("The project file is damaged, or of a newer Galley: it has “%1” where %2 is stated.")
                      .arg(name).arg(QLatin1StringView(member)));
}

} // namespace galley
