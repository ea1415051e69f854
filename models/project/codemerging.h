// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>
#include <domain/codebook.h>
#include <domain/error.h>

#include <map>

namespace galley {

class ProjectStore;

/// What merging one code into another would touch.
struct TouchedByMerge
{
    qint64 annotations = 0;
    std::map<CoderId, qint64> byCoder;
    std::vector<Annotation> some; ///< a few of them
};

/// Of one variable, and the one not below the other. Errors are for the user.
Result<TouchedByMerge> touchedByMerge(const ProjectStore &store, CodeId from, CodeId into);

/// Whatever has the first code has the second; the codes below the first stand below the second; the first is gone. One step for
/// all of it, of all coders. In a variable that takes several values an annotation that had both has the second once.
Result<Change> mergeCodes(const ProjectStore &store, CodeId from, CodeId into, const QDateTime &at);

} // namespace galley
