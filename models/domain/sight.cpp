// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sight.h"

#include <algorithm>

namespace galley {

Sight::Sight(CoderId looker, std::vector<ArticleId> blind, std::map<ArticleId, CoderId> selves)
    : m_looker(looker)
    , m_blind(std::move(blind))
    , m_selves(std::move(selves))
{
    std::ranges::sort(m_blind);
    const auto rest = std::ranges::unique(m_blind);
    m_blind.erase(rest.begin(), rest.end());
}

bool Sight::isBlind(ArticleId article) const
{
    return std::ranges::binary_search(m_blind, article);
}

CoderId Sight::selfIn(ArticleId article) const
{
    const auto self = m_selves.find(article);
    return self == m_selves.end() ? m_looker : self->second;
}

bool Sight::isLooker(CoderId coder) const
{
    return coder && (coder == m_looker || std::ranges::any_of(m_selves, [=](const auto &self) { return self.second == coder; }));
}

bool Sight::sees(CoderId by, const Change &change) const
{
    if (seesAllBy(by))
        return true;
    const bool own = isLooker(by);
    const auto seenRow = [&](const auto &row) { return sees(row) || (own && !m_selves.contains(row.article)); };
    const auto seen = [&]<typename T>(const T &edit) {
        if constexpr (requires { sees(*edit.before); })
            return (!edit.before || seenRow(*edit.before)) && (!edit.after || seenRow(*edit.after));
        else
            return true;
    };
    return std::ranges::all_of(change.edits, [&](const AnyEdit &any) { return std::visit(seen, any); });
}

} // namespace galley
