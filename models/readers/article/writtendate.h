// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <readers/reader.h>

#include <optional>

namespace galley {

/// A date as newspapers, databases, mail and agencies write it, as ISO 8601: "Tuesday, May 4, 2023", "4. Mai 2023",
/// "mardi 4 mai 2023", "26-FEB-1987 15:01:01.79", "Sun, 06 Sep 2009 16:20:00 +0000", "May 4, 2023 Thursday 9:30 AM EDT",
/// "04.05.2023", "2023年5月4日", "20230504T093000Z" and ISO 8601 itself, in the languages of datewords.cpp; a month ("May 2023") or a year alone stay as short as they are.
/// The time stands where it is stated, with an offset where its zone is known for certain; fractions of a second go.
/// Nothing where any part of the text is not understood, where figures are ambiguous (04/05/2023), and for dates that
/// cannot be: a 31st of June, a year before 1000 or after the next.
/// Figures alone are one where they have a single reading (25/12/2021), or where `order` says how they are meant; so are ISO
/// weeks, and seconds or milliseconds since 1970.
std::optional<QString> isoDateWritten(QStringView text, DateOrder order = DateOrder::Unknown);

/// Figures that are one day or another, by the order of day and month: "04/05/2023".
bool isAmbiguousDate(QStringView text);

/// What programs write where there is no date: "0000-00-00 00:00:00", "0001-01-01T00:00:00", "NaT".
bool isNoDate(QStringView text);

/// The year, of which alone one is sure in a season or in several months: "Summer, 2008", "March/April 2009".
std::optional<QString> yearOfPeriodWritten(QStringView text);

} // namespace galley
