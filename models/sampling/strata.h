// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample.h"

#include <domain/article.h>

#include <span>

/// How articles are divided, and how a sample is divided among them.
namespace galley {

/// What an article states under this name: one of its own ("outlet") or of its further fields.
QString fieldOf(const Article &article, const QString &name);

/// The names that fieldOf knows for any of these articles: their own, then the further ones by name.
QStringList fieldNames(std::span<const Article> articles);

/// How many of `size` articles each stratum is to give, for strata that have so many. By Allocation::Equal it may be more
/// than a stratum has.
std::vector<int> sharesOf(const std::vector<int> &strata, int size, Allocation allocation);

} // namespace galley
