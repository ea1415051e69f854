// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sql.h"

namespace galley {

/// The text, if it still has its hash; throws Failure otherwise, or where there is no such article.
QString articleText(sql::Connection &connection, ArticleId id);

} // namespace galley
