// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>
#include <QStringView>

#include <optional>

namespace galley {

/// A date written with the month in words ("May 04, 2023", "4 May 2023", "Sept. 4, 2023") or as 2023-05-04; nothing
/// else around it. Dates in figures alone are ambiguous (04/05/2023) and are none here.
std::optional<QDate> dateWritten(QStringView text);

/// The month by its English name or abbreviation ("May", "Sept."), 1 to 12; 0 where it is none.
int monthNamed(QStringView word);

/// The date an article states about itself, as ISO 8601: in brackets at the beginning of a line, or in full in its
/// dateline. Empty where there is none, or where several differ.
QString publishedIn(QStringView text);

/// What a source states as its date as ISO 8601, as far as it is known (isoDateWritten); what is not understood stays as
/// it is, without blanks around it; empty where it says that there is none (isNoDate).
QString isoDate(const QString &stated);

} // namespace galley
