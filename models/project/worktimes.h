// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/rows.h>

#include <QDate>

#include <chrono>
#include <map>
#include <set>
#include <vector>

namespace galley {

/// A coder at an article.
struct ArticleTime
{
    std::chrono::milliseconds spent{};
    std::set<QDate> days; ///< on which something was done there
};
using WorkTimes = std::map<std::pair<CoderId, ArticleId>, ArticleTime>;

constexpr std::chrono::minutes longestPause(10);

/// How long coders were at articles, by what the history says of when they did what. The rule: the time between two entries of
/// one coder belongs to the article of the later one, which was read and thought about before. Where it is longer than `pause`,
/// somebody was away, and none of it counts; nor does what came before the first entry of a sitting, which nobody knows. An
/// entry that is about several articles, or about none, is no coding of one: the time before it counts for none. So these are
/// times at least, and good for comparing. `steps` are in the order of the history, or in any other.
WorkTimes workTimes(std::vector<WorkStep> steps, std::chrono::milliseconds pause = longestPause);

} // namespace galley
