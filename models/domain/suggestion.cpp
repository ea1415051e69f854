// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "suggestion.h"

#include "identity.h"

#include <array>
#include <algorithm>
#include <utility>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array suggestionStates{"open"_L1, "accepted"_L1, "dismissed"_L1}; // in the order of SuggestionState

} // namespace

SuggestionId suggestionId(const Suggestion &suggestion)
{
    QString ranges;
    for (const Range &range : suggestion.ranges)
        ranges += u"%1-%2 "_s.arg(range.begin).arg(range.end);
    const auto number = [](auto id) { return QString::number(id.value); };
    return {idFrom({u"suggestion", number(suggestion.coder), number(suggestion.article), number(suggestion.layer), number(suggestion.code), ranges})};
}

Suggestion answerOf(const Suggestion &suggestion, CoderId coder)
{
    Suggestion own = suggestion;
    own.coder = coder;
    own.id = suggestionId(own);
    return own;
}

QString nameOf(SuggestionState state)
{
    return suggestionStates[size_t(std::to_underlying(state))];
}

std::optional<SuggestionState> suggestionStateNamed(QStringView name)
{
    const auto found = std::ranges::find_if(suggestionStates, [=](QLatin1StringView known) { return known == name; });
    return found == suggestionStates.end() ? std::nullopt : std::optional(SuggestionState(found - suggestionStates.begin()));
}

} // namespace galley
