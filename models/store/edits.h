// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sql.h"

#include <domain/change.h>

#include <map>

namespace galley {

/// Writes the edit; refuses (throws Failure) where its `before` is not what is stored.
void write(sql::Connection &connection, const AnyEdit &edit);

/// Writes every edit of the change, in order, and a new codebook revision where it alters the codebook.
void write(sql::Connection &connection, const Change &change, const Stamp &stamp);

struct Revision
{
    RevisionId id;
    int number = 0;
    QString name; ///< of the codebook
};

/// Of the codebook as it is.
Revision currentRevision(sql::Connection &connection);

std::map<RevisionId, int> revisionNumbers(sql::Connection &connection);

/// The revision that the codebook's rows make now: one more, or with the number stated; a number that is there already is
/// that of an untouched codebook, replaced. Content that was there before is the revision it was.
void recordCodebookRevision(sql::Connection &connection, const Change &change, std::optional<int> number, const Stamp &stamp);
void addCodebookRevision(sql::Connection &connection, int number, const Codebook &codebook, const QString &text, const Stamp &stamp);

/// The number of rows a change touches.
qint64 rowsIn(const Change &change);

} // namespace galley
