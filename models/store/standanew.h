// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mergereport.h"
#include "sql.h"
#include "touchedrows.h"

#include <limits>

namespace galley {

/// Brings these rows to what all entries of the history that stand say of them (history/standing.h): the row of the last edit
/// is stored, an annotation that became several is several, and what is to be looked at is kept in `collision`.
/// Gives what has to be looked at of them. `besideTheirs`: the other copy is attached as `theirs`. `upTo`: no later entry stands.
std::vector<LookedAt> standAnew(sql::Connection &connection, TouchedRows rows, bool besideTheirs,
                                OperationId upTo = {std::numeric_limits<qint64>::max()});

/// After that, where rulings are among the rows: of those that are about one thing the later holds, with what it left in the consensus. What has
/// to be looked at is added.
void standRulingsAnew(sql::Connection &connection, std::vector<LookedAt> &found, bool besideTheirs, OperationId upTo = {std::numeric_limits<qint64>::max()});

/// Where such rows or entries alter the codebook, its revision is that of what stands now.
void standCodebookAnew(sql::Connection &connection, const TouchedRows &rows, const Stamp &stamp, OperationId upTo = {std::numeric_limits<qint64>::max()});

/// The rows that a query gives by the name of their table and their id: those in several versions.
TouchedRows collidedRows(sql::Connection &connection, std::string_view query);

/// Everything that is still to be looked at.
std::vector<LookedAt> collisions(sql::Connection &connection);

/// After a change was written and entered: of the rows it altered that were to be looked at, the versions are others now, perhaps
/// one; and they are looked at, by somebody who saw what stands.
void decideAnew(sql::Connection &connection, const Change &change);

} // namespace galley
