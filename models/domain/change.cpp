// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "change.h"

#include <algorithm>
#include <iterator>

namespace galley {

namespace {

struct Swap
{
    template<typename Row>
    void operator()(Edit<Row> &edit) const { std::swap(edit.before, edit.after); }
    void operator()(BulkEdit &edit) const { edit.added = !edit.added; }
};

AnyEdit swapped(AnyEdit edit)
{
    std::visit(Swap{}, edit);
    return edit;
}

} // namespace

Change inverse(const Change &change)
{
    Change result{change.text, {}, change.codebookName};
    if (result.codebookName)
        std::swap(result.codebookName->before, result.codebookName->after);
    result.edits.reserve(change.edits.size());
    std::transform(change.edits.rbegin(), change.edits.rend(), std::back_inserter(result.edits), swapped);
    return result;
}

bool altersCodebook(const Change &change)
{
    return change.codebookName || std::ranges::any_of(change.edits, [](const AnyEdit &edit) {
        return std::holds_alternative<Edit<Layer>>(edit) || std::holds_alternative<Edit<Variable>>(edit)
            || std::holds_alternative<Edit<Code>>(edit);
    });
}

std::vector<ArticleId> articlesIn(const Change &change)
{
    std::vector<ArticleId> articles;
    for (const AnyEdit &edit : change.edits) {
        const auto touched = std::visit([]<typename T>(const T &one) -> ArticleId {
            if constexpr (std::is_same_v<T, Edit<Annotation>> || std::is_same_v<T, Edit<Suggestion>>) {
                const auto &row = one.after ? *one.after : *one.before;
                if constexpr (std::is_same_v<T, Edit<Suggestion>>) { // that some were made, or are there no more, is no work in the article
                    if (!(one.before && one.after) && row.state == SuggestionState::Open)
                        return {};
                }
                return row.article;
            }
            return {};
        }, edit);
        if (touched && !std::ranges::contains(articles, touched))
            articles.push_back(touched);
    }
    return articles;
}

} // namespace galley
