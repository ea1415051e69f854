// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sql.h"

#include <domain/change.h>

namespace galley {

/// The first rows of a project: its facts and the codebook it starts with, as revision 1 with ids of its own.
void fillNewProject(sql::Connection &connection, const Codebook &codebook, const Stamp &stamp);

} // namespace galley
