// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>

#include <map>
#include <vector>

namespace galley {

/// What who looks at a project may see of what others did in it: in articles that are blind to them, nothing. Whatever shows
/// or gives away work asks here, and nowhere else is it decided. Work is annotations, progress, rulings, suggestions and what is said of them; that an article
/// is assigned to somebody is none. In articles that who looks codes once more they are a second self (secondSelf()), and as blind to
/// their own first work there as to anybody's.
class Sight
{
public:
    Sight() = default; ///< of who sees all
    /// No looker: nobody's own work is seen in these either. `selves`: as whom the looker codes where it is not as themselves.
    Sight(CoderId looker, std::vector<ArticleId> blind, std::map<ArticleId, CoderId> selves = {});

    CoderId looker() const { return m_looker; }
    const std::vector<ArticleId> &blind() const { return m_blind; } ///< sorted
    bool seesAll() const { return m_blind.empty(); }
    const std::map<ArticleId, CoderId> &selves() const { return m_selves; }
    CoderId selfIn(ArticleId article) const; ///< as whom the looker codes there
    bool isLooker(CoderId coder) const;      ///< or a second self of theirs that codes
    bool isBlind(ArticleId article) const;

    bool sees(CoderId by, ArticleId article) const { return !isBlind(article) || (by && by == selfIn(article)); }
    bool sees(const Annotation &annotation) const { return sees(annotation.coder, annotation.article); }
    bool sees(const Progress &progress) const { return sees(progress.coder, progress.article); }
    /// What a lead writes to a coder is for them, also about what is blind; what is written to all waits until it is not.
    bool sees(const Comment &comment) const { return sees(comment.by, comment.article) || (comment.to && comment.to == selfIn(comment.article)); }
    bool sees(const Ruling &ruling) const { return sees(ruling.by, ruling.article); }
    /// What others had made of blind articles is a hint of theirs, also where it is meant for all; and how they answered one is their work.
    bool sees(const Suggestion &suggestion) const { return sees(suggestion.by, suggestion.article) && (!suggestion.coder || sees(suggestion.coder, suggestion.article)); }
    /// An entry of the history by that coder: one's own but for first work in what is coded once more, another's where it alters nothing that is not seen. What was
    /// brought in bulk is told by its number alone, and is no secret.
    bool sees(CoderId by, const Change &change) const;

    bool seesAllBy(CoderId by) const { return seesAll() || (by && by == m_looker && m_selves.empty()); } ///< whatever the entry alters

    bool operator==(const Sight &) const = default;

private:
    CoderId m_looker;
    std::vector<ArticleId> m_blind;
    std::map<ArticleId, CoderId> m_selves;
};

} // namespace galley
