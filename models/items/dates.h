// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace galley {

/// "4 May 2023", "May 2023", "2023" with the locale's names; as it stands where it is no ISO 8601 date.
QString dateForPeople(const QString &published);

/// In local time, as short as it stays clear: "14:03" today, "2 Nov, 14:03" this year, else with the year.
QString momentForPeople(const QDateTime &at);

} // namespace galley
