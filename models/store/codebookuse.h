// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sql.h"

#include <domain/rows.h>

namespace galley {

CodebookUse codebookUse(sql::Connection &connection);

} // namespace galley
