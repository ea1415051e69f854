// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>
#include <domain/error.h>
#include <domain/searchhit.h>
#include <domain/sight.h>

#include <functional>
#include <map>
#include <vector>

/// From places where something was found to suggestions of a code there.
namespace galley {

class ProjectStore;

/// Where in which article, in code points, as it was found.
using FoundPlaces = std::map<ArticleId, std::vector<Range>>;

/// Those of the hits that are in texts.
FoundPlaces placesOf(const std::vector<SearchHit> &hits);

struct SuggestionRequest
{
    LayerId layer;
    CodeId code;    ///< 0 where the layer has no principal variable
    CoderId by;     ///< 0: not told
    CoderId coder;  ///< for whom; 0: for all
    QString origin; ///< originOfSearch() …
    Sight sight = {}; ///< of that coder: what they do not see is asked by their own; what they code once more is their second self's
};

/// What became of the places. Every one is counted once.
struct SuggestionOutcome
{
    Change change;       ///< adds the new ones; empty where there are none
    qint64 added = 0;
    qint64 samePlace = 0;     ///< two that the layer widens to one passage, or one article
    qint64 coded = 0;         ///< that coder has coded it so already
    qint64 known = 0;         ///< it is suggested already, or was answered
    qint64 leftOut = 0;       ///< in a part of the article that the layer leaves out
    qint64 paragraphs = 0;    ///< over the end of a paragraph, which the layer forbids
    qint64 overlapping = 0;   ///< shares text with what that coder coded, which the layer forbids

    qint64 places() const { return added + samePlace + coded + known + leftOut + paragraphs + overlapping; }
};

/// The passages follow the rules of the layer: they are widened as an annotation would be, and what could not be coded is not suggested.
/// Reads only; on any thread. `goOn` is asked between articles: where it says no, there is nothing to add.
Result<SuggestionOutcome> suggest(const ProjectStore &store, const SuggestionRequest &request, const FoundPlaces &places, const std::function<bool()> &goOn = {});

/// All that wait for who codes, by article: as far as this sight goes, each as who they code it as.
Result<std::map<ArticleId, std::vector<Suggestion>>> waitingSuggestions(const ProjectStore &store, const Sight &sight, CoderId coder, const std::function<bool()> &goOn = {});
Result<std::vector<Suggestion>> waitingSuggestions(const ProjectStore &store, const Codebook &codebook, const Sight &sight, CoderId coder, ArticleId article);

QString originOfSearch(const QString &query, bool isRegex); ///< "search “toll*”"

} // namespace galley
