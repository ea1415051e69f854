// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history.h"
#include "mergereport.h"

#include <QTemporaryDir>

#include <memory>

namespace galley {

/// Another copy of a project, checked as any project before the first row is read.
class OtherCopy
{
public:
    /// Throws Failure: it is no project, is damaged, or of a newer version. One of an older version is brought up in a copy.
    OtherCopy(const QString &path, int busyTimeout);

    /// From now on its tables are `theirs.…` of the connection, which goes before this does. Not within a transaction.
    void attachTo(sql::Connection &connection);

private:
    QString m_file;
    std::unique_ptr<sql::Presence> m_attached;
    QTemporaryDir m_folder; ///< of a copy that can be written
};

/// Adds the entries that only the other copy has, with the rows that follow (DESIGN: merging is the union of two sets of
/// entries). Within a transaction, which is rolled back where it throws. Recorded under `signature`, where something came in.
MergeReport mergeOther(sql::Connection &connection, const QString &text, const Signature &signature);

/// Sets aside what a merge brought, as if it had not been (undo), or takes it in again.
void setAside(sql::Connection &connection, OperationId merge, bool aside);

} // namespace galley
