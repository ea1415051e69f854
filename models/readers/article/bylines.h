// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace galley {

/// The names in "By Ann Lee and Bo Kim, Staff Writers", joined by "; ". The line as it is where its parts are not all names,
/// and where nothing but a comma divides two of them: "Ann Lee, New York" is one author and a place.
QString authorsIn(const QString &byline);

/// "dpa", "AP", "Staff Reporter", "Press Association": what stands beside a name in a byline and is none.
bool isAffiliation(const QString &part);

} // namespace galley
