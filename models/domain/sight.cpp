// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sight.h"

#include <algorithm>

namespace galley {

Sight::Sight(CoderId looker, std::vector<ArticleId> blind)
    : m_looker(looker)
    , m_blind(std::move(blind))
{
    std::ranges::sort(m_blind);
    const auto rest = std::ranges::unique(m_blind);
    m_blind.erase(rest.begin(), rest.end());
}

bool Sight::isBlind(ArticleId article) const
{
    return std::ranges::binary_search(m_blind, article);
}

bool Sight::sees(CoderId by, const Change &change) const
{
    if (seesAll() || (by && by == m_looker))
        return true;
    const auto seen = [this]<typename T>(const T &edit) {
        if constexpr (requires { sees(*edit.before); })
            return (!edit.before || sees(*edit.before)) && (!edit.after || sees(*edit.after));
        else
            return true;
    };
    return std::ranges::all_of(change.edits, [&](const AnyEdit &any) { return std::visit(seen, any); });
}

} // namespace galley
