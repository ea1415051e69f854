// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>

#include <vector>

namespace galley {

/// What who looks at a project may see of what others did in it: in articles that are blind to them, nothing. Whatever shows
/// or gives away work asks here, and nowhere else is it decided. Work is annotations, progress, rulings and what is said of them; that an article
/// is assigned to somebody is none.
class Sight
{
public:
    Sight() = default; ///< of who sees all
    Sight(CoderId looker, std::vector<ArticleId> blind); ///< no looker: nobody's own work is seen in these either

    CoderId looker() const { return m_looker; }
    const std::vector<ArticleId> &blind() const { return m_blind; } ///< sorted
    bool seesAll() const { return m_blind.empty(); }
    bool isBlind(ArticleId article) const;

    bool sees(CoderId by, ArticleId article) const { return !isBlind(article) || (by && by == m_looker); }
    bool sees(const Annotation &annotation) const { return sees(annotation.coder, annotation.article); }
    bool sees(const Progress &progress) const { return sees(progress.coder, progress.article); }
    /// What a lead writes to a coder is for them, also about what is blind; what is written to all waits until it is not.
    bool sees(const Comment &comment) const { return sees(comment.by, comment.article) || (comment.to && comment.to == m_looker); }
    bool sees(const Ruling &ruling) const { return sees(ruling.by, ruling.article); }
    /// An entry of the history by that coder: one's own always, another's where it alters nothing that is not seen. What was
    /// brought in bulk is told by its number alone, and is no secret.
    bool sees(CoderId by, const Change &change) const;

    bool operator==(const Sight &) const = default;

private:
    CoderId m_looker;
    std::vector<ArticleId> m_blind;
};

} // namespace galley
