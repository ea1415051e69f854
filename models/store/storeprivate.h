// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "allotment.h"
#include "openfile.h"
#include "seenentries.h"

#include <store/projectstore.h>

namespace galley {

struct ProjectStore::Private
{
    Private(OpenFile opened, Mode openedFor, const OpenOptions &with);

    sql::Connection &connection() { return *file.connection; }
    void requireWriting() const; ///< throws Failure where nothing may be written now

    OpenFile file;
    Mode mode;
    OpenOptions options;
    std::shared_ptr<Allotment> allotment;
    std::unique_ptr<SeenEntries> seen; ///< by who looked last
};

} // namespace galley
