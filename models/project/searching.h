// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/searchhit.h>
#include <domain/sight.h>
#include <store/projectlists.h>
#include <store/searchindex.h>

#include <functional>
#include <vector>

/// Searching a project: its articles by words, through the index, or by a regular expression; and what was said of them in memos and
/// comments. On any thread.
namespace galley {

struct SearchRequest
{
    QString query;
    bool isRegex = false;    ///< a QRegularExpression over the texts, as it is written: (?i) for any case
    bool withRemarks = true; ///< memos of annotations, and comments, as far as they are seen
    Sight sight = {};
    qint64 mostHits = 0; ///< how many are told with their places; of the others only the numbers. 0: all
    int width = 60;      ///< code points on either side
};

/// How it goes on. What is told comes in pieces, a small first one soon.
struct SearchFollower
{
    std::function<bool()> goOn = [] { return true; };
    std::function<void(std::vector<SearchHit>, std::vector<SearchedArticle>)> take;
};

struct SearchOutcome
{
    qint64 hits = 0;     ///< also those that were not told
    qint64 articles = 0; ///< that have some
    qint64 gaveUp = 0;   ///< articles in which the regular expression came to no end in time
};

/// The index has caught up with the project. The error says what is wrong with the query, in words.
Result<SearchOutcome> search(const ProjectLists &project, const SearchIndex &index, const SearchRequest &request, const SearchFollower &follower);

/// Can it be searched for at all? For what is typed, before anything is read.
Result<> checkQuery(const QString &query, bool isRegex);

} // namespace galley
