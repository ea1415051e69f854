// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QStringView>

#include <optional>

namespace galley {

struct Dateline
{
    qsizetype length = 0;      ///< UTF-16 units from the line's begin to the report's first letter
    std::optional<QDate> date; ///< where it is stated in full
    bool sure = false;         ///< names an agency or a day; without either it is one only where a report begins
};

/// The dateline a line begins with: "[May 04, 2023]  BEIJING (Reuters) - ", "SALVADOR, Feb 26 - ",
/// "Tegucigalpa, Jan 2 (EFE).- ", "Jan 30 (Reuters) - ". A place in mixed case counts only before a known agency.
std::optional<Dateline> datelineAt(QStringView line);

} // namespace galley
