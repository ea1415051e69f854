// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sql.h"

#include <domain/annotation.h>
#include <domain/article.h>
#include <domain/coder.h>

#include <vector>

/// What belongs to one article, as stores and import sessions read it.
namespace galley {

std::vector<Zone> zonesIn(sql::Connection &connection, ArticleId article);             ///< by start
std::vector<Annotation> annotationsIn(sql::Connection &connection, ArticleId article); ///< of all coders, in reading order
std::vector<Progress> progressIn(sql::Connection &connection, ArticleId article);      ///< by coder

} // namespace galley
