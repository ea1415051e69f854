// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <optional>

namespace galley {

/// What a word can mean in a date written in English, German, French, Dutch, Spanish, Danish, Swedish, Norwegian, Italian
/// or Portuguese.
struct DateWord
{
    enum class Kind {
        Month,
        Weekday,
        Meridiem, ///< value 0: before noon, 12: after it
        Zone,     ///< value: minutes east of Greenwich
        VagueZone, ///< its name does not tell the offset
        Filler,
    };
    Kind kind;
    int value = 0;
};

/// In any case, with or without full stops.
std::optional<DateWord> dateWord(QStringView word);

} // namespace galley
