// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sql.h"

#include <domain/range.h>

#include <functional>
#include <memory>
#include <string_view>

namespace galley {

/// How texts fall into words for the search, as FTS5's unicode61 does it, without case and accents; combining marks belong to their
/// word. Scripts that put no space between words (Han, kana, Thai, Lao, Khmer, Burmese, Tibetan) are taken sign by sign: a search for several is one for
/// these in a row, so that any part of such a text is found.
class SearchTokens
{
public:
    static constexpr auto name = "galley"; ///< of the tokenizer, in CREATE VIRTUAL TABLE

    explicit SearchTokens(sql::Connection &connection); ///< makes it known there, too
    ~SearchTokens();
    SearchTokens(const SearchTokens &) = delete;
    SearchTokens &operator=(const SearchTokens &) = delete;

    /// Token by token, its bytes in the text.
    void forEach(std::string_view text, const std::function<void(Utf8Range)> &take) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace galley
