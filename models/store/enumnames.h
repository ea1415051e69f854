// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>

#include <array>
#include <utility>

/// How enumerations are written in the file, for those whose names the domain does not state.
namespace galley {

template<typename Enum>
inline constexpr std::array<const char *, 0> enumNames{};
template<>
inline constexpr std::array enumNames<CoderRole>{"coder", "lead"};
template<>
inline constexpr std::array enumNames<ProgressState>{"in progress", "done"};
template<>
inline constexpr std::array enumNames<OperationKind>{"do", "undo", "redo"};
template<>
inline constexpr std::array enumNames<OperationState>{"applied", "undone", "discarded"};

template<typename Enum>
QString storedName(Enum value)
{
    if constexpr (!enumNames<Enum>.empty())
        return QLatin1StringView(enumNames<Enum>[size_t(std::to_underlying(value))]);
    else
        return nameOf(value);
}

/// The value of that name; the first one where the file has something else (only a damaged one can).
template<typename Enum>
Enum enumStored(QStringView name)
{
    if constexpr (std::is_same_v<Enum, ZoneKind>) {
        return zoneKindNamed(name).value_or(ZoneKind::Body);
    } else if constexpr (std::is_same_v<Enum, LayerUnit>) {
        return layerUnitNamed(name).value_or(LayerUnit::Span);
    } else if constexpr (std::is_same_v<Enum, VariableType>) {
        return variableTypeNamed(name).value_or(VariableType::Text);
    } else if constexpr (std::is_same_v<Enum, AnnotationStatus>) {
        return annotationStatusNamed(name).value_or(AnnotationStatus::Coded);
    } else {
        for (size_t at = 0; at < enumNames<Enum>.size(); ++at) {
            if (name == QLatin1StringView(enumNames<Enum>[at]))
                return Enum(at);
        }
        return Enum{};
    }
}

} // namespace galley
