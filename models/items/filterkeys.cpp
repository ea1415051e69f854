// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "filterkeys.h"

#include "folding.h"

#include <span>

namespace galley {

FilterKeys::FilterKeys(const std::vector<ArticleSummary> &articles)
{
    qsizetype size = 0;
    for (const ArticleSummary &article : articles)
        size += article.title.size() + article.outlet.size() + 1;
    m_text.reserve(size);
    m_ends.reserve(articles.size());
    for (const ArticleSummary &article : articles) {
        appendFolded(m_text, article.title);
        m_text += '\n';
        appendFolded(m_text, article.outlet);
        m_ends.push_back(m_text.size());
    }
}

std::string_view FilterKeys::whole(size_t row) const
{
    const qsizetype begin = row > 0 ? m_ends[row - 1] : 0;
    return {m_text.constData() + begin, size_t(m_ends[row] - begin)};
}

std::string_view FilterKeys::outlet(size_t row) const
{
    const std::string_view key = whole(row);
    return key.substr(key.find('\n') + 1);
}

void FilterKeys::replace(size_t row, const ArticleSummary &article)
{
    const QByteArray key = foldedUtf8(article.title) + '\n' + foldedUtf8(article.outlet);
    const std::string_view before = whole(row);
    if (before == std::string_view(key))
        return;
    const auto length = qsizetype(before.size());
    m_text.replace(before.data() - m_text.constData(), length, key);
    for (qsizetype &end : std::span(m_ends).subspan(row))
        end += key.size() - length;
}

} // namespace galley
